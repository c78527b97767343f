package jp.michishirube.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import jp.michishirube.casefile.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much waits where, and for how long: the open steps of all offices counted, in one statement. */
@Repository
class Queues {

    private final JdbcClient jdbc;
    private final Clock clock;

    Queues(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The open steps of one kind in one office's cases.
     *
     * @param office    code; empty while nobody is to make the plan
     * @param party     in whose hands they are
     * @param unclaimed taken by nobody yet
     * @param days      days waiting of all of them together, in the calendar of Tokyo
     * @param longest   days waiting of the one that waits longest
     */
    record Queue(String office, Step step, String party, long open, long unclaimed, long overdue, long days, long longest) {}

    List<Queue> all() {
        return jdbc.sql("""
                select coalesce(office, '') office, step, party, count(*) open, count(*) filter (where assignee is null) unclaimed,
                       count(*) filter (where due_at < :now) overdue, sum(days) days, max(days) longest
                from (select *, cast(:today as date) - cast(waiting_since at time zone 'Asia/Tokyo' as date) days from inbox.work_item) w
                group by 1, 2, 3 order by 1
                """).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("today", LocalDate.now(clock))
                .query((rs, n) -> new Queue(rs.getString("office"), Step.valueOf(rs.getString("step")), rs.getString("party"), rs.getLong("open"),
                        rs.getLong("unclaimed"), rs.getLong("overdue"), rs.getLong("days"), rs.getLong("longest"))).list();
    }

    /** Queues taken together. */
    record Sum(long open, long unclaimed, long overdue, long days, long longest) {

        static Sum of(List<Queue> queues) {
            return queues.stream().map(q -> new Sum(q.open, q.unclaimed, q.overdue, q.days, q.longest)).reduce(new Sum(0, 0, 0, 0, 0),
                    (a, b) -> new Sum(a.open + b.open, a.unclaimed + b.unclaimed, a.overdue + b.overdue, a.days + b.days, Math.max(a.longest, b.longest)));
        }

        /** Days waiting on average, rounded. */
        public long average() {
            return open == 0 ? 0 : Math.round((double) days / open);
        }
    }
}
