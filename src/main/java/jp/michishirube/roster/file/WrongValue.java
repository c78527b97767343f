package jp.michishirube.roster.file;

/** A cell that cannot mean what its column says. The sentence is {@code roster.wrong.<kind>}; the value itself stays in the row. */
public final class WrongValue extends Exception {

    private final String kind;

    public WrongValue(String kind) {
        super(kind, null, false, false);
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }
}
