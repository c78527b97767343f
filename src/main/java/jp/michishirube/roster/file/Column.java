package jp.michishirube.roster.file;

import java.util.List;

/**
 * A column of our own layout.
 *
 * @param key      name of the value inside; label under {@code roster.field.<key>}
 * @param header   heading in our own layout, see docs/roster-layout.md
 * @param required a row without it is wrong
 * @param also     headings of other vendors that mean the same, for the guess
 */
public record Column(String key, String header, ValueKind kind, boolean required, List<String> also) {

    public Column {
        also = also == null ? List.of() : List.copyOf(also);
    }
}
