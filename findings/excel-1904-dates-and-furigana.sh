#!/bin/sh
# What a roster's birth dates and names become in fastexcel-reader 0.20.2 and Apache POI 5.5.1, seen 2026-11-30 on JDK 17.
#
# A workbook in Excel's 1904 date system (the default of Excel for Mac for many years; date1904="1" in xl/workbook.xml) holds a date of
# birth. POI reads it rightly; fastexcel-reader ignores the switch and answers a date four years and a day later, a plausible age.
# A name kept as an inline string with its furigana (rPh, as Japanese input methods leave it): POI gives the name; fastexcel-reader
# appends the reading to it. The same name as a shared string is read rightly by both.
# A date with the built-in Japanese format 27, which files bear without a format text: POI does not call the cell a date, and
# fastexcel-reader knows the number 27 but no format.
. "$(dirname "$0")/common"
libraries org.apache.poi:poi-ooxml:5.5.1 org.apache.poi:poi-ooxml-full:5.5.1 org.dhatim:fastexcel-reader:0.20.2
run Seen.java <<'JAVA'
import java.nio.file.*;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.*;
import org.dhatim.fastexcel.reader.*;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.*;

public class Seen {
    public static void main(String[] args) throws Exception {
        Path file = Files.createTempFile("seen", ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            XSSFRow row = book.createSheet("名簿").createRow(0);
            date(book, row.createCell(0), (short) 14);
            date(book, row.createCell(1), (short) 27);
            XSSFRichTextString shared = new XSSFRichTextString("見本");
            read(shared.getCTRst());
            row.createCell(2).setCellValue(shared);
            CTCell inline = row.createCell(3).getCTCell();
            inline.setT(STCellType.INLINE_STR);
            CTRst text = inline.addNewIs();
            text.setT("見本");
            read(text);
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
        try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
            XSSFRow row = book.getSheetAt(0).getRow(0);
            System.out.println("poi       date " + row.getCell(0).getLocalDateTimeCellValue().toLocalDate() + ", shared " + row.getCell(2)
                    + ", inline " + row.getCell(3) + ", format 27 is a date: " + DateUtil.isCellDateFormatted(row.getCell(1)));
        }
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            Row row = book.getFirstSheet().read().get(0);
            System.out.println("fastexcel date " + row.getCell(0).asDate().toLocalDate() + ", shared " + row.getCell(2).getText()
                    + ", inline " + row.getCell(3).getText() + ", format 27: " + row.getCell(1).getDataFormatId() + " " + row.getCell(1).getDataFormatString());
        }
    }

    private static void date(XSSFWorkbook book, XSSFCell cell, short format) {
        XSSFCellStyle style = book.createCellStyle();
        style.setDataFormat(format);
        cell.setCellValue(LocalDate.of(1941, 5, 3));
        cell.setCellStyle(style);
    }

    private static void read(CTRst name) {
        CTPhoneticRun furigana = name.addNewRPh();
        furigana.setSb(0);
        furigana.setEb(2);
        furigana.setT("ミホン");
    }
}
JAVA
expect <<'SEEN'
poi       date 1941-05-03, shared 見本, inline 見本, format 27 is a date: false
fastexcel date 1945-05-04, shared 見本, inline 見本ミホン, format 27: 27 null
SEEN
