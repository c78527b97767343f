package jp.michishirube.linkage;

import java.io.Serializable;
import java.util.List;

/**
 * What became of a notebook, for the person who had it read.
 *
 * @param taken    what went to the plan, by kind
 * @param left     what did not, by kind
 * @param warnings message keys of what to compare with the paper notebook
 */
public record NotebookReading(List<Line> taken, List<Line> left, List<String> warnings) {

    /** @param key message key of the kind, which takes the count as {@code {0}} */
    public record Line(String key, int count) implements Serializable {}
}
