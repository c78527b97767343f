package jp.michishirube.bench;

import java.util.Locale;

/**
 * What a figure's ratio must keep to.
 *
 * @param name   of the figure, as {@link Figures#write} gives it
 * @param kind   whether the ratio is to stay above or below, or is only shown
 * @param value  the bound of the ratio; not read where it is only shown
 */
record Bound(String name, Kind kind, double value) {

    enum Kind { AT_LEAST, AT_MOST, SHOWN }

    static Bound atLeast(String name, double value) {
        return new Bound(name, Kind.AT_LEAST, value);
    }

    static Bound atMost(String name, double value) {
        return new Bound(name, Kind.AT_MOST, value);
    }

    static Bound shown(String name) {
        return new Bound(name, Kind.SHOWN, 0);
    }

    boolean holds(double ratio) {
        return switch (kind) {
            case AT_LEAST -> ratio >= value;
            case AT_MOST -> ratio <= value;
            case SHOWN -> true;
        };
    }

    String words() {
        return switch (kind) {
            case AT_LEAST -> String.format(Locale.ROOT, "at least %.2f", value);
            case AT_MOST -> String.format(Locale.ROOT, "at most %.2f", value);
            case SHOWN -> "none";
        };
    }
}
