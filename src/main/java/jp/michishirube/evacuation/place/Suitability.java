package jp.michishirube.evacuation.place;

/** What a list says of one place and one kind of disaster. */
public enum Suitability {
    /** ○: designated. */
    DESIGNATED("○"),
    /** △: usable depending on the situation, such as the amount of rain; a city's own lists use it. */
    CONDITIONAL("△"),
    /** × or empty: not designated. */
    NOT_DESIGNATED("×");

    private final String mark;

    Suitability(String mark) {
        this.mark = mark;
    }

    public String mark() {
        return mark;
    }

    public String messageKey() {
        return "suitability." + name();
    }
}
