package jp.michishirube.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import jp.michishirube.document.PrintedPlan.Row;
import jp.michishirube.document.PrintedPlan.Section;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.PrintedPlan.Words;
import jp.michishirube.municipality.Folders;
import jp.michishirube.problem.Problem;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterTest {

    private static final NameGlyphs GLYPHS = new NameGlyphs();
    private final Printer printer = new Printer(new Folders(null), GLYPHS);

    @Test
    void everyRowAndRareNameIsInTheText() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(new Row("見出し" + i, "答え" + i + "の文".repeat(i % 17 + 1), ""));
        }
        rows.add(new Row("氏名", "渡邉\uDB40\uDD0F 𠮷郎", ""));
        rows.add(new Row("記号", "Ⓐ組 ☑済 ☎ 内線", ""));
        String text = text(printer.plan(plan(rows, false)));
        rows.forEach(r -> assertThat(text.replaceAll("\\s", "")).contains(r.value().replaceAll("\\s", "")));
        assertThat(text).contains("保証しません。", plan(rows, false).contentHash());
    }

    @Test
    void noAnswerIsCutHoweverLong() throws IOException {
        String longest = "長い話。".repeat(1200) + "おわり";
        assertThat(text(printer.plan(plan(List.of(new Row("特記事項", longest, "")), false))).replaceAll("\\s", "")).contains("おわり");
        assertThat(text(printer.plan(plan(List.of(new Row("長い見出し".repeat(12), "短い", "")), false)))).contains("短い");
    }

    @Test
    void markupInAnswersIsNoMarkup() throws IOException {
        assertThat(text(printer.plan(plan(List.of(new Row("a", "<b>太い</b> & <style size='40'>x", "")), false))))
                .contains("<b>太い</b> & <style size='40'>x");
    }

    @Test
    void draftsSayThatTheyAre() throws IOException {
        assertThat(text(printer.plan(plan(List.of(new Row("a", "b", "")), true)))).contains("案（承認前）").doesNotContain("署名");
        assertThat(text(printer.plan(plan(List.of(new Row("a", "b", "")), false)))).doesNotContain("案（承認前）");
    }

    @Test
    void sizesAndWordsKeepTheContentAndItsHash() throws IOException {
        PrintedPlan plan = plan(List.of(new Row("避難先", "第一小学校", "")), false);
        assertThat(text(printer.plan(plan.with(Size.LARGE, Words.PLAIN)))).contains("第一小学校", plan.contentHash());
        String easy = text(printer.plan(plan.with(Size.NORMAL, Words.EASY)));
        assertThat(easy).contains("にげる ところ", "第一小学校", plan.contentHash());
    }

    @Test
    void whatCannotBePrintedIsTold() {
        assertThat(printer.unprintable(plan(List.of(new Row("氏名", "犬😀", "")), false))).containsExactly("本人「氏名」: 😀");
    }

    @Test
    void aBrokenTemplateIsToldByNameAndTheRestGoesOn(@TempDir Path own) throws IOException {
        Files.createDirectories(own.resolve("reports"));
        Files.writeString(own.resolve("reports/plan-a.jrxml"), "<jasperReport name=\"x\"><title height=\"1\"><element kind=\"tex");
        Files.writeString(own.resolve("reports/plan-c.jrxml"), new Folders(null).text("reports/plan-c.jrxml").replace("$P{disclaimer}", "$P{nonsense}"));
        Printer theirs = new Printer(new Folders(own), GLYPHS);
        PrintedPlan a = plan(List.of(new Row("a", "b", "")), false);
        assertThatThrownBy(() -> theirs.plan(a)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.kind()).isEqualTo("print-template-broken");
            assertThat(p.args()[0]).isEqualTo("reports/plan-a.jrxml");
        });
        assertThatThrownBy(() -> theirs.plan(in("plan-c", a))).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.args()[1].toString()).contains("nonsense"));
        assertThat(theirs.plan(in("plan-b", a))).isNotEmpty();
        assertThatThrownBy(() -> theirs.plan(in("../secret", a))).isInstanceOf(Problem.class);
    }

    @Test
    void aReplacedTemplateIsTakenWithoutARestart(@TempDir Path own) throws IOException {
        Path file = own.resolve("reports/plan-a.jrxml");
        Files.createDirectories(file.getParent());
        String text = new Folders(null).text("reports/plan-a.jrxml");
        Files.writeString(file, text.replace("本人（代理人）の署名", "ご署名"));
        Printer theirs = new Printer(new Folders(own), GLYPHS);
        assertThat(text(theirs.plan(plan(List.of(new Row("a", "b", "")), false)))).contains("ご署名");
        Files.writeString(file, text.replace("本人（代理人）の署名", "サイン"));
        assertThat(file.toFile().setLastModified(System.currentTimeMillis() + 5000)).isTrue();
        assertThat(text(theirs.plan(plan(List.of(new Row("a", "b", "")), false)))).contains("サイン");
    }

    @Test
    void aPhotoStandsBehindItsSection() throws IOException {
        BufferedImage door = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(door, "jpeg", jpeg);
        PrintedPlan plain = plan(List.of(new Row("鍵", "ポストの中", "")), false);
        Section home = new Section("home", "家のこと", List.of(new Row("鍵", "ポストの中", "")), PrintedPlan.Look.CELLS,
                printer.photos(List.of(new Photo("玄関の写真", jpeg.toByteArray()))));
        PrintedPlan withPhoto = new PrintedPlan(plain.layout(), plain.head(), List.of(home), null, plain.foot());
        BufferedImage before = picture(printer.plan(plain));
        BufferedImage after = picture(printer.plan(withPhoto));
        assertThat(black(before)).isLessThan(2000);
        assertThat(black(after)).as("black points of the photo").isGreaterThan(20_000);
    }

    private static BufferedImage picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 72);
        }
    }

    private static long black(BufferedImage image) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xffffff) == 0 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void theHashFollowsTheContentAlone() {
        PrintedPlan plan = plan(List.of(new Row("a", "b", "")), false);
        assertThat(plan.contentHash()).isEqualTo(plan(List.of(new Row("a", "b", "都市OS")), true).contentHash())
                .isNotEqualTo(plan(List.of(new Row("a", "bb", "")), false).contentHash())
                .isNotEqualTo(plan(List.of(new Row("ab", "", "")), false).contentHash());
    }

    private static PrintedPlan in(String template, PrintedPlan plan) {
        return new PrintedPlan(PrintedPlan.Layout.of(template), plan.head(), plan.sections(), plan.map(), plan.foot());
    }

    private static PrintedPlan plan(List<Row> rows, boolean draft) {
        return new PrintedPlan(PrintedPlan.Layout.of("plan-a"),
                new PrintedPlan.Head("個別避難計画", "みちしるべ市", "2026-00042-7", "髙橋 𠮷郎", 1, LocalDate.of(2026, 11, 22), "", null),
                List.of(new Section("resident", "本人", rows)), null, new PrintedPlan.Foot(null, "保証しません。", null, draft, !draft));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
