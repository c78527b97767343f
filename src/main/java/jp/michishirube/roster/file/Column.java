package jp.michishirube.roster.file;

import java.util.List;

/**
 * A column of our own layout.
 *
 * @param key      name of the value inside; label under {@code roster.field.<key>}
 * @param header   heading in our own layout, see docs/roster-layout.md
 * @param required a row without it is wrong
 * @param also     headings of other vendors that mean the same, for the guess
 * @param join     how several of their columns make one value; null where only one column can be meant
 * @param parts    headings of columns that hold a part of it, for the guess
 */
public record Column(String key, String header, ValueKind kind, boolean required, List<String> also, Join join, List<String> parts) {

    /** What stands between the parts. */
    public enum Join {
        SPACE, ADDRESS, LIST, DATE,
        /** Each part behind its own heading, so that nobody has to guess later where it stood. */
        NOTE
    }

    public Column {
        also = also == null ? List.of() : List.copyOf(also);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }
}
