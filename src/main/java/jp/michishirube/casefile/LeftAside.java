package jp.michishirube.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Background work on many, one by one: what cannot be done for one of them is undone for that one, kept here for people to see
 * ({@code /engine/left-aside}), and holds up no other. It leaves the list when a later try succeeds. Names, words of plans and messages of
 * exceptions are never kept: work, number of the case, kind of the failure.
 */
@Component
public class LeftAside {

    private static final Logger LOG = LoggerFactory.getLogger(LeftAside.class);
    static final int MOST = 200;
    private static final int FRAMES = 40;
    private static final int CAUSES = 10;

    private final JdbcClient jdbc;
    private final RetryOnConflict each;
    private final Clock clock;

    LeftAside(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        TransactionTemplate one = new TransactionTemplate(transactions);
        // within the caller's transaction a savepoint, else a transaction of its own
        one.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.each = new RetryOnConflict(one);
        this.clock = clock;
    }

    /** The kinds of work, in words under {@code left-aside.<word>}. */
    public enum Work {
        EXPIRE_CONSENT, RECHECK_DELIVERY, RECALL, ASK_RECALL_AGAIN, ASK_RESIDENT, RANK_AGAIN, RECHECK_WAY,
        PROPOSE_RENEWAL,
        /** A form of former plans, which their lists cannot be read by. */
        READ_FORM,
        /** A plan in force, whose content neither lists nor the page of its person on the day can show. */
        READ_PLAN
    }

    /**
     * @param item       what it is within the work: an id, never a name
     * @param residentId whose case the list names; null where {@code caseId} says it, or nobody knows
     */
    public record Item(Work work, String item, CaseId caseId, Long residentId) {

        public static Item of(Work work, Object item) {
            return new Item(work, String.valueOf(item), null, null);
        }

        public Item ofCase(CaseId about) {
            return new Item(work, item, about, null);
        }

        public Item ofResident(Long about) {
            return new Item(work, item, null, about);
        }
    }

    /**
     * @param why kind of a {@link Problem}, or the name of what was thrown
     */
    record Line(Work work, String item, String caseNumber, String why, Instant firstAt, Instant lastAt, int tries) {}

    /** @return whether it was done */
    public boolean attempt(Item item, Runnable act) {
        try {
            each.run(act);
        } catch (RuntimeException | LinkageError e) {
            keep(item, e);
            return false;
        }
        forget(item);
        return true;
    }

    /** Many at once, which is quicker; where that fails one by one, so that who cannot be done holds up no other. */
    public <T> void attemptAll(List<T> all, Function<T, Item> item, Consumer<List<T>> together) {
        if (all.isEmpty()) {
            return;
        }
        try {
            each.run(() -> together.accept(all));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} of {} at once fails ({}): one by one", item.apply(all.get(0)).work(), all.size(), why(e));
            all.forEach(one -> attempt(item.apply(one), () -> together.accept(List.of(one))));
            return;
        }
        forget(all.stream().map(item).toArray(Item[]::new));
    }

    /** Done in another way, or together with others: they need no look any more. All of one work. */
    public void forget(Item... done) {
        jdbc.sql("delete from casefile.left_aside where work = ? and item = any(?)").params(done[0].work().name(),
                Arrays.stream(done).map(Item::item).toArray(String[]::new)).update();
    }

    /** For who has caught it where others go on. */
    public void keep(Item item, Throwable error) {
        String why = why(error);
        // never with the message, nor that of a cause: it may quote a plan
        LOG.warn("{} {} is left aside: {}", item.work(), item.item(), why);
        LOG.debug("{} {} failed {}", item.work(), item.item(), where(error));
        jdbc.sql("""
                insert into casefile.left_aside (work, item, case_number, why, first_at, last_at)
                values (:work, :item, coalesce((select c.number from casefile.casefile c where c.id = :case or c.resident_id = :resident
                    order by c.id desc limit 1), ''), :why, :now, :now)
                on conflict (work, item) do update set why = excluded.why, last_at = excluded.last_at, tries = left_aside.tries + 1
                """).param("work", item.work().name()).param("item", item.item()).param("case", item.caseId() == null ? null : item.caseId().value(), java.sql.Types.BIGINT)
                .param("resident", item.residentId(), java.sql.Types.BIGINT).param("why", why).param("now", OffsetDateTime.now(clock)).update();
    }

    /** What may be shown and logged of a failure. */
    public static String why(Throwable error) {
        return error instanceof Problem problem ? problem.kind() : error.getClass().getSimpleName();
    }

    /** Each cause by its kind and place: messages, which the logger would write beside them, may quote facts of a person. */
    private static String where(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).limit(CAUSES).map(cause -> cause.getClass().getName() + Arrays.stream(cause.getStackTrace()).limit(FRAMES)
                .map(frame -> "\n\tat " + frame).collect(Collectors.joining())).collect(Collectors.joining("\nCaused by: "));
    }

    public int count() {
        return jdbc.sql("select count(*) from casefile.left_aside").query(Integer.class).single();
    }

    /** Newest first, the last {@value #MOST}; those of a work that only another version knows are left out. */
    List<Line> last() {
        return jdbc.sql("select * from casefile.left_aside where work = any(?) order by last_at desc, item limit ?")
                .param(Arrays.stream(Work.values()).map(Enum::name).toArray(String[]::new)).param(MOST)
                .query((rs, n) -> new Line(Work.valueOf(rs.getString("work")), rs.getString("item"), rs.getString("case_number"), rs.getString("why"),
                        rs.getTimestamp("first_at").toInstant(), rs.getTimestamp("last_at").toInstant(), rs.getInt("tries"))).list();
    }
}
