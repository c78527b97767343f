package jp.michishirube.document;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRFrame;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignGroup;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JasperDesign;

/** Changes a template's measures before it is compiled, so that a municipality keeps one file for both letter sizes. */
final class TemplateScaling {

    private TemplateScaling() {}

    /** Letters and heights grow, widths stay: the paper does not grow. */
    static void enlarge(JasperDesign design, double factor) {
        for (JRStyle style : design.getStyles()) {
            if (style.getOwnFontSize() != null) {
                ((JRDesignStyle) style).setFontSize((float) (style.getOwnFontSize() * factor));
            }
        }
        for (JRBand band : bands(design)) {
            ((JRDesignBand) band).setHeight((int) Math.ceil(band.getHeight() * factor));
            enlarge(band.getElements(), factor);
        }
        for (JRGroup group : design.getGroupsList()) {
            ((JRDesignGroup) group).setMinHeightToStartNewPage(scaled(group.getMinHeightToStartNewPage(), factor));
        }
        for (String size : List.of("michishirube.valueSize", "michishirube.labelSize")) {
            if (design.getProperty(size) != null) {
                design.setProperty(size, Double.toString(Double.parseDouble(design.getProperty(size)) * factor));
            }
        }
    }

    private static void enlarge(JRElement[] elements, double factor) {
        for (JRElement element : elements) {
            JRDesignElement e = (JRDesignElement) element;
            e.setY(scaled(e.getY(), factor));
            e.setHeight(scaled(e.getHeight(), factor));
            if (e instanceof JRDesignTextElement text && text.getOwnFontSize() != null) {
                text.setFontSize((float) (text.getOwnFontSize() * factor));
            }
            if (e instanceof JRFrame frame) {
                enlarge(frame.getElements(), factor);
            }
        }
    }

    /** Elements keyed {@code c1}, {@code c2} … share the width by weight; those beyond the number of columns go. */
    static void columns(JasperDesign design, List<Integer> weights) {
        int total = weights.stream().mapToInt(Integer::intValue).sum();
        int width = design.getColumnWidth();
        for (JRBand band : bands(design)) {
            for (JRElement element : band.getElements()) {
                String key = element.getKey();
                if (key == null || !key.matches("c[1-9]")) {
                    continue;
                }
                int column = key.charAt(1) - '1';
                if (column >= weights.size()) {
                    ((JRDesignBand) band).removeElement((JRDesignElement) element);
                    continue;
                }
                int before = weights.subList(0, column).stream().mapToInt(Integer::intValue).sum();
                int from = width * before / total;
                ((JRDesignElement) element).setX(from);
                ((JRDesignElement) element).setWidth(width * (before + weights.get(column)) / total - from);
            }
        }
    }

    private static List<JRBand> bands(JasperDesign design) {
        List<JRBand> bands = new ArrayList<>(java.util.Arrays.asList(
                design.getTitle(), design.getPageHeader(), design.getColumnHeader(), design.getColumnFooter(), design.getPageFooter(),
                design.getLastPageFooter(), design.getSummary(), design.getNoData()));
        bands.addAll(List.of(design.getDetailSection().getBands()));
        design.getGroupsList().forEach(g -> {
            bands.addAll(List.of(g.getGroupHeaderSection().getBands()));
            bands.addAll(List.of(g.getGroupFooterSection().getBands()));
        });
        bands.removeIf(java.util.Objects::isNull);
        return bands;
    }

    private static int scaled(int points, double factor) {
        return (int) (points * factor);
    }
}
