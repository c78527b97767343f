package jp.michishirube.roster.file.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.michishirube.roster.file.Limits;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as different programs write them, part by part. */
class WorkbookTest {

    private static final String NS = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    @TempDir
    private Path folder;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();

    private void read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Workbook.read(Files.write(folder.resolve("book.xlsx"), bytes.toByteArray()), Limits.DEFAULT, (Sheet s) -> {
            List<List<String>> rows = new ArrayList<>();
            sheets.put(s.name() + (s.hidden() ? " hidden" : ""), rows);
            return (RawRow r) -> rows.add(r.cells());
        });
    }

    private void book(String properties, String... sheetRows) {
        StringBuilder tabs = new StringBuilder();
        for (int i = 0; i < sheetRows.length; i++) {
            tabs.append("<sheet name=\"S").append(i + 1).append("\" sheetId=\"").append(i + 1).append("\"").append(i == 0 && sheetRows.length > 1 ? " state=\"hidden\"" : "")
                    .append(" r:id=\"rId").append(i + 1).append("\"/>");
            parts.put("xl/worksheets/sheet" + (i + 1) + ".xml", "<worksheet " + NS + "><sheetData>" + sheetRows[i] + "</sheetData></worksheet>");
        }
        parts.put("xl/workbook.xml", "<workbook " + NS + "><workbookPr " + properties + "/><sheets>" + tabs + "</sheets></workbook>");
    }

    private void styles(String formats, int... ids) {
        StringBuilder xfs = new StringBuilder();
        for (int id : ids) {
            xfs.append("<xf numFmtId=\"").append(id).append("\"/>");
        }
        parts.put("xl/styles.xml", "<styleSheet " + NS + "><numFmts>" + formats + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + xfs
                + "</cellXfs></styleSheet>");
    }

    @Test
    void withoutStylesStringsOrRelations() throws IOException {
        book("", "<row><c t=\"inlineStr\"><is><t>氏名</t></is></c><c><v>12</v></c></row>");
        read();
        assertThat(sheets).containsEntry("S1", List.of(List.of("氏名", "12")));
    }

    @Test
    void japaneseBuiltInDatesHaveNoFormatText() throws IOException {
        styles("", 0, 27, 31, 36, 50, 57, 58, 32, 20);
        book("", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>15099</v></c><c r=\"B1\" s=\"2\"><v>15099.0</v></c><c r=\"C1\" s=\"3\"><v>15099</v></c><c r=\"D1\" s=\"4\"><v>15099</v></c>"
                + "<c r=\"E1\" s=\"5\"><v>15099</v></c><c r=\"F1\" s=\"6\"><v>15099</v></c><c r=\"G1\" s=\"7\"><v>0.5</v></c><c r=\"H1\" s=\"0\"><v>15099</v></c></row>");
        read();
        assertThat(sheets.get("S1").get(0)).containsExactly("1941-05-03", "1941-05-03", "1941-05-03", "1941-05-03", "1941-05-03", "1941-05-03", "0.5", "15099");
    }

    @Test
    void theDateSystemOf1904() throws IOException {
        styles("", 14);
        book("date1904=\"true\"", "<row><c s=\"0\"><v>13637</v></c></row>");
        read();
        assertThat(sheets.get("S1").get(0)).containsExactly("1941-05-03");
    }

    @Test
    void theFirstTwoMonthsOf1900AreNotADayOff() throws IOException {
        styles("", 14);
        book("", "<row><c s=\"0\"><v>1</v></c><c s=\"0\"><v>59</v></c><c s=\"0\"><v>61</v></c></row>");
        read();
        assertThat(sheets.get("S1").get(0)).containsExactly("1900-01-01", "1900-02-28", "1900-03-01");
    }

    @Test
    void zerosThatAFormatShowsAreKept() throws IOException {
        styles("<numFmt numFmtId=\"170\" formatCode=\"0000000000\"/><numFmt numFmtId=\"171\" formatCode=\"000\\-0000\"/><numFmt numFmtId=\"172\" formatCode=\"ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                + "<numFmt numFmtId=\"173\" formatCode=\"0.00\"/><numFmt numFmtId=\"164\" formatCode=\"General\"/>", 170, 171, 172, 173, 164);
        book("", "<row><c s=\"0\"><v>990221007</v></c><c s=\"1\"><v>600001</v></c><c s=\"2\"><v>15099</v></c><c s=\"3\"><v>9.099012345E9</v></c><c s=\"4\"><v>1001</v></c></row>");
        read();
        assertThat(sheets.get("S1").get(0)).containsExactly("0990221007", "060-0001", "1941-05-03", "9099012345", "1001");
    }

    /** As LibreOffice and libraries write formats of codes: colours, padding, words, a section for what is below nought. */
    @Test
    void zerosStayBesideColoursPaddingAndWords() throws IOException {
        styles("<numFmt numFmtId=\"170\" formatCode=\"00000_ \"/><numFmt numFmtId=\"171\" formatCode=\"00000;[RED]\\-00000\"/><numFmt numFmtId=\"172\" formatCode=\"[BLUE]00000\"/>"
                + "<numFmt numFmtId=\"173\" formatCode=\"00000\\号\"/><numFmt numFmtId=\"174\" formatCode=\"[$-411]00000\"/><numFmt numFmtId=\"175\" formatCode=\"[&lt;=999]00000;0\"/>"
                + "<numFmt numFmtId=\"176\" formatCode=\"0_ \"/>", 170, 171, 172, 173, 174, 175, 176);
        book("", "<row><c s=\"0\"><v>12</v></c><c s=\"1\"><v>12</v></c><c s=\"2\"><v>12</v></c><c s=\"3\"><v>12</v></c><c s=\"4\"><v>12</v></c><c s=\"5\"><v>12</v></c><c s=\"6\"><v>12</v></c></row>");
        read();
        assertThat(sheets.get("S1").get(0)).containsExactly("00012", "00012", "00012", "00012", "00012", "12", "12");
    }

    /** A library that calculates nothing writes the formula and an empty value; a formula may also make an empty text. */
    @Test
    void aFormulaThatNobodyCalculatedIsNoEmptyCell() throws IOException {
        book("", "<row><c><f>A1&amp;\"1\"</f><v></v></c><c t=\"n\"><f>B1</f><v/></c><c t=\"str\"><f>\"\"</f><v></v></c><c><v>4</v></c></row>");
        read();
        assertThat(sheets.get("S1").get(0)).containsExactly("\uFFFD", "\uFFFD", "", "4");
    }

    @Test
    void furiganaIsNoPartOfAName() throws IOException {
        parts.put("xl/sharedStrings.xml", "<sst " + NS + "><si><r><t>髙橋</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> ハナ</t></r><rPh sb=\"0\" eb=\"2\"><t>タカハシ</t></rPh><phoneticPr fontId=\"1\"/></si></sst>");
        book("", "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>山田</t><rPh sb=\"0\" eb=\"2\"><t>ヤマダ</t></rPh></is></c><c t=\"s\"><v>7</v></c></row>");
        read();
        assertThat(sheets.get("S1").get(0)).containsExactly("髙橋 ハナ", "山田", "\uFFFD");
    }

    @Test
    void formulasErrorsAndEscapes() throws IOException {
        book("", "<row><c t=\"str\"><f>A1</f><v>町_x000D_名_x005F_x</v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c><c t=\"e\"><v>#N/A</v></c><c t=\"b\"><v>1</v></c>"
                + "<c t=\"d\"><v>1941-05-03T00:00:00</v></c></row>");
        read();
        assertThat(sheets.get("S1").get(0)).containsExactly("町名_x", "2", "\uFFFD", "\uFFFD", "TRUE", "1941-05-03");
    }

    @Test
    void hiddenSheetsAreSaidToBeAndHiddenRowsAreRead() throws IOException {
        book("", "<row><c t=\"inlineStr\"><is><t>記号</t></is></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row><row r=\"5\"><c r=\"XFD5\" s=\"0\"/><c r=\"B5\"><v>3</v></c></row>");
        read();
        assertThat(sheets).containsOnlyKeys("S1 hidden", "S2");
        assertThat(sheets.get("S2")).containsExactly(List.of("1"), List.of("2"), List.of("", "3"));
    }

    @Test
    void prefixesAndAbsoluteTargets() throws IOException {
        parts.put("_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"http://x/officeDocument\" Target=\"/book/main.xml\"/></Relationships>");
        parts.put("book/_rels/main.xml.rels", "<Relationships><Relationship Id=\"q\" Type=\"http://x/worksheet\" Target=\"/book/one.xml\"/></Relationships>");
        parts.put("book/main.xml", "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:r=\"http://y\"><x:sheets><x:sheet name=\"名簿\" sheetId=\"1\" r:id=\"q\"/></x:sheets></x:workbook>");
        parts.put("book/one.xml", "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>");
        read();
        assertThat(sheets).containsEntry("名簿", List.of(List.of("5")));
    }
}
