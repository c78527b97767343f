package jp.michishirube.roster.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The least of an Excel workbook, so that the tests need no writer library. */
public final class Xlsx {

    interface Fill {
        void into(ZipOutputStream zip) throws IOException;
    }

    private static final String NS = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Xlsx() {}

    static String sheet(String rows) {
        return "<worksheet " + NS + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static byte[] of(String sheet, String sharedString) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + type("/xl/workbook.xml", "sheet.main") + type("/xl/worksheets/sheet1.xml", "worksheet")
                + type("/xl/sharedStrings.xml", "sharedStrings") + type("/xl/styles.xml", "styles") + "</Types>");
        parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", "<workbook " + NS + " xmlns:r=\"" + R
                + "\"><sheets><sheet name=\"名簿\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/styles.xml", "<styleSheet " + NS + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        parts.put("xl/sharedStrings.xml", "<sst " + NS + "><si><t>" + sharedString + "</t></si></sst>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return zip(zip -> {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + part.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    static byte[] zip(Fill fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            fill.into(zip);
        }
        return bytes.toByteArray();
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String relations(String kind, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                + R + "/" + kind + "\" Target=\"" + target + "\"/></Relationships>";
    }
}
