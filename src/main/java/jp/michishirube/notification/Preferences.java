package jp.michishirube.notification;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Preferences {

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<NoticeKind, MailWish> of(String personId) {
        Map<NoticeKind, MailWish> all = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            all.put(kind, kind.usual());
        }
        jdbc.sql("select kind, mail from notification.preference where person_id = ?").param(personId)
                .query(rs -> {
                    MailWish wish = MailWish.valueOf(rs.getString("mail"));
                    NoticeKind.named(rs.getString("kind")).ifPresent(kind -> all.put(kind, wish));
                });
        return all;
    }

    void put(String personId, NoticeKind kind, MailWish wish) {
        jdbc.sql("""
                insert into notification.preference (person_id, kind, mail) values (?, ?, ?)
                on conflict (person_id, kind) do update set mail = excluded.mail
                """).params(personId, kind.name(), wish.name()).update();
    }
}
