package jp.michishirube.sharing;

import java.util.List;

/** The part of a plan that one recipient may see, in words. Empty when nothing may be seen. */
public record Extract(List<Section> sections) {

    /** @param key of the form's section */
    public record Section(String key, String title, List<Row> rows) {}

    /** @param item number of the repeated entry, from 1; 0 where nothing repeats */
    public record Row(String label, String value, int item) {}

    public boolean isEmpty() {
        return sections.isEmpty();
    }
}
