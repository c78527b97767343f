package jp.michishirube.review;

import java.util.List;
import jp.michishirube.plan.versions.AnnouncedErasing;
import jp.michishirube.plan.versions.ContentErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was erased from a plan is erased from what office and city wrote to each other about it. That they wrote, who and when, stays:
 * the sentence in place of the text is theirs to see.
 */
@Component
class EraseQuotes {

    static final String ERASED = ContentErased.INSTEAD;

    private final JdbcClient jdbc;
    private final AnnouncedErasing erasing;

    EraseQuotes(JdbcClient jdbc, AnnouncedErasing erasing) {
        this.jdbc = jdbc;
        this.erasing = erasing;
    }

    private record Written(long id, String pointer, String text) {}

    @EventListener
    void on(ContentErased erased) {
        erasing.run(() -> {
            remarks(erased);
            messages(erased);
            decisions(erased);
        });
    }

    private void remarks(ContentErased erased) {
        long caseId = erased.caseId().value();
        for (Written w : written("select id, pointer, concat_ws(' ', text, proposed) from review.remark where case_id = ?", caseId)) {
            if (erased.concerns(w.pointer(), w.text())) {
                jdbc.sql("update review.remark set text = ?, proposed = null where id = ?").params(ERASED, w.id()).update();
            }
        }
        for (Written w : written("""
                select e.id, r.pointer, e.text from review.entry e join review.remark r on r.id = e.remark_id where r.case_id = ? and e.text is not null
                """, caseId)) {
            if (erased.concerns(w.pointer(), w.text())) {
                jdbc.sql("update review.entry set text = ? where id = ?").params(ERASED, w.id()).update();
            }
        }
    }

    /** A file says nothing that could be compared: it goes with the message it came with. */
    private void messages(ContentErased erased) {
        for (Written w : written("select id, pointer, text from review.message where case_id = ?", erased.caseId().value())) {
            if (erased.concerns(w.pointer(), w.text())) {
                jdbc.sql("delete from review.attachment where message_id = ?").param(w.id()).update();
                jdbc.sql("update review.message set text = ? where id = ?").params(ERASED, w.id()).update();
            }
        }
    }

    private void decisions(ContentErased erased) {
        long caseId = erased.caseId().value();
        for (String table : List.of("round", "confirmation")) {
            for (Written w : written("select version, null, note from review." + table + " where case_id = ? and note is not null", caseId)) {
                if (erased.concerns(w.pointer(), w.text())) {
                    jdbc.sql("update review." + table + " set note = ? where case_id = ? and version = ?").params(ERASED, caseId, w.id()).update();
                }
            }
        }
    }

    private List<Written> written(String sql, long caseId) {
        return jdbc.sql(sql).param(caseId).query((rs, n) -> new Written(rs.getLong(1), rs.getString(2), rs.getString(3))).list();
    }
}
