package jp.michishirube.consent.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.door.PlainTime;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Declares a disaster, confirms it by a second officer, ends it early, and tells the residents concerned afterwards. */
@Component
public class Declarations {

    /** A longer emergency is declared anew: somebody must look at it again. */
    private static final Duration LONGEST = Duration.ofDays(14);
    /** A warning is known some days before, and no disaster of next year. */
    private static final Duration MOST_AHEAD = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    Declarations(JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    /** @throws Problem {@code declaration-invalid} (422) naming the fields */
    @Transactional
    public long declare(String hazard, Set<String> areas, Instant startsAt, Instant endsAt, String ground) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (hazard == null || hazard.isBlank()) {
            wrong.add(new FieldProblem("hazard", "required"));
        }
        if (ground == null || ground.isBlank()) {
            wrong.add(new FieldProblem("ground", "required"));
        }
        if (startsAt == null) {
            wrong.add(new FieldProblem("startsAt", "required"));
        } else if (!PlainTime.is(startsAt) || startsAt.isAfter(clock.instant().plus(MOST_AHEAD))) {
            wrong.add(new FieldProblem("startsAt", "disaster-start"));
        }
        if (endsAt == null) {
            wrong.add(new FieldProblem("endsAt", "required"));
        } else if (startsAt != null && (!endsAt.isAfter(startsAt) || !endsAt.isAfter(clock.instant())
                || Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0)) {
            wrong.add(new FieldProblem("endsAt", "disaster-end"));
        }
        if (!knownAreas().containsAll(areas)) {
            wrong.add(new FieldProblem("areas", "unknown"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("declaration-invalid", wrong);
        }
        Person me = who.me();
        return jdbc.sql("""
                insert into consent.disaster (hazard, areas, starts_at, ends_at, ground, declared_by, declarer_name, declared_at)
                values (:hazard, :areas, :from, :to, :ground, :by, :name, :at) returning id
                """)
                .param("hazard", hazard).param("areas", areas.stream().sorted().toArray(String[]::new)).param("from", Sql.time(startsAt))
                .param("to", Sql.time(endsAt)).param("ground", ground.strip()).param("by", me.id()).param("name", me.name())
                .param("at", Sql.time(clock.instant())).query(Long.class).single();
    }

    /** @throws Problem {@code second-person} (403) for the one who declared; {@code declaration-closed} (409) when it is over or confirmed */
    @Transactional
    public void confirm(long id) {
        Declaration declared = locked(id);
        Person me = who.me();
        if (declared.declaredBy().equals(me.id())) {
            throw Problem.forbidden("second-person");
        }
        if (declared.confirmedAt() != null || declared.isOver(clock.instant())) {
            throw Problem.conflict("declaration-closed");
        }
        jdbc.sql("update consent.disaster set confirmed_by = ?, confirmer_name = ?, confirmed_at = ? where id = ?")
                .params(me.id(), me.name(), Sql.time(clock.instant()), id).update();
    }

    /** One person is enough to end it: ending only takes grounds away. */
    @Transactional
    public void end(long id) {
        if (locked(id).isOver(clock.instant())) {
            throw Problem.conflict("declaration-closed");
        }
        jdbc.sql("update consent.disaster set ended_by = ?, ended_at = ? where id = ?")
                .params(who.me().id(), Sql.time(clock.instant()), id).update();
    }

    /** @throws Problem {@code told-invalid} (422) for a day to come; {@code declaration-not-found} (404) when nothing was disclosed */
    @Transactional
    public void told(long id, long residentId, LocalDate on, String how) {
        if (on == null || !PlainTime.is(on) || on.isAfter(LocalDate.ofInstant(clock.instant(), Notices.JAPAN)) || how == null || how.isBlank()) {
            throw Problem.invalid("told-invalid", List.of(new FieldProblem(how == null || how.isBlank() ? "how" : "on",
                    how == null || how.isBlank() || on == null ? "required" : "future")));
        }
        int rows = jdbc.sql("""
                insert into consent.disaster_told (disaster_id, resident_id, told_on, how, told_by)
                select ?, ?, ?, ?, ? where exists (select 1 from consent.disclosure where disaster_id = ? and resident_id = ?)
                on conflict (disaster_id, resident_id) do update set told_on = excluded.told_on, how = excluded.how,
                    told_by = excluded.told_by
                """).params(id, residentId, on, how.strip(), who.me().id(), id, residentId).update();
        if (rows == 0) {
            throw Problem.notFound("declaration-not-found");
        }
    }

    public List<Declaration> all() {
        return jdbc.sql("select * from consent.disaster order by id desc").query((rs, n) -> declaration(rs)).list();
    }

    public Optional<Declaration> find(long id) {
        return jdbc.sql("select * from consent.disaster where id = ?").param(id).query((rs, n) -> declaration(rs)).optional();
    }

    public List<String> knownAreas() {
        return jdbc.sql("select distinct area from casefile.resident where area is not null and area <> '' order by 1")
                .query(String.class).list();
    }

    private Declaration locked(long id) {
        return jdbc.sql("select * from consent.disaster where id = ? for update").param(id).query((rs, n) -> declaration(rs)).optional()
                .orElseThrow(() -> Problem.notFound("declaration-not-found"));
    }

    private static Declaration declaration(ResultSet rs) throws SQLException {
        return new Declaration(rs.getLong("id"), rs.getString("hazard"), StandingFacts.texts(rs.getArray("areas")),
                StandingFacts.instant(rs, "starts_at"), StandingFacts.instant(rs, "ends_at"), rs.getString("ground"),
                rs.getString("declared_by"), rs.getString("declarer_name"), StandingFacts.instant(rs, "declared_at"),
                rs.getString("confirmed_by"), rs.getString("confirmer_name"), StandingFacts.instant(rs, "confirmed_at"),
                StandingFacts.instant(rs, "ended_at"));
    }
}
