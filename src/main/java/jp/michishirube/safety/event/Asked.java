package jp.michishirube.safety.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.safety.reach.Whom;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is asked in an event. Somebody who is protected (支援措置) is not among them, and leaves by the protection at once. */
@Repository
public class Asked {

    /** Ends the answers of a reminder: nobody who answered, or does not wish to, is asked again. */
    static final String STILL_ASKED = "(a.said is null or a.said = 'NOT_MET')";
    /** The one condition that leaves protected people (支援措置) out of whatever safety reads; {@code a} is {@code safety.asked}. */
    public static final String NOT_PROTECTED = """
             not exists (select from casefile.protection p join casefile.resident g on g.id = p.resident_id
                 where p.ended_at is null and (g.id = a.resident_id or g.city_number = a.person))
            """;

    private final JdbcClient jdbc;

    Asked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who is asked, without a name.
     *
     * @param number     by which board and paper call the person in this event
     * @param residentId null for somebody whom the roster alone knows
     * @param person     as the roster knows them
     * @param passes     ids of the links that were sent
     * @param ways       by which they were asked, in the order of their first use
     */
    public record Person(long id, long eventId, int number, Long residentId, String person, List<Long> passes, List<Way> ways) {

        public Whom whom() {
            return new Whom(residentId, person);
        }

        /** As work that may fail for this person alone. */
        public LeftAside.Item leftAside(String what) {
            return LeftAside.Item.of(LeftAside.Work.ASK_RESIDENT, eventId + "-" + number + " " + what).ofResident(residentId);
        }

        public Holder holder() {
            return new Holder(Holder.Kind.ASKED, String.valueOf(id));
        }
    }

    /** Empty for an unknown one, and for somebody who is protected meanwhile: the two answer alike. */
    public Optional<Person> find(long id) {
        return one("a.id = ?", id);
    }

    public Optional<Person> find(long eventId, int number) {
        return one("a.event_id = ? and a.number = ?", eventId, number);
    }

    /** @param cityOsId the common key of linked systems */
    public Optional<Person> byCityOsId(long eventId, String cityOsId) {
        return one("a.event_id = ? and a.resident_id in (select r.id from casefile.resident r where r.city_os_id = ?)", eventId, cityOsId);
    }

    public Optional<Person> byCase(long eventId, String caseNumber) {
        return one("a.event_id = ? and a.resident_id in (select c.resident_id from casefile.casefile c where c.number = ?)", eventId, caseNumber);
    }

    /** Those with a plan in force who are not well yet and have supporters with a contact. */
    public List<Person> withSupporters(long eventId) {
        return jdbc.sql("select a.* from safety.asked a where a.event_id = ? and a.ring = 1 and (a.said is null or a.said in ('NOT_MET', 'NEEDS_HELP', 'HURT')) and exists ("
                + "select from sharing.supporter_contact s where s.resident_id = a.resident_id) and" + NOT_PROTECTED + " order by a.number").param(eventId)
                .query((rs, n) -> person(rs)).list();
    }

    private Optional<Person> one(String where, Object... params) {
        List<Person> found = jdbc.sql("select a.* from safety.asked a where " + where + " and" + NOT_PROTECTED).params(params)
                .query((rs, n) -> person(rs)).list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    static Person person(ResultSet rs) throws SQLException {
        return new Person(rs.getLong("id"), rs.getLong("event_id"), rs.getInt("number"), rs.getObject("resident_id", Long.class),
                rs.getString("person"), List.of((Long[]) rs.getArray("passes").getArray()), Arrays.stream((String[]) rs.getArray("ways").getArray()).map(Way::valueOf).toList());
    }
}
