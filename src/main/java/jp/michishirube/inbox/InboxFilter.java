package jp.michishirube.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.michishirube.casefile.Step;

/**
 * What the person looks for, just as it stands in the URL.
 *
 * @param q           part of name, kana or case number
 * @param step        null for all
 * @param waitingDays at least so many days; null for all
 * @param after       where the page before ended: value of the sorted column, a bar, the task's id; null for the first page
 */
record InboxFilter(InboxTab tab, InboxOrder order, String q, Step step, String office, String area, String assignee, Integer priority,
        Integer waitingDays, String after) {

    /** The filter as URL parameters, without the page: what a link to the same list carries. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("tab", tab.path());
        all.put("order", order.path());
        put(all, "q", q);
        put(all, "step", step);
        put(all, "office", office);
        put(all, "area", area);
        put(all, "assignee", assignee);
        put(all, "priority", priority);
        put(all, "waitingDays", waitingDays);
        return all;
    }

    public String query() {
        StringBuilder query = new StringBuilder();
        parameters().forEach((k, v) -> query.append(query.isEmpty() ? "" : "&").append(k).append('=')
                .append(java.net.URLEncoder.encode(v, java.nio.charset.StandardCharsets.UTF_8)));
        return query.toString();
    }

    InboxFilter on(InboxTab other) {
        return new InboxFilter(other, order, q, step, office, area, assignee, priority, waitingDays, null);
    }

    public boolean isNarrowed() {
        return parameters().size() > 2;
    }

    private static void put(Map<String, String> all, String key, Object value) {
        if (value != null && !value.toString().isBlank()) {
            all.put(key, value instanceof Step s ? s.name() : value.toString());
        }
    }
}
