package jp.michishirube.document;

import net.sf.jasperreports.renderers.Renderable;

/**
 * One line of the flat data source that plan templates are filled from; reports/README.md describes it to their writers.
 *
 * @param kind    {@code ROW}, {@code STEPS_HEAD}, {@code STEPS}, {@code MAP} or {@code PICTURE}
 * @param shape   the cells' widths in twelfths, such as {@code 48} for one of 4 and one of 8; {@code 12} is one over the full width
 * @param section number of the section, from 1
 * @param unit    lines of the same number stay on one page where they fit on one: those of a repeated entry, those of a timeline
 * @param labels  one per cell
 * @param values  one per cell, styled markup
 * @param opens   first line of a repeated entry
 */
record Line(String kind, String shape, int section, int unit, String title, String[] labels, String[] values, boolean opens, Renderable picture) {

    Object field(String name) {
        return switch (name) {
            case "kind" -> kind;
            case "shape" -> shape;
            case "section" -> section;
            case "unit" -> unit;
            case "title" -> title;
            case "opens" -> opens;
            case "rich" -> rich();
            case "picture" -> picture;
            default -> cell(name);
        };
    }

    /** Whether a value holds markup: parsing it costs more than printing it, and most lines have none. */
    private boolean rich() {
        if (values != null) {
            for (String value : values) {
                if (value.indexOf('<') >= 0 || value.indexOf('&') >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private String cell(String name) {
        String[] cells = name.charAt(0) == 'l' ? labels : values;
        int n = name.charAt(1) - '1';
        return name.length() == 2 && n >= 0 && cells != null && n < cells.length ? cells[n] : "";
    }
}
