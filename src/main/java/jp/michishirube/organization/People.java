package jp.michishirube.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People who have signed in at least once, or were announced by the municipality; the identity provider stays the authority. */
@Repository
public class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> find(String id) {
        return jdbc.sql("select * from organization.person where id = ?").param(id).query((rs, n) -> person(rs)).optional();
    }

    public List<Person> ofOffice(String office) {
        return jdbc.sql("select * from organization.person where office = ? order by id").param(office)
                .query((rs, n) -> person(rs)).list();
    }

    public List<Person> withRole(Role role) {
        return jdbc.sql("select * from organization.person where ? = any(string_to_array(roles, ',')) order by id")
                .param(role.name()).query((rs, n) -> person(rs)).list();
    }

    /** Names by id; {@link Person#NO_NAME} for ids that nobody has: the identity provider's number of a person is shown to nobody. */
    public Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        ids.forEach(id -> names.put(id, Person.NO_NAME));
        jdbc.sql("select id, name from organization.person where id = any(?)").param(ids.toArray(String[]::new))
                .query((rs, n) -> names.put(rs.getString("id"), rs.getString("name"))).list();
        return names;
    }

    /** The name of one, as {@link #names}. */
    public String name(String id) {
        return find(id).map(Person::name).orElse(Person.NO_NAME);
    }

    /** Keeps what the identity provider said at sign-in. */
    public void remember(Person person, String mail) {
        jdbc.sql("""
                insert into organization.person (id, name, roles, office, mail, username) values (:id, :name, :roles, :office, :mail, :username)
                on conflict (id) do update set name = excluded.name, roles = excluded.roles, office = excluded.office,
                    mail = coalesce(excluded.mail, organization.person.mail), username = excluded.username
                """)
                .param("id", person.id()).param("name", person.name())
                .param("roles", person.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("office", person.office()).param("mail", mail).param("username", person.username()).update();
    }

    /** The provider said just now that this person may come in, or still may. */
    public void seen(String id, Instant at) {
        jdbc.sql("update organization.person set last_seen_at = ? where id = ?").params(at.atOffset(ZoneOffset.UTC), id).update();
    }

    /** The provider has ended a session of the person: signed out, shut, or its refresh token taken back. */
    public void ended(String id, Instant at) {
        jdbc.sql("update organization.person set ended_at = ? where id = ?").params(at.atOffset(ZoneOffset.UTC), id).update();
    }

    /**
     * What the provider said of somebody the last time that it was asked.
     *
     * @param seen  when that was; null where it is not known
     * @param ended when it last ended a session of theirs; null for never
     */
    public record Standing(Person person, Instant seen, Instant ended) {}

    /** Empty for one who never signed in. */
    public Optional<Standing> standing(String id) {
        return jdbc.sql("select * from organization.person where id = ?").param(id)
                .query((rs, n) -> new Standing(person(rs), instant(rs, "last_seen_at"), instant(rs, "ended_at"))).optional();
    }

    /**
     * An account as the yearly look at them needs it.
     *
     * @param seen when the provider last let the person in; null where that is not known
     */
    public record Account(Person person, Instant seen, Set<String> unknownRoles) {}

    /** Everybody who ever signed in, offices together. */
    public List<Account> all() {
        return jdbc.sql("select * from organization.person order by office nulls first, roles, name, id").query((rs, n) -> {
            return new Account(person(rs), instant(rs, "last_seen_at"), names(rs).filter(name -> role(name).isEmpty()).collect(Collectors.toSet()));
        }).list();
    }

    public Optional<String> mailOf(String id) {
        return jdbc.sql("select mail from organization.person where id = ? and mail is not null").param(id)
                .query(String.class).optional();
    }

    private static Person person(ResultSet rs) throws SQLException {
        Set<Role> roles = names(rs).flatMap(name -> role(name).stream()).collect(Collectors.toSet());
        return new Person(rs.getString("id"), rs.getString("name"), roles, rs.getString("office"), false, rs.getString("username"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Stream<String> names(ResultSet rs) throws SQLException {
        return Arrays.stream(rs.getString("roles").split(",")).filter(name -> !name.isBlank());
    }

    /** A role that this version does not know, written by a later one, gives nothing; the list of accounts tells it. */
    private static Optional<Role> role(String name) {
        return Arrays.stream(Role.values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
