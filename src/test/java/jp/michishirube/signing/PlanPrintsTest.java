package jp.michishirube.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.document.PrintedPlan;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.Completeness;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormReader;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.TestForms;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What of a plan, its map and its photos is on whose paper. */
@ProductTest
class PlanPrintsTest {

    @Autowired MockMvc mvc;
    @Autowired Loop loop;
    @Autowired Submissions submissions;
    @Autowired PlanPrints prints;
    @Autowired jp.michishirube.document.Printer printer;
    @Autowired JdbcClient jdbc;

    @Test
    void aCopyCarriesMapAndPhotosForThoseWhoMaySeeTheRouteAlone() throws Exception {
        CaseFile file = withWay();
        Submission plan = withPhoto(file);
        PrintedPlan whole = prints.of(file, plan, false);
        assertThat(whole.map()).isNotNull();
        assertThat(section(whole, "resident").rows()).as("furigana above the name").extracting(PrintedPlan.Row::label).startsWith("ふりがな", "氏名");
        assertThat(whole.foot().qr()).endsWith("/cases/" + file.number());
        assertThat(section(whole, "route").picture()).isNotNull();

        PrintedPlan neighbours = prints.copy(file, plan, new Letter("N"), "青葉町町内会への写し");
        assertThat(neighbours.map()).isNotNull();
        assertThat(section(neighbours, "route").picture()).isNotNull();
        assertThat(neighbours.sections()).extracting(PrintedPlan.Section::key).doesNotContain("medical", "reasons");
        assertThat(neighbours.foot().signature()).isFalse();
        assertThat(neighbours.foot().qr()).as("no way into the case for those who have no account").isNull();

        PrintedPlan commissioner = prints.copy(file, plan, new Letter("W"), "民生委員への写し");
        assertThat(commissioner.map()).as("the route is not for this reader").isNull();
        assertThat(commissioner.sections()).noneMatch(s -> s.picture() != null);
    }

    /** Page one is read in the dark: large, one place once, and nothing that this paper's reader may not see. */
    @Test
    void pageOneIsACardToActOn() throws Exception {
        CaseFile file = withWay();
        Submission plan = submissions.latest(file.id()).orElseThrow();
        PrintedPlan whole = prints.sealed(prints.of(file, plan, false), java.time.LocalDate.of(2026, 11, 30));
        assertThat(whole.card().lines()).extracting(l -> l.label()).containsExactly("いつ", "どこへ", "だれと", "どうやって", "電話");
        assertThat(whole.card().lines().get(1).text()).as("one place for four hazards").containsOnlyOnce("親戚の家").contains("洪水・");
        assertThat(whole.card().lines().get(2).text()).contains("隣 一郎", "0242-22-2222");
        assertThat(whole.card().seal()).contains("電子シール", "2026年11月30日", "/verify");
        assertThat(whole.card().map()).isNotNull();
        byte[] pdf = printer.plan(whole);
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/screenshots"));
        java.nio.file.Files.write(java.nio.file.Path.of("target/screenshots/card.pdf"), pdf);
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            Letters letters = new Letters();
            letters.setEndPage(1);
            assertThat(letters.getText(document)).contains("いつ", "警戒レベル3", "隣 一郎");
            assertThat(letters.ofValues).as("letters of the lines, in points").allMatch(size -> size >= 12);
        }
        PrintedPlan commissioner = prints.copy(file, plan, new Letter("W"), "民生委員への写し");
        assertThat(commissioner.card().map()).isNull();
        assertThat(commissioner.card().lines().toString()).doesNotContain("車いす", "徒歩");
        assertThat(prints.copy(file, plan, question -> false, "写し").card().lines().toString()).doesNotContain("隣 一郎", "親戚の家", "0242");
    }

    /** Reads a page and remembers how large the letters between its rules are. */
    private static final class Letters extends org.apache.pdfbox.text.PDFTextStripper {

        private final List<Float> ofValues = new ArrayList<>();

        @Override
        protected void processTextPosition(org.apache.pdfbox.text.TextPosition text) {
            super.processTextPosition(text);
            if (text.getYDirAdj() > 150 && text.getYDirAdj() < 410) {
                ofValues.add(text.getFontSizeInPt());
            }
        }
    }

    /** 市記入欄: without an answer it is there all the same, to be written in by hand; what a condition hides is not. */
    @Test
    void theCitysSectionIsPrintedEmptyAndAHiddenAnswerIsNot() throws Exception {
        CaseFile file = loop.atReview();
        ObjectNode schema = (ObjectNode) TestForms.schema("990019");
        ((ObjectNode) schema.path("properties")).set("office", TestForms.JSON.readTree("""
                {"type": "object", "title": "市記入欄", "x-is": "city", "properties": {
                  "received": {"type": "string", "format": "date", "title": "受付日", "x-kind": "date", "x-required": true}}}"""));
        PlanForm form = FormReader.read("990019", schema, new ArrayList<>());
        FilledPlan plan = FilledPlan.of(form, TestForms.answers("{'reasons': {'items': ['physical'], 'careLevel': '23', 'physicalGrade': '2'}}"));
        assertThat(Completeness.missing(plan)).as("the office is not asked for it").noneMatch(p -> p.field().startsWith("/office"));
        for (boolean draft : new boolean[] {true, false}) {
            PrintedPlan printed = prints.print(file, plan, JsonNodeFactory.instance.objectNode(), 1, Instant.now(), draft, null, PlanReader.ALL);
            assertThat(section(printed, "office").rows()).extracting(PrintedPlan.Row::label).containsExactly("受付日");
            assertThat(section(printed, "reasons").rows()).extracting(PrintedPlan.Row::value).contains("2級").noneMatch(v -> v.contains("要介護"));
        }
        PrintedPlan copy = prints.print(file, plan, JsonNodeFactory.instance.objectNode(), 1, Instant.now(), false, "写し", new Letter("N"));
        assertThat(copy.sections()).extracting(PrintedPlan.Section::key).doesNotContain("office");
    }

    /** What the form says that readers of the letter may see. */
    private record Letter(String letter) implements PlanReader {

        @Override
        public boolean sees(AskedQuestion question) {
            return (question.row() == null ? question.field() : question.row().group()).seenBy().contains(letter);
        }
    }

    private CaseFile withWay() throws Exception {
        CaseFile file = loop.atReview();
        String url = "/cases/" + file.number() + "/route";
        mvc.perform(post(url + "/home").param("lat", "37.5020").param("lon", "139.9400").param("hazard", "FLOOD").with(csrf()).with(As.aoba2()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(url).param("hazard", "FLOOD").param("profile", "WALKER").param("speed", "1.8").param("version", "0")
                .param("drawn", "37.503,139.941;37.505,139.944").with(csrf()).with(As.aoba2())).andExpect(status().is3xxRedirection());
        return file;
    }

    private Submission withPhoto(CaseFile file) throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        long photo = jdbc.sql("""
                insert into plan.attachment (case_id, name, media_type, size, content, added_at, added_by)
                values (?, '道.jpg', 'image/jpeg', ?, ?, now(), 'aoba2') returning id
                """).params(file.id().value(), jpeg.size(), jpeg.toByteArray()).query(Long.class).single();
        Submission plan = submissions.latest(file.id()).orElseThrow();
        ObjectNode answers = plan.answers().deepCopy();
        answers.withObject("/route").putObject("map").put("file", photo).put("name", "道.jpg").put("type", "image/jpeg");
        return new Submission(plan.version(), answers, plan.provenance(), plan.at(), plan.by(), plan.formVersion());
    }

    private static PrintedPlan.Section section(PrintedPlan plan, String key) {
        return plan.sections().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
    }
}
