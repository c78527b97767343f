package jp.michishirube.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.organization.OfficeNames;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists all accounts with what the city must look at, and keeps a line of who looked. Accounts live at the identity provider and are changed
 * there; what stands here is what it last said.
 */
@Service
class ReviewAccounts {

    private final People people;
    private final OfficeNames offices;
    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;
    private final Duration dormant;

    ReviewAccounts(People people, OfficeNames offices, JdbcClient jdbc, WhoAmI who, Clock clock, @Value("${michishirube.accounts.dormant:90d}") Duration dormant) {
        this.people = people;
        this.offices = offices;
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
        this.dormant = dormant;
    }

    /** What to do about an account: nothing, or to ask whether the person still needs it, or still is there at all. */
    enum State {
        IN_USE,
        /** Not let in for longer than {@code michishirube.accounts.dormant}. */
        DORMANT,
        /** Came before the last day was kept, and never since. */
        NOT_SEEN,
        /** The provider gave no role at the last time: moved, or left. */
        NO_ROLE
    }

    /** @param unknownRoles names that stand in the database and that this version does not know */
    record Line(Person person, List<Role> roles, String office, Instant seen, Set<String> unknownRoles, State state) {}

    /** Who looked before. */
    record Look(Instant at, String name, int people, boolean asFile) {}

    /** @param asFile whether the list leaves the application */
    @Transactional
    public List<Line> look(boolean asFile) {
        Instant now = clock.instant();
        Map<String, String> names = offices.all();
        List<Line> lines = people.all().stream().map(a -> line(a, names, now)).toList();
        Person me = who.me();
        jdbc.sql("insert into organization.account_review (at, person_id, name, people, as_file) values (?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), me.id(), me.name(), lines.size(), asFile).update();
        return lines;
    }

    /** The last ones, newest first. */
    List<Look> looks() {
        return jdbc.sql("select * from organization.account_review order by id desc limit 10").query((rs, n) -> new Look(
                rs.getObject("at", OffsetDateTime.class).toInstant(), rs.getString("name"), rs.getInt("people"), rs.getBoolean("as_file"))).list();
    }

    private Line line(People.Account account, Map<String, String> names, Instant now) {
        Person person = account.person();
        String office = person.office() == null ? "" : names.getOrDefault(person.office(), person.office());
        State state = person.roles().isEmpty() ? State.NO_ROLE : account.seen() == null ? State.NOT_SEEN
                : account.seen().isBefore(now.minus(dormant)) ? State.DORMANT : State.IN_USE;
        return new Line(person, person.roles().stream().sorted().toList(), office, account.seen(), account.unknownRoles(), state);
    }
}
