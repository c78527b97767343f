package jp.michishirube.consent.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The text that a person saw stays what it was (49条の14: it must be provable how the giving on was explained). */
@ProductTest
class FrozenNoticesTest {

    @Autowired private FreezeNotices frozen;
    @Autowired private Notices notices;
    @Autowired private JdbcClient jdbc;

    @Test
    void aTextChangedWithoutANewVersionStopsTheStart() {
        Notice shown = notices.find(new NoticeRef("creation", 1, "ja")).orElseThrow();
        frozen.freeze(shown);
        frozen.shown(shown.ref());
        assertThatThrownBy(() -> frozen.freeze(new Notice(shown.ref(), "f".repeat(64), shown.source() + " ", shown.terms(), shown.body())))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("creation.v2.ja.md");
        assertThat(frozen.notice(shown.ref()).sha256()).isEqualTo(shown.sha256());
    }

    /** Set up in the evening, a slip found before anyone was asked: it is put right and the start goes on. */
    @Test
    void aTextThatNobodyWasShownMayBePutRight() {
        Notice first = new Notice(new NoticeRef("never-shown", 1, "ja"), "a".repeat(64), "誤字", null, "誤字");
        frozen.freeze(first);
        Notice mended = new Notice(first.ref(), "b".repeat(64), "正しい字", null, "正しい字");
        frozen.freeze(mended);
        assertThat(kept(first.ref())).isEqualTo("正しい字");
        frozen.shown(first.ref());
        assertThatThrownBy(() -> frozen.freeze(first)).isInstanceOf(IllegalStateException.class).hasMessageContaining("never-shown.v2.ja.md");
        assertThat(kept(first.ref())).isEqualTo("正しい字");
    }

    private String kept(NoticeRef ref) {
        return jdbc.sql("select source from consent.notice where id = ? and version = ? and language = ?").params(ref.id(), ref.version(), ref.language())
                .query(String.class).single();
    }

    @Test
    void aFrozenTextIsNeverChanged() {
        frozen.shown(new NoticeRef("creation", 1, "ja"));
        assertThatThrownBy(() -> jdbc.sql("update consent.notice set source = 'x' where id = 'creation' and version = 1 and language = 'ja'").update())
                .isInstanceOf(DataAccessException.class);
    }
}
