package jp.michishirube.document;

import java.util.Comparator;
import java.util.List;

/**
 * How a plan template divides its width, as its own properties say: the packer puts as many answers on a line as these shapes allow.
 *
 * @param width     of a line in points
 * @param valueSize font size of answers in points
 * @param labelSize font size of labels in points
 * @param shapes    allowed lines, each as widths in twelfths that sum to 12
 * @param steps     columns of a timeline; 0 when the template has none
 */
record Grid(double width, double valueSize, double labelSize, List<int[]> shapes, int steps) {

    private static final double PADDING = 9;

    /** @return the least twelfths in which the answer stays on one line; 13 when it needs more than one full line */
    int need(String label, String value) {
        if (value.indexOf('\n') >= 0) {
            return 13;
        }
        double points = Math.max(ems(value) * valueSize, ems(label) * labelSize) + PADDING;
        return (int) Math.min(13, Math.max(1, Math.ceil(points / (width / 12))));
    }

    /** @return the shape for cells that need so much, or null when they do not stand on one line together */
    int[] shape(List<Integer> needs) {
        return shapes.stream().filter(s -> s.length == needs.size() && fits(s, needs))
                .max(Comparator.comparingInt(s -> slack(s, needs))).orElse(null);
    }

    /** The shape whose tightest cell has the most room left. */
    private static int slack(int[] shape, List<Integer> needs) {
        int least = 12;
        for (int i = 0; i < shape.length; i++) {
            least = Math.min(least, shape[i] - needs.get(i));
        }
        return least;
    }

    private static boolean fits(int[] shape, List<Integer> needs) {
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] < needs.get(i) && shape[i] < 12) {
                return false;
            }
        }
        return true;
    }

    /** Width in ems: full-width characters count one, digits three quarters, other ASCII and half-width kana a little more than half. */
    static double ems(String text) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLowSurrogate(c)) {
                ems += c >= '0' && c <= '9' ? 0.75 : c < 0x80 || c >= 0xff61 && c <= 0xff9f ? 0.6 : 1;
            }
        }
        return ems;
    }
}
