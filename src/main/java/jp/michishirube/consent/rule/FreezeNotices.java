package jp.michishirube.consent.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps each notice's text for good, so that a record points to what the person saw. A text that was changed without a new version
 * after somebody had been shown it stops the start: people would be said to have agreed to words they never read.
 */
@Component
public class FreezeNotices implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final Notices notices;
    /** Known to this node: one line in the database is enough. */
    private final Set<NoticeRef> shown = ConcurrentHashMap.newKeySet();

    FreezeNotices(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    @Override
    public void afterSingletonsInstantiated() {
        notices.all().forEach(this::freeze);
    }

    void freeze(Notice notice) {
        NoticeRef ref = notice.ref();
        jdbc.sql("""
                insert into consent.notice (id, version, language, sha256, source) values (?, ?, ?, ?, ?) on conflict do nothing
                """).params(ref.id(), ref.version(), ref.language(), notice.sha256(), notice.source()).update();
        String frozen = jdbc.sql("select sha256 from consent.notice where id = ? and version = ? and language = ?")
                .params(ref.id(), ref.version(), ref.language()).query(String.class).single();
        if (!frozen.equals(notice.sha256()) && !mended(notice)) {
            throw new IllegalStateException("Notice %s version %d (%s) was changed after people had been shown it. Give the new text a new version: %s.v%d.%s.md"
                    .formatted(ref.id(), ref.version(), ref.language(), ref.id(), ref.version() + 1, ref.language()));
        }
    }

    /** A text that nobody was shown, on a page, on paper or by another system, may still be put right. */
    private boolean mended(Notice notice) {
        NoticeRef ref = notice.ref();
        return jdbc.sql("""
                update consent.notice n set sha256 = ?, source = ? where id = ? and version = ? and language = ? and shown_at is null
                    and not exists (select 1 from consent.record r
                                    where (r.notice_id, r.notice_version, r.notice_language) = (n.id, n.version, n.language))
                """).params(notice.sha256(), notice.source(), ref.id(), ref.version(), ref.language()).update() == 1;
    }

    /** The text stands before a person's eyes: from now on it is what it was. */
    public void shown(NoticeRef ref) {
        if (shown.add(ref)) {
            jdbc.sql("update consent.notice set shown_at = now() where id = ? and version = ? and language = ? and shown_at is null")
                    .params(ref.id(), ref.version(), ref.language()).update();
        }
    }

    /** @return the notice as it was seen, also one that is no longer in the folder */
    public Notice notice(NoticeRef ref) {
        String source = jdbc.sql("select source from consent.notice where id = ? and version = ? and language = ?")
                .params(ref.id(), ref.version(), ref.language()).query(String.class).single();
        try {
            return Notices.parse(ref.id() + ".v" + ref.version() + "." + ref.language() + ".md", source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
