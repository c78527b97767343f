package jp.michishirube.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Pages and counts of the inbox: one statement each on one table, whatever the filter. */
@Repository
class InboxList {

    static final int PAGE = 20;
    /** Counting stops here; the tab says "500+". Nobody works through more by looking at a number. */
    static final int MOST_COUNTED = 500;
    private static final Duration SOON = Duration.ofDays(3);
    private static final int LARGEST_EXPORT = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    InboxList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One more than a page, so that the caller sees whether another follows. */
    List<WorkItem> page(Viewer viewer, InboxFilter filter) {
        return query(viewer, filter, PAGE + 1);
    }

    List<WorkItem> export(Viewer viewer, InboxFilter filter) {
        return query(viewer, filter, LARGEST_EXPORT);
    }

    Map<InboxTab, Integer> counts(Viewer viewer) {
        StringBuilder sql = new StringBuilder("select ");
        for (InboxTab tab : InboxTab.values()) {
            sql.append(tab.ordinal() == 0 ? "" : ", ").append("(select count(*) from (select 1 from inbox.work_item where ")
                    .append(scope(viewer)).append(tab.condition).append(" limit ").append(MOST_COUNTED).append(") t) as ").append(tab.name());
        }
        return viewerParams(jdbc.sql(sql.toString()), viewer).query((rs, n) -> {
            Map<InboxTab, Integer> counts = new EnumMap<>(InboxTab.class);
            for (InboxTab tab : InboxTab.values()) {
                counts.put(tab, rs.getInt(tab.name()));
            }
            return counts;
        }).single();
    }

    private List<WorkItem> query(Viewer viewer, InboxFilter f, int limit) {
        InboxOrder order = f.order();
        StringBuilder sql = new StringBuilder("select * from inbox.work_item where ").append(scope(viewer)).append(f.tab().condition);
        and(sql, f.step(), "step = :step");
        and(sql, f.office(), "office = :filterOffice");
        and(sql, f.area(), "area = :area");
        and(sql, f.assignee(), "assignee = :assignee");
        and(sql, f.priority(), "priority = :priority");
        and(sql, f.waitingDays(), "waiting_since <= :waitingUntil");
        and(sql, f.q(), "(resident_name like :q or resident_kana like :q or case_number like :q)");
        String[] cursor = cursor(f.after());
        if (cursor != null) {
            sql.append(" and (").append(order.column).append(", task_id) > (cast(:cursor as ").append(order.type).append("), :cursorTask)");
        }
        sql.append(" order by ").append(order.column).append(", task_id limit ").append(limit);
        StatementSpec statement = viewerParams(jdbc.sql(sql.toString()), viewer);
        statement = param(statement, "step", f.step() == null ? null : f.step().name());
        statement = param(statement, "filterOffice", f.office());
        statement = param(statement, "area", f.area());
        statement = param(statement, "assignee", f.assignee());
        statement = param(statement, "priority", f.priority());
        statement = param(statement, "waitingUntil", f.waitingDays() == null ? null
                : clock.instant().minus(Duration.ofDays(f.waitingDays())).atOffset(ZoneOffset.UTC));
        statement = param(statement, "q", f.q() == null || f.q().isBlank() ? null : "%" + f.q().strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        if (cursor != null) {
            statement = statement.param("cursor", cursor[0]).param("cursorTask", cursor[1]);
        }
        return statement.query((rs, n) -> WorkItems.row(rs)).list();
    }

    static String cursorAfter(InboxOrder order, WorkItem last) {
        Object value = switch (order) {
            case DUE -> last.dueAt();
            case WAITING -> last.waitingSince();
            case PRIORITY -> last.priority();
            case NAME -> last.residentKana();
            case NUMBER -> last.caseNumber();
        };
        return value + "|" + last.taskId();
    }

    private static String[] cursor(String after) {
        int bar = after == null ? -1 : after.lastIndexOf('|');
        return bar < 0 ? null : new String[] {after.substring(0, bar), after.substring(bar + 1)};
    }

    private static String scope(Viewer viewer) {
        return viewer.office() == null ? "" : "office = :office and ";
    }

    private StatementSpec viewerParams(StatementSpec statement, Viewer viewer) {
        Instant now = clock.instant();
        return statement.param("me", viewer.id()).param("party", viewer.party().name()).param("office", viewer.office())
                .param("now", now.atOffset(ZoneOffset.UTC)).param("soon", now.plus(SOON).atOffset(ZoneOffset.UTC));
    }

    private static void and(StringBuilder sql, Object value, String condition) {
        if (value != null && !value.toString().isBlank()) {
            sql.append(" and ").append(condition);
        }
    }

    private static StatementSpec param(StatementSpec statement, String name, Object value) {
        return value == null || value.toString().isBlank() ? statement : statement.param(name, value);
    }
}
