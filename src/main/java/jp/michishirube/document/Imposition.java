package jp.michishirube.document;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintLine;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import net.sf.jasperreports.engine.type.LineStyleEnum;

/** Puts four A6 pages upright on one A4 sheet, to be folded twice into a card. */
final class Imposition {

    private Imposition() {}

    static JasperPrint fours(JasperPrint small) throws JRException {
        int width = small.getPageWidth();
        int height = small.getPageHeight();
        List<JRPrintPage> sheets = new ArrayList<>();
        for (int i = 0; i < small.getPages().size(); i++) {
            if (i % 4 == 0) {
                JRPrintPage sheet = new JRBasePrintPage();
                sheet.addElement(fold(small, 0, height, 2 * width, 0));
                sheet.addElement(fold(small, width, 0, 0, 2 * height));
                sheets.add(sheet);
            }
            JRPrintPage sheet = sheets.get(sheets.size() - 1);
            for (JRPrintElement element : small.getPages().get(i).getElements()) {
                element.setX(element.getX() + i % 2 * width);
                element.setY(element.getY() + i % 4 / 2 * height);
                sheet.addElement(element);
            }
        }
        while (!small.getPages().isEmpty()) {
            small.removePage(0);
        }
        small.setPageWidth(2 * width);
        small.setPageHeight(2 * height);
        sheets.forEach(small::addPage);
        return small;
    }

    private static JRPrintElement fold(JasperPrint print, int x, int y, int w, int h) {
        JRBasePrintLine line = new JRBasePrintLine(print.getDefaultStyleProvider());
        line.setX(x);
        line.setY(y);
        line.setWidth(w);
        line.setHeight(h);
        line.getLinePen().setLineWidth(0.4f);
        line.getLinePen().setLineStyle(LineStyleEnum.DASHED);
        line.getLinePen().setLineColor(new Color(0x999999));
        return line;
    }
}
