package jp.michishirube.sharing.supporter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.michishirube.casefile.Resident;
import jp.michishirube.sharing.SupporterReaders;
import jp.michishirube.sharing.channel.AddressBook;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.telephone.Telephone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts of supporters without an account; gone when their part is over, so that nothing reaches them any more. */
@Repository
class Contacts implements AddressBook, SupporterReaders {

    private final JdbcClient jdbc;
    private final LineAccounts line;
    private final Clock clock;

    Contacts(JdbcClient jdbc, LineAccounts line, Clock clock) {
        this.jdbc = jdbc;
        this.line = line;
        this.clock = clock;
    }

    @Override
    public Holder.Kind of() {
        return Holder.Kind.SUPPORTER;
    }

    /** A link that is handed over needs no address. */
    @Override
    public Optional<String> address(String key, Way way) {
        return find(Long.parseLong(key)).flatMap(c -> switch (way) {
            case MAIL -> Optional.ofNullable(c.mail());
            case LINE -> line.userOf(c.holder()).or(() -> c.volunteer().flatMap(line::userOf));
            case SMS -> Optional.ofNullable(c.phone()).filter(n -> Telephone.of(n).filter(Telephone::isMobile).isPresent());
            case VOICE -> Optional.ofNullable(c.phone());
            case LINK, PAPER -> Optional.of("");
        });
    }

    @Override
    public boolean reads(Resident resident, String supporterKey) {
        return find(resident.id(), supporterKey).isPresent();
    }

    /** The link and what was asked go on with the person. */
    @Override
    public void goesOnAs(Resident resident, String before, String key) {
        for (String table : new String[] {"supporter_contact", "asking"}) {
            jdbc.sql("update sharing." + table + " t set supporter_key = ? where resident_id = ? and supporter_key = ? and not exists (select 1 from sharing." + table
                    + " o where o.resident_id = t.resident_id and o.supporter_key = ?)").params(key, resident.id(), before, key).update();
        }
    }

    Optional<Contact> find(long id) {
        return jdbc.sql("select * from sharing.supporter_contact where id = ?").param(id).query((rs, n) -> contact(rs)).optional();
    }

    Optional<Contact> find(long residentId, String supporterKey) {
        return jdbc.sql("select * from sharing.supporter_contact where resident_id = ? and supporter_key = ?").params(residentId, supporterKey)
                .query((rs, n) -> contact(rs)).optional();
    }

    /** @param mail null keeps none; {@code phone} likewise */
    Contact keep(long residentId, String supporterKey, String mail, String phone, Locale language) {
        return jdbc.sql("""
                insert into sharing.supporter_contact (resident_id, supporter_key, mail, phone, language, changed_at) values (?, ?, ?, ?, ?, ?)
                on conflict (resident_id, supporter_key) do update set mail = excluded.mail, phone = excluded.phone, language = excluded.language,
                    changed_at = excluded.changed_at
                returning *
                """).param(residentId).param(supporterKey).param(3, mail, java.sql.Types.VARCHAR).param(4, phone, java.sql.Types.VARCHAR).param(language.toLanguageTag())
                .param(Timestamp.from(clock.instant())).query((rs, n) -> contact(rs)).single();
    }

    void forget(Contact contact) {
        line.forget(contact.holder());
        jdbc.sql("delete from sharing.supporter_contact where id = ?").param(contact.id()).update();
    }

    List<Contact> ofResident(long residentId) {
        return jdbc.sql("select * from sharing.supporter_contact where resident_id = ? order by id").param(residentId).query((rs, n) -> contact(rs)).list();
    }

    /** All of one person: those under the same entry of the pool; else the one alone. */
    List<Contact> together(Contact contact) {
        return contact.volunteerId() == null ? List.of(contact) : jdbc.sql("select * from sharing.supporter_contact where volunteer_id = ? order by id").param(contact.volunteerId())
                .query((rs, n) -> contact(rs)).list();
    }

    private static Contact contact(ResultSet rs) throws SQLException {
        return new Contact(rs.getLong("id"), rs.getLong("resident_id"), rs.getString("supporter_key"), rs.getString("mail"), rs.getString("phone"),
                Locale.forLanguageTag(rs.getString("language")), rs.getObject("volunteer_id", Long.class));
    }
}
