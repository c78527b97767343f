package jp.michishirube.roster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    private static final Charset CP932 = Charset.forName("windows-31j");

    @TempDir
    Path folder;

    private final List<RawRow> rows = new ArrayList<>();

    private TableFile.Facts read(byte[] bytes) throws IOException {
        return read(bytes, Limits.DEFAULT);
    }

    private TableFile.Facts read(byte[] bytes, Limits limits) throws IOException {
        rows.clear();
        return TableFile.read(Files.write(folder.resolve("f"), bytes), limits, rows::add);
    }

    private static Limits small() {
        return new Limits(64L << 20, 1000, 20, 2000, 10, 4L << 20, 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "UTF-16LE"})
    void everyEncodingOfACity(String charset) throws IOException {
        String text = (charset.startsWith("UTF") ? "\uFEFF" : "") + "氏名,住所\r\n髙橋 ①,山﨑町～―－\r\n";
        read(text.getBytes(charset));
        assertThat(rows).extracting(RawRow::cells).containsExactly(List.of("氏名", "住所"), List.of("髙橋 ①", "山﨑町～―－"));
    }

    @Test
    void utf8WithoutMarkIsToldFromCp932() throws IOException {
        assertThat(read("氏名\n𠮷田\n".getBytes(StandardCharsets.UTF_8)).encoding()).isEqualTo("UTF_8");
        assertThat(read("氏名\n吉田\n".getBytes(CP932)).encoding()).isEqualTo("CP932");
        assertThat(rows.get(1).cells()).containsExactly("吉田");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-eucJP-Open", "x-windows-iso2022jp"})
    void encodingsOfOldSystems(String charset) throws IOException {
        TableFile.Facts facts = read("宛名番号,氏名,住所\r\nM1,髙橋 ①,青葉町ｱｲｳ\r\n".getBytes(charset));
        assertThat(facts.encoding()).isEqualTo(charset.contains("euc") ? "EUC_JP" : "ISO_2022_JP");
        assertThat(rows.get(1).cells()).containsExactly("M1", "髙橋 ①", "青葉町ｱｲｳ");
    }

    @Test
    void halfWidthKanaAloneAreNotEuc() throws IOException {
        assertThat(read("氏名,ｶﾅ\nﾀｶﾊｼ,ｱｲｳｴ\n".getBytes(CP932)).encoding()).isEqualTo("CP932");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\rc,d\re,f\r", "a,b\r\nc,d\ne,f\r", "a,b\nc,d\re,f\u001A", "a,b\r\nc,d\r\ne,f\r\n\u001A", "a,b\rc,d\r\re,f\r\n\u001A\r\n"})
    void everyEndOfALineEndsARow(String text) throws IOException {
        read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(rows).extracting(RawRow::cells).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"));
    }

    @Test
    void aQuoteInsideAValueIsPartOfIt() throws IOException {
        read("氏名,住所\n\"星野\"見本,青葉町\n\"a\" ,b\nx\"y,z\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows).extracting(RawRow::cells).containsExactly(List.of("氏名", "住所"), List.of("\"星野\"見本", "青葉町"), List.of("a", "b"), List.of("x\"y", "z"));
    }

    @Test
    void aControlInTheMiddleIsNoEnd() throws IOException {
        read("a,b\nc\u001Ad,e\nf,g\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows).hasSize(3);
    }

    @Test
    void wrongEncodingInTheMiddleDamagesItsCellAlone() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write("氏名,住所\n".repeat(30).getBytes(StandardCharsets.UTF_8));
        mixed.write("斎藤,".getBytes(StandardCharsets.UTF_8));
        mixed.write("青葉町\n".getBytes(CP932));
        mixed.write("佐藤,若草町\n".getBytes(StandardCharsets.UTF_8));
        TableFile.Facts facts = read(mixed.toByteArray());
        assertThat(facts.encoding()).isEqualTo("UTF_8");
        assertThat(facts.damaged()).isEqualTo(1);
        assertThat(rows.get(30).cells().get(0)).isEqualTo("斎藤");
        assertThat(rows.get(30).cells().get(1)).contains("\uFFFD");
        assertThat(rows.get(31).cells()).containsExactly("佐藤", "若草町");
    }

    @Test
    void tabsQuotedBreaksBlankTailsAndDoubledQuotes() throws IOException {
        TableFile.Facts facts = read("a\tb\t\n\"x\r\ny\"\t\"say \"\"hi\"\"\"\t\n\t\t\n\n　\t\n".getBytes(StandardCharsets.UTF_8));
        assertThat(facts.format()).isEqualTo("TSV");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).cells()).containsExactly("x\r\ny", "say \"hi\"", "");
        assertThat(rows.get(1).line()).isEqualTo(2);
    }

    @Test
    void aLineOfTenMegabytesBecomesOneDamagedRow() throws IOException {
        read(("a,b\n" + "x".repeat(10 << 20) + "\nc,d\n").getBytes(StandardCharsets.UTF_8));
        assertThat(rows).extracting(RawRow::damage).containsExactly(null, RawRow.Damage.TOO_LONG, null);
        assertThat(rows.get(1).cells().get(0)).hasSizeLessThan(300);
        assertThat(rows.get(2).line()).isEqualTo(3);
    }

    @Test
    void aQuoteNeverClosedCostsItsOwnLineOnly() throws IOException {
        String tail = "c,d\n".repeat(300);
        read(("a,b\n1,\"open\n" + tail).getBytes(StandardCharsets.UTF_8));
        assertThat(rows).hasSize(302);
        assertThat(rows.get(1).damage()).isEqualTo(RawRow.Damage.OPEN_QUOTE);
        assertThat(rows.get(2).line()).isEqualTo(3);
        assertThat(rows.get(301).line()).isEqualTo(302);
    }

    @Test
    void aQuoteNeverClosedAtTheEnd() throws IOException {
        read("a,b\n1,\"open\n2,c".getBytes(StandardCharsets.UTF_8));
        assertThat(rows).extracting(RawRow::damage).containsExactly(null, RawRow.Damage.OPEN_QUOTE, null);
    }

    @Test
    void whatIsNoTableIsNamed() {
        assertProblem("roster-file-empty", new byte[0]);
        assertProblem("roster-file-empty", "\n\n ,\n".getBytes());
        assertProblem("roster-file-unknown-kind", "%PDF-1.7 ...".getBytes());
        assertProblem("roster-file-unknown-kind", new byte[] {1, 2, 0, 4});
        assertProblem("roster-file-old-excel", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
        assertProblem("roster-file-damaged", new byte[] {'P', 'K', 3, 4, 9, 9, 9});
    }

    @Test
    void limitsOfSizeAndRows() {
        assertThatThrownBy(() -> read(new byte[100], new Limits(99, 9, 9, 99, 9, 99, 9)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status().value()).isEqualTo(413));
        assertThatThrownBy(() -> read("a,b\n".repeat(1001).getBytes(), small()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo("roster-file-too-many-rows"));
    }

    @Test
    void excelWithDatesNumbersAndSharedStrings() throws IOException {
        TableFile.Facts facts = read(Xlsx.of(Xlsx.sheet("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>宛名番号</t></is></c><c r="B1" t="s"><v>0</v></c></row>
                <row r="3"><c r="A3"><v>12345678</v></c><c r="B3" s="1"><v>13982</v></c><c r="D3"><v>1.0E5</v></c></row>"""), "生年月日"));
        assertThat(facts.format()).isEqualTo("XLSX");
        assertThat(rows).extracting(RawRow::cells).containsExactly(List.of("宛名番号", "生年月日"), List.of("12345678", "1938-04-12", "", "100000"));
        assertThat(rows.get(1).line()).isEqualTo(3);
    }

    @Test
    void aZipBombIsStoppedWhileUnpacking() throws IOException {
        byte[] bomb = Xlsx.zip(zip -> {
            zip.putNextEntry(new java.util.zip.ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new java.util.zip.ZipEntry("xl/worksheets/sheet1.xml"));
            OutputStream out = zip;
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 20; i++) {
                out.write(zeros);
            }
        });
        assertProblem("roster-file-bomb", bomb);
    }

    @Test
    void anEntityBombAndAForeignZipAreRefused() throws IOException {
        assertProblem("roster-file-damaged", Xlsx.of("<!DOCTYPE lolz [<!ENTITY a \"aaaa\">]><worksheet/>", "x"));
        assertProblem("roster-file-unknown-kind", Xlsx.zip(zip -> zip.putNextEntry(new java.util.zip.ZipEntry("mimetype"))));
    }

    private void assertProblem(String kind, byte[] bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(kind));
    }
}
