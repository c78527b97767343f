package jp.michishirube.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.michishirube.casefile.KeptSearches;
import jp.michishirube.casefile.Step;
import jp.michishirube.problem.Problem;

/**
 * What the person looks for, just as it stands in the URL.
 *
 * @param tab         null when the address names none
 * @param q           parts of name, kana or case number
 * @param step        null for all
 * @param dueFrom     due on this day or later; null for all
 * @param dueTo       due on this day or earlier; null for all
 * @param waitingDays at least so many days; null for all
 * @param search      id of the kept search by which an address bears {@code q}; null where {@code q} may stand in it
 * @param whose       the same of {@code assignee}
 * @param after       where the page before ended: value of the sorted column, a bar, the task's id; null for the first page
 */
record InboxFilter(InboxTab tab, InboxOrder order, boolean descending, String q, Step step, String office, String area, String assignee,
        Integer priority, LocalDate dueFrom, LocalDate dueTo, Integer waitingDays, String after,
        String search, String whose) {

    /** Nobody waits longer; more would leave the database's calendar. */
    private static final int MOST_DAYS = 9_999;
    /** As on any calendar; the next day and the time zone must stay within Java's and the database's. */
    private static final int LAST_YEAR = 9_999;

    /** @throws Problem {@code unreadable-request} (400) for a value that is none */
    static InboxFilter of(Map<String, String> p) {
        try {
            return new InboxFilter(InboxTab.of(p.get("tab")), InboxOrder.of(p.get("order")), "desc".equals(p.get("direction")), text(p, "q"),
                    text(p, "step") == null ? null : Step.valueOf(p.get("step")), text(p, "office"), text(p, "area"), text(p, KeptSearches.ASSIGNEE),
                    number(p, "priority"), day(p, "dueFrom"), day(p, "dueTo"), number(p, "waitingDays"), text(p, "after"),
                    text(p, KeptSearches.ID), text(p, KeptSearches.WHOSE));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.badRequest("unreadable-request");
        }
    }

    /** The filter as URL parameters, without the page: what a link to the same list carries. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("tab", tab.path());
        all.put("order", order.path());
        put(all, "direction", descending ? "desc" : null);
        put(all, search == null ? KeptSearches.WORDS : KeptSearches.ID, search == null ? q : search);
        put(all, "step", step);
        put(all, "office", office);
        put(all, "area", area);
        put(all, whose == null ? KeptSearches.ASSIGNEE : KeptSearches.WHOSE, whose == null ? assignee : whose);
        put(all, "priority", priority);
        put(all, "dueFrom", dueFrom);
        put(all, "dueTo", dueTo);
        put(all, "waitingDays", waitingDays);
        return all;
    }

    public String query() {
        return written(parameters());
    }

    /** The very page: the filter and where it begins. */
    public String place() {
        Map<String, String> all = parameters();
        put(all, "after", after);
        return written(all);
    }

    public InboxFilter on(InboxTab other) {
        return new InboxFilter(other, order, descending, q, step, office, area, assignee, priority, dueFrom, dueTo, waitingDays, null, search, whose);
    }

    /** The same list sorted by that column; by the column it is sorted by, the other way round. */
    public String sortedBy(String column) {
        InboxOrder other = InboxOrder.of(column);
        return new InboxFilter(tab, other, other == order && !descending, q, step, office, area, assignee, priority, dueFrom, dueTo,
                waitingDays, null, search, whose).query();
    }

    /** For {@code aria-sort}; null for a column that does not sort the list. */
    public String sortOf(String column) {
        return order.path().equals(column) ? descending ? "descending" : "ascending" : null;
    }

    public boolean isNarrowed() {
        return parameters().keySet().stream().anyMatch(k -> !k.equals("tab") && !k.equals("order") && !k.equals("direction"));
    }

    private static String written(Map<String, String> all) {
        StringBuilder query = new StringBuilder();
        all.forEach((k, v) -> query.append(query.isEmpty() ? "" : "&").append(k).append('=').append(URLEncoder.encode(v, StandardCharsets.UTF_8)));
        return query.toString();
    }

    private static void put(Map<String, String> all, String key, Object value) {
        if (value != null) {
            all.put(key, value instanceof Step s ? s.name() : value.toString());
        }
    }

    private static String text(Map<String, String> p, String key) {
        String value = p.get(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Integer number(Map<String, String> p, String key) {
        String value = text(p, key);
        return value == null ? null : Math.max(0, Math.min(Integer.parseInt(value), MOST_DAYS));
    }

    private static LocalDate day(Map<String, String> p, String key) {
        String value = text(p, key);
        LocalDate day = value == null ? null : LocalDate.parse(value);
        if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
            throw Problem.badRequest("unreadable-request");
        }
        return day;
    }
}
