package jp.michishirube.consent.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The disclosure log: every giving of data leaves a line with the ground that {@link MayQuestion} answered. Appended only. */
@Component
@NamedInterface("rule")
public class Disclosures {

    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    Disclosures(JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    /**
     * Leaves the line, or two where a declared disaster adds to what the person agreed to. Call it in the transaction that gives, with
     * the answer the giving rests on.
     *
     * @param partyName name of the recipient as shown to the resident
     * @param what      what was given, such as {@code plan}, {@code list}; a short stable word, no personal data
     * @return the line of the answer's own ground
     * @throws IllegalArgumentException for an answer that does not allow: nothing may be given on it
     */
    @Transactional
    public long log(CaseId caseId, Party party, String partyName, Purpose purpose, Answer answer, String what) {
        if (!answer.allowed()) {
            throw new IllegalArgumentException("nothing may be given on the ground " + answer.ground());
        }
        return answer.parts().stream().map(part -> line(caseId, party, partyName, purpose, part, what)).toList().get(0);
    }

    private long line(CaseId caseId, Party party, String partyName, Purpose purpose, Answer answer, String what) {
        Person me = who.orProcess();
        boolean disaster = answer.ground() == Ground.DECLARED_DISASTER;
        return jdbc.sql("""
                insert into consent.disclosure (at, case_id, resident_id, party_kind, party_key, party_name, purpose, fields, ground,
                    record_id, disaster_id, what, by_id, by_name)
                values (:at, :case, (select resident_id from casefile.casefile where id = :case), :kind, :key, :party, :purpose, :fields,
                    :ground, :record, :disaster, :what, :by, :name)
                returning id
                """)
                .param("at", Sql.time(clock.instant())).param("case", caseId.value())
                .param("kind", party.kind().name()).param("key", party.key())
                .param("party", partyName).param("purpose", purpose.name())
                .param("fields", new TreeSet<>(answer.fields()).toArray(String[]::new)).param("ground", answer.ground().name())
                .param("record", disaster ? null : answer.recordId()).param("disaster", disaster ? answer.recordId() : null)
                .param("what", what).param("by", me.id()).param("name", me.name())
                .query(Long.class).single();
    }

    /** Newest first. */
    public List<Disclosure> of(CaseId caseId) {
        return jdbc.sql("select * from consent.disclosure where case_id = ? order by id desc").param(caseId.value())
                .query((rs, n) -> disclosure(rs)).list();
    }

    static Disclosure disclosure(ResultSet rs) throws SQLException {
        return new Disclosure(rs.getLong("id"), rs.getTimestamp("at").toInstant(), new CaseId(rs.getLong("case_id")),
                new Party(Party.Kind.valueOf(rs.getString("party_kind")), rs.getString("party_key"), null),
                rs.getString("party_name"), Purpose.valueOf(rs.getString("purpose")),
                StandingFacts.texts(rs.getArray("fields")), Ground.valueOf(rs.getString("ground")),
                rs.getObject("record_id", Long.class), rs.getObject("disaster_id", Long.class), rs.getString("what"),
                rs.getString("by_name"));
    }
}
