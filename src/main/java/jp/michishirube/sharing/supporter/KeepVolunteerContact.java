package jp.michishirube.sharing.supporter;

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

    /** They changed where they are reached. */
    @Transactional
    public void follow(long volunteerId) {
        jdbc.sql("""
                update sharing.supporter_contact c set mail = v.mail, phone = v.phone, language = v.language, changed_at = now()
                from sharing.volunteer v where v.id = c.volunteer_id and v.id = ?
                """).param(volunteerId).update();
    }
}
