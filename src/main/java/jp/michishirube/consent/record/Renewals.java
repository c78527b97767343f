package jp.michishirube.consent.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.consent.rule.Sql;
import jp.michishirube.consent.rule.StandingFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/**
 * Consents to be asked for at the next contact: the notice changed in substance, they have run out or soon will; or the plan is given to
 * the circle and the supporters on a combined consent while nobody has asked about the neighbourhood.
 */
@Repository
@NamedInterface("record")
public class Renewals {

    /** A visit is planned weeks ahead, so whoever plans one must see it a month before. */
    public static final Duration SOON = Duration.ofDays(30);
    public static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Rules rules;
    private final Notices notices;
    private final Clock clock;

    Renewals(JdbcClient jdbc, Rules rules, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.notices = notices;
        this.clock = clock;
    }

    @NamedInterface("record")
    public enum Why { OUTDATED, EXPIRED, SOON, NOT_ASKED }

    /** @param until end of the consent; null for none */
    @NamedInterface("record")
    public record Due(CaseId caseId, String number, String name, String kana, String area, String office, Purpose purpose, Why why, Instant until) {}

    public List<Due> of(Collection<CaseId> cases) {
        return all(" and c.id in (:cases)", "cases", cases.stream().map(CaseId::value).toList());
    }

    /** The most pressing first, at most {@value #MOST}. @param office null for all */
    public List<Due> ofOffice(String office) {
        return office == null ? all("", null, null) : all(" and c.office = :office", "office", office);
    }

    private List<Due> all(String scope, String name, Object value) {
        return Stream.concat(query(scope, name, value).stream(), notAsked(scope, name, value).stream()).limit(MOST).toList();
    }

    /** Of plans in force: before that, the step of the case asks. */
    private List<Due> notAsked(String scope, String name, Object value) {
        if (rules.policy().ordinanceReaches(Purpose.PEACETIME_SHARING) || notices.asking(Set.of(Purpose.PEACETIME_SHARING), "ja").isEmpty()) {
            return List.of();
        }
        var statement = jdbc.sql("""
                select c.id, c.number, r.name, r.kana, r.area, c.office from casefile.casefile c join casefile.resident r on r.id = c.resident_id
                join consent.standing g on g.resident_id = r.id and g.purpose = 'PLAN_GIVING' and g.state in ('GIVEN', 'RENEWED')
                where c.state in ('IN_FORCE', 'IN_FORCE_UNSHARED') and not exists (
                    select 1 from consent.standing s where s.resident_id = r.id and s.purpose = 'PEACETIME_SHARING')%s
                order by r.kana, c.id limit %d
                """.formatted(scope, MOST));
        return (name == null ? statement : statement.param(name, value)).query((rs, n) -> new Due(new CaseId(rs.getLong("id")), rs.getString("number"),
                rs.getString("name"), rs.getString("kana"), rs.getString("area"), rs.getString("office"), Purpose.PEACETIME_SHARING, Why.NOT_ASKED, null)).list();
    }

    private List<Due> query(String scope, String name, Object value) {
        Instant now = clock.instant();
        List<Rules.MaterialVersion> inUse = rules.material().stream().filter(m -> !now.isBefore(m.from())).toList();
        StringBuilder outdated = new StringBuilder("false");
        IntStream.range(0, inUse.size()).forEach(i -> outdated.append(" or s.notice_id = :notice").append(i)
                .append(" and s.notice_version < :version").append(i));
        var statement = jdbc.sql("""
                select c.id, c.number, r.name, r.kana, r.area, c.office, s.purpose, s.state, s.since, s.valid_until, (%s) as outdated
                from consent.standing s join casefile.resident r on r.id = s.resident_id
                join casefile.casefile c on c.resident_id = r.id and c.state in ('OPEN', 'IN_FORCE', 'IN_FORCE_UNSHARED')
                where s.purpose <> 'CITIZEN_FUNCTIONS'
                  and (s.state = 'EXPIRED' or s.state in ('GIVEN', 'RENEWED') and (s.valid_until <= :soon or %s))%s
                order by s.valid_until nulls first, r.kana, c.id limit %d
                """.formatted(outdated, outdated, scope, MOST)).param("soon", Sql.time(now.plus(SOON)));
        for (int i = 0; i < inUse.size(); i++) {
            statement = statement.param("notice" + i, inUse.get(i).noticeId()).param("version" + i, inUse.get(i).version());
        }
        return (name == null ? statement : statement.param(name, value)).query((rs, n) -> due(rs, now)).list().stream()
                .filter(d -> !rules.policy().ordinanceReaches(d.purpose())).toList();
    }

    private static Due due(ResultSet rs, Instant now) throws SQLException {
        boolean written = rs.getString("state").equals(EventType.EXPIRED.name());
        Instant until = StandingFacts.instant(rs, written ? "since" : "valid_until");
        boolean over = written || until != null && !now.isBefore(until);
        return new Due(new CaseId(rs.getLong("id")), rs.getString("number"), rs.getString("name"), rs.getString("kana"), rs.getString("area"),
                rs.getString("office"), Purpose.valueOf(rs.getString("purpose")),
                over ? Why.EXPIRED : rs.getBoolean("outdated") ? Why.OUTDATED : Why.SOON, until);
    }
}
