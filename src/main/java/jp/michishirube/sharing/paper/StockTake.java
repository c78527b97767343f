package jp.michishirube.sharing.paper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.organization.WhoAmI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 棚卸し: once a year each holder shows the copies they hold. By number, not by name: a list that gets lost tells nobody's secrets. */
@Component
class StockTake {

    /** A copy that nobody has shown for so long is to be asked about. */
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String OUT = "c.handed_at is not null and (c.ended_at is null or c.ended_how = 'LOST')";

    private final JdbcClient jdbc;
    private final Copies copies;
    private final PeopleLists lists;
    private final WhoAmI who;
    private final Clock clock;

    StockTake(JdbcClient jdbc, Copies copies, PeopleLists lists, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.copies = copies;
        this.lists = lists;
        this.who = who;
        this.clock = clock;
    }

    /** @param due how many nobody has shown for a year */
    record HolderRow(String kind, String key, String name, int out, int due, int lost) {}

    record Row(Copy copy, String caseNumber, boolean due) {}

    /** Bodies and associations by name; supporters of single residents are asked by whoever is in charge of the case. */
    List<HolderRow> holders() {
        return jdbc.sql("select d.party_kind, d.party_key, max(d.party_name) as name, count(*) as out,"
                + " count(*) filter (where c.ended_at is null and coalesce(c.seen_at, c.handed_at) < :year) as due,"
                + " count(*) filter (where c.ended_how = 'LOST') as lost"
                + " from sharing.copy c join sharing.delivery d on d.id = c.delivery_id where " + OUT + " and d.party_kind <> 'SUPPORTER'"
                + " group by d.party_kind, d.party_key order by d.party_kind, name").param("year", yearAgo())
                .query((rs, n) -> new HolderRow(rs.getString("party_kind"), rs.getString("party_key"), rs.getString("name"), rs.getInt("out"),
                        rs.getInt("due"), rs.getInt("lost"))).list();
    }

    /** @param leaves whether it goes to paper */
    @Transactional
    List<Row> of(String kind, String key, boolean leaves) {
        Instant year = yearAgo().toInstant();
        return lists.show(new PeopleLists.Shown("copies", leaves, Map.of()), () -> jdbc.sql("select c.*, d.version, d.party_name, f.number"
                + " from sharing.copy c join sharing.delivery d on d.id = c.delivery_id join casefile.casefile f on f.id = c.case_id where " + OUT
                + " and d.party_kind = ? and d.party_key = ? order by f.number, c.no").params(kind, key).query((rs, n) -> {
                    Copy copy = Copies.copy(rs);
                    Instant shown = copy.seenAt() == null ? copy.handedAt() : copy.seenAt();
                    return new Row(copy, rs.getString("number"), copy.ended() == null && shown.isBefore(year));
                }).list(), row -> PeopleLists.Somebody.of(row.copy().caseId()));
    }

    @Transactional
    void seen(Collection<Long> ids) {
        copies.seen(ids, who.acting().id());
    }

    private java.sql.Timestamp yearAgo() {
        return java.sql.Timestamp.from(clock.instant().minus(YEAR));
    }
}
