package jp.michishirube.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Pages and counts of the inbox: one statement each on one table, whatever the filter. */
@Repository
class InboxList {

    static final int PAGE = 20;
    /** Counting a whole city stops here; the tab says "500+". Nobody works through more by looking at a number. */
    static final int MOST_COUNTED = 500;
    private static final Duration SOON = Duration.ofDays(3);
    private static final int LARGEST_EXPORT = 10_000;
    /** As indexed: leads to the rows that hold the pieces, and knows how many they are. The pattern decides. */
    private static final String HOLDS_GRAMS = "inbox.grams(searched, case_number) @> cast(:grams as text[])";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    /** Around the page alone: what is new is looked up for its rows, not for the whole list. */
    private static final String NEWS = """
            select w.*, case when o.at is null then 'NEW' when exists (select 1 from casefile.event e
                where e.case_id = w.case_id and e.at > o.at and e.actor_id <> :me) then 'CHANGED' else 'SEEN' end news from
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    InboxList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a case has to tell a person: never opened, something happened since, or nothing. */
    enum News { NEW, CHANGED, SEEN }

    record Listed(WorkItem item, News news) {}

    /** One more than a page, so that the caller sees whether another follows. */
    List<Listed> page(Viewer viewer, InboxFilter filter) {
        return query(viewer, filter, PAGE + 1);
    }

    List<Listed> export(Viewer viewer, InboxFilter filter) {
        return query(viewer, filter, LARGEST_EXPORT);
    }

    /** An office's tabs to the last one; for the whole city not beyond {@link #MOST_COUNTED} and one. */
    Map<InboxTab, Integer> counts(Viewer viewer) {
        StringJoiner columns = new StringJoiner(", ", "select ", viewer.office() == null ? "" : " from inbox.work_item where office = :office");
        for (InboxTab tab : InboxTab.values()) {
            String count = viewer.office() != null ? "count(*) filter (where " + tab.of(viewer) + ")"
                    : "(select count(*) from (select 1 from inbox.work_item where " + viewer.scope() + tab.of(viewer) + " limit " + (MOST_COUNTED + 1) + ") t)";
            columns.add(count + " as " + tab.name());
        }
        return viewerParams(jdbc.sql(columns.toString()), viewer).query((rs, n) -> {
            Map<InboxTab, Integer> counts = new EnumMap<>(InboxTab.class);
            for (InboxTab tab : InboxTab.values()) {
                counts.put(tab, rs.getInt(tab.name()));
            }
            return counts;
        }).single();
    }

    static String shown(int count, Viewer viewer) {
        return viewer.office() == null && count > MOST_COUNTED ? MOST_COUNTED + "+" : String.valueOf(count);
    }

    private List<Listed> query(Viewer viewer, InboxFilter f, int limit) {
        InboxOrder order = f.order();
        StringBuilder sql = new StringBuilder(NEWS).append("(select * from inbox.work_item where ").append(viewer.scope()).append(f.tab().of(viewer));
        and(sql, f.step(), "step = '" + f.step() + "'");
        and(sql, f.office(), "office = :filterOffice");
        and(sql, f.area(), "area = :area");
        and(sql, f.assignee(), "assignee = :assignee");
        and(sql, f.priority(), "priority = :priority");
        and(sql, f.waitingDays(), "waiting_since <= :waitingUntil");
        and(sql, f.dueFrom(), "due_at >= :dueFrom");
        and(sql, f.dueTo(), "due_at < :dueUntil");
        SearchWords words = f.q() == null ? SearchWords.NONE : SearchWords.of(f.q());
        and(sql, words.grams(), HOLDS_GRAMS);
        and(sql, words.name(), like("searched", ":name", order == InboxOrder.NAME));
        and(sql, words.number(), like("case_number", ":number", order == InboxOrder.NUMBER));
        InboxOrder.Cursor cursor = f.after() == null ? null : whole(viewer, order.cursor(f.after()));
        if (cursor != null) {
            sql.append(" and (").append(order.column).append(", task_id) ").append(f.descending() ? '<' : '>').append(" (:cursor, :cursorTask)");
        }
        String by = " order by " + order.column + (f.descending() ? " desc, task_id desc" : ", task_id");
        sql.append(by).append(" limit ").append(limit).append(") w left join inbox.opened o on o.person = :me and o.case_id = w.case_id").append(by);
        StatementSpec statement = viewerParams(jdbc.sql(sql.toString()), viewer);
        statement = param(statement, "filterOffice", f.office());
        statement = param(statement, "area", f.area());
        statement = param(statement, "assignee", f.assignee());
        statement = param(statement, "priority", f.priority());
        statement = param(statement, "waitingUntil", f.waitingDays() == null ? null
                : clock.instant().minus(Duration.ofDays(f.waitingDays())).atOffset(ZoneOffset.UTC));
        statement = param(statement, "dueFrom", f.dueFrom() == null ? null : startOf(f.dueFrom()));
        statement = param(statement, "dueUntil", f.dueTo() == null ? null : startOf(f.dueTo().plusDays(1)));
        statement = param(statement, "grams", words.grams());
        statement = param(statement, "name", words.name());
        statement = param(statement, "number", words.number());
        if (cursor != null) {
            statement = statement.param("cursor", cursor.value()).param("cursorTask", cursor.taskId());
        }
        return statement.query((rs, n) -> new Listed(WorkItems.row(rs), News.valueOf(rs.getString("news")))).list();
    }

    /** @throws Problem {@code stale-list} (409) when the last item of the page before is done meanwhile, and for one that this viewer does not see */
    private InboxOrder.Cursor whole(Viewer viewer, InboxOrder.Cursor cursor) {
        return cursor.value() != null ? cursor
                : new InboxOrder.Cursor(viewerParams(jdbc.sql("select resident_kana from inbox.work_item where " + viewer.scope() + "task_id = :task"), viewer)
                        .param("task", cursor.taskId()).query(String.class).optional().orElseThrow(() -> Problem.conflict("stale-list")), cursor.taskId());
    }

    /** Areas in which there is open work of people whom the viewer may know of, by hopping along the index: the choice of a filter. */
    List<String> areas(Viewer viewer) {
        return jdbc.sql("""
                with recursive hop (area) as (
                    (select area from inbox.work_item where %1$s area > '' order by area limit 1)
                    union all select (select area from inbox.work_item w where %1$s w.area > hop.area order by area limit 1) from hop where area is not null)
                select area from hop where area is not null limit 300
                """.formatted(viewer.people())).param("me", viewer.id()).param("areas", viewer.ownAreas()).query(String.class).list();
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(TOKYO).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    private StatementSpec viewerParams(StatementSpec statement, Viewer viewer) {
        Instant now = clock.instant();
        return statement.param("me", viewer.id()).param("office", viewer.office()).param("areas", viewer.ownAreas())
                .param("now", now.atOffset(ZoneOffset.UTC)).param("soon", now.plus(SOON).atOffset(ZoneOffset.UTC));
    }

    /**
     * The planner does not know that the pieces were counted already: told of the pattern too, it expects far fewer rows than there are and
     * gathers and sorts thousands of them. It is told only where rows that fit stand together in the list, so that a walk along the list may
     * pass half of it before the first.
     */
    private static String like(String column, String pattern, boolean sorted) {
        return sorted ? column + " like " + pattern : "coalesce(" + column + " like " + pattern + ", false)";
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
