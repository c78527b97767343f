package jp.michishirube.safety.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.answer.Voice;
import jp.michishirube.safety.event.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those who are asked, with what the roster says of them. Who is protected (支援措置) is in no row and so in no figure. */
@Repository
class Rows {

    private static final String SELECT = """
            select a.*, coalesce(r.name, e.name, '') as name, coalesce(nullif(r.address, ''), e.data ->> 'address', '') as address,
                coalesce(nullif(r.phone, ''), e.data ->> 'phone', '') as phone, r.birth_date,
                (select max(c.id) from casefile.casefile c where c.resident_id = r.id) as case_id,
                exists (select from sharing.message m where m.pass_id = any(a.passes) and m.state = 'BOUNCED')
                    and not exists (select from sharing.message m where m.pass_id = any(a.passes) and m.state not in ('BOUNCED', 'STOPPED')) as failed,
                exists (select from safety.answer x where x.asked_id = a.id and x.sender = :sender
                    and not exists (select from safety.answer_undo u where u.answer_id = x.id)) as undo, l.result as call, l.at as call_at,
                (select max(g.until) from safety.going g join safety.helper h on h.id = g.helper_id where h.asked_id = a.id and g.ended_at is null and g.until > :now) as going
            from safety.asked a left join lateral (select x.result, x.at from safety.call x where x.asked_id = a.id order by x.id desc limit 1) l on true left join casefile.resident r on r.id = a.resident_id left join roster.entry e on e.city_number = a.person
            where a.event_id = :event and
            """ + Asked.NOT_PROTECTED;

    private final JdbcClient jdbc;
    private final Clock clock;

    Rows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param sender in whose name the reader makes entries */
    List<Row> in(long eventId, Collection<String> areas, String sender) {
        return jdbc.sql(SELECT + " and a.area = any(:areas) order by a.number").param("event", eventId).param("sender", sender).param("now", Timestamp.from(clock.instant()))
                .param("areas", areas.toArray(String[]::new)).query((rs, n) -> row(rs)).list();
    }

    List<Row> numbered(long eventId, Collection<Integer> numbers, String sender) {
        return jdbc.sql(SELECT + " and a.number = any(:numbers) order by a.number").param("event", eventId).param("sender", sender).param("now", Timestamp.from(clock.instant()))
                .param("numbers", numbers.toArray(Integer[]::new)).query((rs, n) -> row(rs)).list();
    }

    private Row row(ResultSet rs) throws SQLException {
        LocalDate born = rs.getObject("birth_date", LocalDate.class);
        Long caseId = rs.getObject("case_id", Long.class);
        String said = rs.getString("said");
        Timestamp at = rs.getTimestamp("said_at");
        Timestamp called = rs.getTimestamp("call_at");
        Timestamp going = rs.getTimestamp("going");
        String by = rs.getString("said_by");
        return new Row(rs.getLong("id"), rs.getInt("number"), rs.getInt("ring"), caseId == null ? null : new CaseId(caseId), rs.getString("person"),
                rs.getString("area"), rs.getString("name"), born == null ? null : Period.between(born, LocalDate.now(clock)).getYears(),
                rs.getString("address"), rs.getString("phone"), "", said == null ? null : Said.valueOf(said), at == null ? null : at.toInstant(),
                by == null ? null : Voice.valueOf(by), rs.getBoolean("on_site"), rs.getBoolean("failed"),
                rs.getString("call"), called == null ? null : called.toInstant(), going == null ? null : going.toInstant(), rs.getBoolean("disputed"), rs.getBoolean("undo"));
    }
}
