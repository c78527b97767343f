package jp.michishirube.roster.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;

/** A workbook as a department keeps it: ten sheets, the key to its symbols hidden, dates counted from 1904 in a built-in Japanese format. */
public final class Books {

    private static final String NS = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private Books() {}

    /** @param nextMonth the second person has entered a facility */
    public static byte[] tenSheets(boolean nextMonth) throws IOException {
        return Xlsx.zip(zip -> {
            StringBuilder tabs = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                String name = i == 0 ? "記号の意味" : i == 6 ? "要支援者一覧" : "集計" + i;
                tabs.append("<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"r%d\"/>".formatted(name, i + 1, i == 0 ? " state=\"veryHidden\"" : "", i + 1));
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + (i + 1) + ".xml"));
                String rows = i == 6 ? list(nextMonth) : i == 0 ? row("氏名", "生年月日", "住所", "異動") + row("文字", "日付", "文字", "1=継続")
                        : row("町", "人数") + row("青葉町", "12");
                zip.write(("<worksheet " + NS + "><sheetData>" + rows + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(("<workbook " + NS + "><workbookPr date1904=\"1\"/><sheets>" + tabs + "</sheets></workbook>").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/styles.xml"));
            zip.write(("<styleSheet " + NS + "><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"27\"/></cellXfs></styleSheet>").getBytes(StandardCharsets.UTF_8));
        });
    }

    private static String list(boolean nextMonth) {
        String second = nextMonth ? "特養へ入所" : "1";
        return row("要支援者一覧") + row("（部外秘）") + row("整理番号", "氏", "名", "生年月日", "住所", "異動", "浸水")
                + row("VC-1", "髙橋", "ハナ", "#13637", "青葉町二丁目6番13号", "1", "A") + row("VC-2", "山﨑", "正男", "#13637", "若草町3-10-13", second, "A")
                + row("VC-3", "見本", "花子", "#13637", "川端町1", "特養へ入所", "A");
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append(cell.startsWith("#") ? "<c s=\"1\"><v>" + cell.substring(1) + "</v></c>" : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
