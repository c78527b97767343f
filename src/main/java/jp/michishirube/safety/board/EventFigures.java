package jp.michishirube.safety.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.DisasterEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of an event, in figures: of whom they are stands beside each. Who is protected (支援措置) is in none. */
@Repository
class EventFigures {

    private static final String THOSE = "from safety.asked a where a.event_id = :event and" + Asked.NOT_PROTECTED;

    private final JdbcClient jdbc;

    EventFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How soon people answered, whoever spoke for them.
     *
     * @param asked    how many were asked
     * @param answered how many of them have an answer that stands
     * @param after    after how long a quarter, half and three quarters of all who were asked had one; null where it never came to that
     */
    record Speed(long asked, long answered, List<Duration> after) {}

    Speed speed(DisasterEvent event) {
        List<Double> seconds = jdbc.sql("select extract(epoch from min(x.received_at) - a.asked_at) as after from (select a.* " + THOSE + """
                ) a left join safety.answer x on x.asked_id = a.id and x.said in ('SAFE', 'NEEDS_HELP', 'HURT', 'EVACUATED')
                    and not exists (select from safety.answer_undo u where u.answer_id = x.id)
                group by a.id, a.asked_at order by after nulls last
                """).param("event", event.id()).query((rs, n) -> rs.getObject(1) == null ? null : rs.getDouble(1)).list();
        return speed(seconds);
    }

    /** @param seconds of everybody who was asked, those without an answer last and null */
    static Speed speed(List<Double> seconds) {
        List<Duration> after = new ArrayList<>();
        for (int percent : new int[] {25, 50, 75}) {
            Double at = seconds.isEmpty() ? null : seconds.get((int) Math.ceil(percent / 100.0 * seconds.size()) - 1);
            after.add(at == null ? null : Duration.ofSeconds(Math.max(0, Math.round(at))));
        }
        return new Speed(seconds.size(), seconds.stream().filter(s -> s != null).count(), after);
    }

    /** By which way the first answer of each came. */
    Map<String, Long> channels(DisasterEvent event) {
        return counted("""
                select f.channel, count(*) from (select distinct on (x.asked_id) x.channel from safety.answer x join (select a.id %s) a on a.id = x.asked_id
                    where x.said in ('SAFE', 'NEEDS_HELP', 'HURT', 'EVACUATED') and not exists (select from safety.answer_undo u where u.answer_id = x.id)
                    order by x.asked_id, x.id) f group by f.channel order by 2 desc, 1
                """.formatted(THOSE), event);
    }

    /** Messages to those who were asked, by way and what became of them. */
    Map<String, Long> messages(DisasterEvent event) {
        Map<String, Long> all = new LinkedHashMap<>();
        jdbc.sql("""
                select m.way || ' ' || m.state, count(*) from sharing.message m join sharing.pass p on p.id = m.pass_id where p.kind = 'EVENT' and p.scope = :scope
                group by m.way, m.state order by 1
                """).param("scope", event.scope()).query(rs -> {
                    all.put(rs.getString(1), rs.getLong(2));
                });
        return all;
    }

    Map<String, Long> calls(DisasterEvent event) {
        return counted("select c.result, count(*) from safety.call c join (select a.id %s) a on a.id = c.asked_id group by c.result order by 1".formatted(THOSE), event);
    }

    /** Visits and calls by what was found; {@code OPEN} for those that nobody has done. */
    Map<String, Long> errands(DisasterEvent event) {
        return counted("select coalesce(r.result, 'OPEN'), count(*) from safety.errand r join (select a.id %s) a on a.id = r.asked_id group by 1 order by 1".formatted(THOSE), event);
    }

    /** Supporters who were told by a message that a provider took, whom none reached ({@code NOT_TOLD}), who went ({@code WENT}), and told what they found ({@code TOLD_BACK}). */
    Map<String, Long> supporters(DisasterEvent event) {
        Map<String, Long> all = new LinkedHashMap<>();
        jdbc.sql("""
                select count(*) filter (where exists (select from sharing.message m where m.holder_kind = 'HELPER' and m.holder_key = h.id::text
                        and m.state in ('ACCEPTED', 'OPENED', 'ANSWERED'))) as told, count(*) as meant,
                    count(*) filter (where exists (select from safety.going g where g.helper_id = h.id)) as went,
                    count(*) filter (where exists (select from safety.answer x where x.asked_id = h.asked_id and x.sender = 'helper ' || h.id)) as back
                from safety.helper h join (select a.id %s) a on a.id = h.asked_id
                """.formatted(THOSE)).param("event", event.id()).query(rs -> {
                    all.put("TOLD", rs.getLong("told"));
                    all.put("NOT_TOLD", rs.getLong("meant") - rs.getLong("told"));
                    all.put("WENT", rs.getLong("went"));
                    all.put("TOLD_BACK", rs.getLong("back"));
                });
        return all;
    }

    private Map<String, Long> counted(String sql, DisasterEvent event) {
        Map<String, Long> all = new LinkedHashMap<>();
        jdbc.sql(sql).param("event", event.id()).query(rs -> {
            all.put(rs.getString(1), rs.getLong(2));
        });
        return all;
    }
}
