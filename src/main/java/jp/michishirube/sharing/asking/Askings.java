package jp.michishirube.sharing.asking;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.pool.Volunteer;
import jp.michishirube.sharing.pool.VolunteerLoads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What volunteers were asked, and each step of it, appended. */
@Repository
class Askings {

    private static final String OPEN = " state in ('ASKED', 'ASKED_BACK')";

    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    Askings(JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param reason name of a choice, or key of a cause; null for none
     * @param words  a question or its answer; null for none
     * @param how    by which way an answer given by word came; null for one on the page
     */
    record Event(Instant at, String what, String reason, String words, String how, String byName) {}

    /** @return empty where that pair is open or agreed already */
    Optional<Asking> add(CaseFile file, Volunteer v, List<HelpKind> kinds, int promise, Way way, String replaces, Instant ends) {
        return jdbc.sql("""
                insert into sharing.asking (resident_id, case_id, volunteer_id, supporter_key, name, phone, address, party, area, kinds, promise_version, way, replaces, state,
                    asked_at, ends_at)
                values (:resident, :case, :volunteer, :key, :name, :phone, :address, :party, :area, :kinds, :promise, :way, :replaces, 'ASKED', :at, :ends)
                on conflict do nothing returning *
                """).param("resident", file.resident().id()).param("case", file.id().value()).param("volunteer", v.id()).param("key", VolunteerLoads.key(v))
                .param("name", v.name()).param("phone", v.phone() == null ? "" : v.phone()).param("address", v.address()).param("party", v.party().name())
                .param("area", file.resident().area() == null ? "" : file.resident().area()).param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .param("promise", promise).param("way", way.name()).param("replaces", replaces, java.sql.Types.VARCHAR).param("at", now())
                .param("ends", OffsetDateTime.ofInstant(ends, clock.getZone())).query((rs, n) -> Asking.of(rs)).optional();
    }

    void bears(long id, long passId) {
        jdbc.sql("update sharing.asking set pass_id = ? where id = ?").params(passId, id).update();
    }

    Optional<Asking> lock(long id) {
        return jdbc.sql("select * from sharing.asking where id = ? for update").param(id).query((rs, n) -> Asking.of(rs)).optional();
    }

    Optional<Asking> find(long id) {
        return jdbc.sql("select * from sharing.asking where id = ?").param(id).query((rs, n) -> Asking.of(rs)).optional();
    }

    List<Asking> ofCase(CaseId caseId) {
        return jdbc.sql("select * from sharing.asking where case_id = ? order by id desc").param(caseId.value()).query((rs, n) -> Asking.of(rs)).list();
    }

    /** Those of which a letter waits for somebody to print and post it. */
    List<Long> letters(CaseId caseId) {
        return jdbc.sql("""
                select distinct a.id from sharing.asking a join sharing.message m on m.pass_id = a.pass_id
                where a.case_id = ? and m.way = 'PAPER' and m.state = 'QUEUED' and m.next_try <= ?
                """).params(caseId.value(), now()).query(Long.class).list();
    }

    /** Open and agreed ones, the newest first. */
    List<Asking> standingOf(long volunteerId) {
        return jdbc.sql("select * from sharing.asking where volunteer_id = ? and (state = 'AGREED' or" + OPEN + ") order by id desc").param(volunteerId)
                .query((rs, n) -> Asking.of(rs)).list();
    }

    List<Long> openOfResident(long residentId) {
        return jdbc.sql("select id from sharing.asking where resident_id = ? and" + OPEN + " order by id").param(residentId).query(Long.class).list();
    }

    List<Long> agreedOfResident(long residentId) {
        return jdbc.sql("select id from sharing.asking where resident_id = ? and state = 'AGREED' order by id").param(residentId).query(Long.class).list();
    }

    List<Long> due() {
        return jdbc.sql("select id from sharing.asking where ends_at <= ? and" + OPEN + " order by id").param(now()).query(Long.class).list();
    }

    void move(Asking asking, Asking.State to, String what, String reason, String words, String how) {
        jdbc.sql("update sharing.asking set state = ? where id = ?").params(to.name(), asking.id()).update();
        event(asking.id(), what, reason, words, how);
    }

    void inPlan(Asking asking) {
        jdbc.sql("update sharing.asking set in_plan_at = ? where id = ?").params(now(), asking.id()).update();
        event(asking.id(), "IN_PLAN", null, null, null);
    }

    void event(long id, String what, String reason, String words, String how) {
        Person me = who.orProcess();
        jdbc.sql("insert into sharing.asking_event (asking_id, at, what, reason, words, how, by_id, by_name) values (:id, :at, :what, :reason, :words, :how, :by, :name)")
                .param("id", id).param("at", now()).param("what", what).param("reason", reason, java.sql.Types.VARCHAR).param("words", words, java.sql.Types.VARCHAR)
                .param("how", how, java.sql.Types.VARCHAR).param("by", me.id()).param("name", me.name()).update();
    }

    List<Event> events(long id) {
        return jdbc.sql("select * from sharing.asking_event where asking_id = ? order by id").param(id).query((rs, n) -> new Event(rs.getTimestamp("at").toInstant(),
                rs.getString("what"), rs.getString("reason"), rs.getString("words"), rs.getString("how"), rs.getString("by_name"))).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
