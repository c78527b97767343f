package jp.michishirube.roster.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who cannot be ranked keeps the former rank, is named, and holds up nobody; the next ranking tries again. */
@ProductTest
class RankOneByOneTest {

    @Autowired RankAgain again;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void leaveNothing() {
        jdbc.sql("delete from roster.entry where city_number like 'RANK-%'").update();
        jdbc.sql("delete from casefile.left_aside where work = 'RANK_AGAIN'").update();
    }

    @Test
    void oneBadEntryHoldsUpNobody() {
        for (int i = 0; i < 5; i++) {
            entry("RANK-" + i, i == 1 ? "19-4x" : "1935-04-0" + (i + 1));
        }
        rank();
        assertThat(stale()).containsExactly("RANK-1");
        assertThat(jdbc.sql("select item from casefile.left_aside where work = 'RANK_AGAIN'").query(Long.class).list()).containsExactly(id("RANK-1"));
        assertThat(jdbc.sql("select why from casefile.left_aside where work = 'RANK_AGAIN'").query(String.class).single()).isEqualTo("NumberFormatException");

        jdbc.sql("update roster.entry set data = data || '{\"birthDate\": \"1935-01-01\"}' where city_number = 'RANK-1'").update();
        rank();
        assertThat(stale()).isEmpty();
        assertThat(jdbc.sql("select count(*) from casefile.left_aside where work = 'RANK_AGAIN'").query(Integer.class).single()).isZero();
    }

    private void rank() {
        again.ask();
        Eventually.holds(() -> assertThat(jdbc.sql("select finished_at is not null from roster.ranking").query(Boolean.class).single()).isTrue());
    }

    private void entry(String number, String birth) {
        jdbc.sql("""
                insert into roster.entry (city_number, person_key, place_key, data, priority, eligible, changed_at)
                values (?, ?, ?, jsonb_build_object('name', '順位 試験', 'kana', 'ジュンイ シケン', 'birthDate', ?, 'area', '順位町'), 9, false, now())
                """).params(number, number, number, birth).update();
    }

    private List<String> stale() {
        return jdbc.sql("select city_number from roster.entry where city_number like 'RANK-%' and rules is null order by 1").query(String.class).list();
    }

    private long id(String number) {
        return jdbc.sql("select id from roster.entry where city_number = ?").param(number).query(Long.class).single();
    }
}
