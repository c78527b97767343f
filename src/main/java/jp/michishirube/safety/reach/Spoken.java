package jp.michishirube.safety.reach;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The language of each person, whatever language a page happens to be read in by others. Japanese where nobody said. */
@Repository
public class Spoken {

    private final JdbcClient jdbc;
    private final Clock clock;

    Spoken(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Locale of(Whom whom) {
        return jdbc.sql("select language from safety.language where person = ?").param(whom.person()).query(String.class).optional().map(Locale::forLanguageTag)
                .orElse(Locale.JAPANESE);
    }

    /** The same of many, by the person; those of whom nobody said are missing. */
    public Map<String, Locale> of(Collection<Whom> people) {
        Map<String, Locale> said = new HashMap<>();
        jdbc.sql("select person, language from safety.language where person = any(?)").param(people.stream().map(Whom::person).toArray(String[]::new)).query(rs -> {
            said.put(rs.getString(1), Locale.forLanguageTag(rs.getString(2)));
        });
        return said;
    }

    /** As the person chose it, or answered in it. */
    @Transactional
    public void keep(Whom whom, Locale language) {
        jdbc.sql("""
                insert into safety.language as l (person, language, changed_at) values (?, ?, ?)
                on conflict (person) do update set language = excluded.language, changed_at = excluded.changed_at where l.language <> excluded.language
                """).params(whom.person(), language.toLanguageTag(), Timestamp.from(clock.instant())).update();
    }

    void forget(Whom whom) {
        jdbc.sql("delete from safety.language where person = ?").param(whom.person()).update();
    }
}
