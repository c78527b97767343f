package jp.michishirube.roster.file;

/**
 * One cell as its characters come. A quotation mark at the beginning holds the cell together as long as the separator follows its end;
 * where text follows, as in {@code "星野"見本}, the marks are part of the value and stay.
 */
final class CsvCell {

    private enum State {
        PLAIN, QUOTED,
        /** Right after a closing mark: another mark makes a doubled one. */
        CLOSED
    }

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder gap = new StringBuilder();
    private State state = State.PLAIN;
    private boolean wasQuoted;
    private int breaks;
    private char last;

    boolean isQuoted() {
        return state == State.QUOTED;
    }

    /** Line breaks inside so far. */
    int breaks() {
        return breaks;
    }

    void take(char c) {
        switch (state) {
            case QUOTED -> {
                if (c == '"') {
                    state = State.CLOSED;
                } else {
                    text.append(c);
                    breaks += c == '\r' || c == '\n' && last != '\r' ? 1 : 0;
                }
            }
            case CLOSED -> closed(c);
            default -> {
                if (c == '"' && !wasQuoted && Texts.isBlank(text.toString())) {
                    text.setLength(0);
                    wasQuoted = true;
                    state = State.QUOTED;
                } else {
                    text.append(c);
                }
            }
        }
        last = c;
    }

    private void closed(char c) {
        if (c == '"' && gap.isEmpty()) {
            text.append('"');
            state = State.QUOTED;
        } else if (Texts.isSpace(c)) {
            gap.append(c);
        } else {
            text.insert(0, '"').append('"').append(gap).append(c);
            gap.setLength(0);
            state = State.PLAIN;
        }
    }

    /** @return the value; the cell is then ready for the next one */
    String end() {
        String value = text.toString();
        text.setLength(0);
        gap.setLength(0);
        state = State.PLAIN;
        wasQuoted = false;
        breaks = 0;
        last = 0;
        return value;
    }
}
