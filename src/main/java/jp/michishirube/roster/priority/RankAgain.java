package jp.michishirube.roster.priority;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.roster.entry.RosterWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ranks everybody again who was ranked by tables that have changed since: entries and running cases get the new priority, people who have
 * become eligible get a case. Whoever is not eligible any more keeps a running case: its end is a person's decision.
 */
@Component
public class RankAgain {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final PriorityRules rules;
    private final RankEntries entries;
    private final Rankings rankings;
    private final LeftAside leftAside;
    private final WhoAmI who;
    private final RosterWork work;
    private final Clock clock;

    RankAgain(JdbcClient jdbc, PriorityRules rules, RankEntries entries, Rankings rankings, LeftAside leftAside, WhoAmI who, RosterWork work, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.entries = entries;
        this.rankings = rankings;
        this.leftAside = leftAside;
        this.who = who;
        this.work = work;
        this.clock = clock;
    }

    /** Listed people who were ranked by other tables than those of now. */
    public long stale() {
        return jdbc.sql("select count(*) from roster.entry where status = 'LISTED' and rules is distinct from ?").param(rules.version())
                .query(Long.class).single();
    }

    /** Asks for it; the background does it. */
    @Transactional
    public void ask() {
        rankings.ask(who.orProcess(), stale());
        work.wakeAfterCommit();
    }

    /**
     * Ranks the next {@value #CHUNK} people in a transaction of their own, if it was asked for; after a crash the next call goes on with the
     * rest. Who cannot be ranked keeps the former rank, is left aside and holds up nobody.
     *
     * @return whether there may be more to do
     */
    @Transactional
    public boolean next() {
        if (!rankings.lock()) {
            return false;
        }
        List<RankEntries.Stored> chunk = jdbc.sql("""
                select id, city_number, data, priority, case_id from roster.entry
                where status = 'LISTED' and rules is distinct from ? and id > ? order by id limit ? for update
                """).params(rules.version(), rankings.after(), CHUNK).query((rs, n) -> new RankEntries.Stored(rs.getLong("id"), rs.getString("city_number"),
                        rs.getString("data"), rs.getInt("priority"), rs.getObject("case_id", Long.class))).list();
        if (!chunk.isEmpty()) {
            rankings.count(chunk.size(), rank(chunk), chunk.get(chunk.size() - 1).id());
        }
        if (chunk.size() < CHUNK) {
            rankings.finish();
            return false;
        }
        return true;
    }

    /** All in one go, which is what nearly always works; else one by one. */
    private long rank(List<RankEntries.Stored> chunk) {
        LocalDate today = LocalDate.now(clock);
        long[] moved = new long[1];
        LeftAside.Item all = LeftAside.Item.of(LeftAside.Work.RANK_AGAIN, "chunk");
        if (!leftAside.attempt(all, () -> moved[0] = entries.rank(chunk, today))) {
            leftAside.forget(all);
            for (RankEntries.Stored entry : chunk) {
                leftAside.attempt(item(entry), () -> moved[0] += entries.rank(List.of(entry), today));
            }
        } else {
            leftAside.forget(chunk.stream().map(RankAgain::item).toArray(LeftAside.Item[]::new));
        }
        return moved[0];
    }

    private static LeftAside.Item item(RankEntries.Stored entry) {
        return LeftAside.Item.of(LeftAside.Work.RANK_AGAIN, entry.id()).ofCase(entry.caseId() == null ? null : new CaseId(entry.caseId()));
    }
}
