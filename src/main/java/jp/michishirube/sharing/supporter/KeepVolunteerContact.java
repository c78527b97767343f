package jp.michishirube.sharing.supporter;

import jp.michishirube.sharing.channel.Way;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever agreed is reached as a supporter where they were reached as a volunteer. */
@Component
public class KeepVolunteerContact {

    private final JdbcClient jdbc;

    KeepVolunteerContact(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gone again by the events that end a supporter's part ({@link EndLinks}). */
    @Transactional
    public void keep(long residentId, String supporterKey, long volunteerId) {
        jdbc.sql("""
                insert into sharing.supporter_contact (resident_id, supporter_key, mail, phone, language, changed_at, volunteer_id)
                select :resident, :key, mail, phone, language, now(), id from sharing.volunteer where id = :volunteer
                on conflict (resident_id, supporter_key) do update set mail = excluded.mail, phone = excluded.phone, language = excluded.language,
                    changed_at = excluded.changed_at, volunteer_id = excluded.volunteer_id
                """).param("resident", residentId).param("key", supporterKey).param("volunteer", volunteerId).update();
    }

    /** Whether a message by that way to that address reaches the volunteer and nobody else, as far as anybody knows. LINE may have been linked by whoever held a link. */
    boolean isOwn(long volunteerId, Way way, String mail, String phone) {
        String where = switch (way) {
            case MAIL -> "mail = :mail";
            case SMS -> "phone = :phone";
            default -> "false";
        };
        return jdbc.sql("select count(*) from sharing.volunteer where id = :id and state = 'STANDING' and own_reach and " + where).param("id", volunteerId)
                .param("mail", mail, java.sql.Types.VARCHAR).param("phone", phone, java.sql.Types.VARCHAR).query(Integer.class).single() == 1;
    }

    /**
     * They changed where they are reached.
     *
     * @param office whose link they did it behind: for its residents alone; null for a link that nobody else had
     */
    @Transactional
    public void follow(long volunteerId, String office) {
        jdbc.sql("""
                update sharing.supporter_contact c set mail = v.mail, phone = v.phone, language = v.language, changed_at = now()
                from sharing.volunteer v where v.id = c.volunteer_id and v.id = :id and (cast(:office as text) is null or exists (
                    select from casefile.casefile f where f.resident_id = c.resident_id and f.office = :office))
                """).param("id", volunteerId).param("office", office, java.sql.Types.VARCHAR).update();
    }
}
