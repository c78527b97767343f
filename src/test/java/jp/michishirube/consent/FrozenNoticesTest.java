package jp.michishirube.consent;

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
        assertThatThrownBy(() -> frozen.freeze(new Notice(shown.ref(), "f".repeat(64), shown.source() + " ", shown.terms(), shown.body())))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("creation.v2.ja.md");
        assertThat(frozen.notice(shown.ref()).sha256()).isEqualTo(shown.sha256());
    }

    @Test
    void aFrozenTextIsNeverChanged() {
        assertThatThrownBy(() -> jdbc.sql("update consent.notice set source = 'x' where id = 'creation'").update())
                .isInstanceOf(DataAccessException.class);
    }
}
