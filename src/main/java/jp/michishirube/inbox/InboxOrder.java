package jp.michishirube.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import jp.michishirube.problem.Problem;

/** How a list is sorted. Each ends in the task's id, so that a page can begin exactly where the last one ended. */
enum InboxOrder {
    DUE("due_at"),
    WAITING("waiting_since"),
    PRIORITY("priority"),
    /** As telephone books do, whatever locale the database has; so do the columns of names in the other rooms (V953). */
    NAME("resident_kana collate \"ja-x-icu\""),
    NUMBER("case_number");

    /** As SQL names it, with the order of its values where that is not the database's own. */
    final String column;

    InboxOrder(String column) {
        this.column = column;
    }

    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static InboxOrder of(String path) {
        for (InboxOrder order : values()) {
            if (order.path().equals(path)) {
                return order;
            }
        }
        return DUE;
    }

    /** Where the page that ends with this item ended. */
    String cursorAfter(WorkItem last) {
        Object value = switch (this) {
            case DUE -> last.dueAt();
            case WAITING -> last.waitingSince();
            case PRIORITY -> last.priority();
            // A name stays out of the address: it is looked up by the task.
            case NAME -> "";
            case NUMBER -> last.caseNumber();
        };
        return value + "|" + last.taskId();
    }

    /**
     * @param value  of the sorted column, as the database compares it; null to be looked up by the task
     * @param taskId of the last item of the page before
     */
    record Cursor(Object value, String taskId) {}

    /** @throws Problem {@code unreadable-request} (400) for what {@link #cursorAfter} never wrote */
    Cursor cursor(String after) {
        int bar = after.lastIndexOf('|');
        if (bar < 0) {
            throw Problem.badRequest("unreadable-request");
        }
        String value = after.substring(0, bar);
        try {
            return new Cursor(switch (this) {
                case DUE, WAITING -> Instant.parse(value).atOffset(ZoneOffset.UTC);
                case PRIORITY -> Short.valueOf(value);
                case NAME -> null;
                case NUMBER -> value;
            }, after.substring(bar + 1));
        } catch (DateTimeException | NumberFormatException e) {
            throw Problem.badRequest("unreadable-request");
        }
    }
}
