package jp.michishirube.roster.entry;

import java.util.Map;

/** A row of a confirmed import with what it acts on. */
public record RowToApply(
        long line, Verdict verdict, boolean same, String cityNumber, String personKey, String placeKey, Map<String, String> data, int priority,
        boolean eligible, String reasons, Long entry) {

    /** Somebody not known so far, or whom a person judged to be somebody else. */
    public boolean isNew() {
        return verdict == Verdict.NEW || verdict == Verdict.DOUBT && !same;
    }

    public boolean isLeaving() {
        return verdict == Verdict.GONE || verdict == Verdict.LEFT || verdict == Verdict.DOUBT && same && !get("left").isEmpty();
    }

    public String get(String key) {
        return data.getOrDefault(key, "");
    }
}
