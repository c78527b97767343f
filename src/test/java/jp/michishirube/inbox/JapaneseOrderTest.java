package jp.michishirube.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.stream.Stream;
import jp.michishirube.testing.Surroundings;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Names stand in Japanese order on every database, and a list of many still ends after the page it shows. */
class JapaneseOrderTest {

    /** As a telephone book has them: a voiced letter as its voiceless one and after it, a long vowel as the vowel it is and before it. */
    private static final List<String> KANA = List.of("アオキ", "カ", "ガ", "カー", "カア", "カアベ", "カイ", "カトウ", "ガトウ", "キド", "パク", "ババ", "ハヤシ", "ヤマダ", "ヤマダ イチ", "ン");
    private static final List<String> LOCALES = List.of("locale 'C'", "locale_provider icu icu_locale 'en-US' locale 'C'");

    private static List<JdbcClient> databases;

    @BeforeAll
    static void databasesOfOtherLocales() {
        databases = Stream.iterate(0, i -> i + 1).limit(LOCALES.size()).map(i -> {
            EmbeddedPostgres server = Surroundings.postgres();
            JdbcClient.create(server.getPostgresDatabase()).sql("create database order_" + i + " encoding 'UTF8' template template0 " + LOCALES.get(i)).update();
            DriverManagerDataSource database = new DriverManagerDataSource("jdbc:postgresql://localhost:" + server.getPort() + "/order_" + i, "postgres", "");
            Flyway.configure().dataSource(database).locations("classpath:db/migration").outOfOrder(true).load().migrate();
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("insert into casefile.resident (name, kana, area) select k, k, k from unnest(?) k order by random()").param(KANA.toArray(String[]::new)).update();
            jdbc.sql("insert into casefile.casefile (number, resident_id, opened_at) select 'O-' || id, id, now() from casefile.resident").update();
            jdbc.sql("""
                    insert into inbox.work_item (task_id, case_id, case_number, resident_name, resident_kana, area, step, party, priority, created_at, due_at, waiting_since)
                    select 't' || c.id, c.id, c.number, r.name, r.kana, r.area, 'INTERVIEW_RESIDENT', 'OFFICE', 5, now(), now(), now()
                    from casefile.casefile c join casefile.resident r on r.id = c.resident_id
                    """).update();
            jdbc.sql("insert into evacuation.place (kind, key, name) select 'SITE', k, k from unnest(?) k order by random()").param(KANA.toArray(String[]::new)).update();
            return jdbc;
        }).toList();
    }

    @Test
    void everyDatabaseSortsByKanaAsTelephoneBooksDo() {
        for (JdbcClient jdbc : databases) {
            assertThat(list(jdbc, "select kana from casefile.resident order by kana")).isEqualTo(KANA);
            assertThat(list(jdbc, "select name from evacuation.place order by name, id")).isEqualTo(KANA);
            assertThat(list(jdbc, "select area from inbox.work_item order by area")).isEqualTo(KANA);
            assertThat(list(jdbc, "select resident_kana from inbox.work_item order by " + InboxOrder.NAME.column + ", task_id")).isEqualTo(KANA);
        }
    }

    @Test
    void thePageAfterBeginsWhereTheLastOneEnded() {
        for (JdbcClient jdbc : databases) {
            assertThat(list(jdbc, "select resident_kana from inbox.work_item where (" + InboxOrder.NAME.column + ", task_id) > ('カイ', 'u') order by "
                    + InboxOrder.NAME.column + ", task_id")).isEqualTo(KANA.subList(KANA.indexOf("カトウ"), KANA.size()));
        }
    }

    @Test
    void aPageOfManyComesFromTheIndexInThatOrder() {
        JdbcClient jdbc = databases.get(0);
        jdbc.sql("insert into casefile.casefile (number, resident_id, state, opened_at) select 'M-' || i, 1, 'ENDED', now() from generate_series(1, 20000) i").update();
        jdbc.sql("""
                insert into inbox.work_item (task_id, case_id, case_number, resident_name, resident_kana, area, step, party, office, priority, created_at, due_at, waiting_since)
                select 'm' || id, id, number, 'x', 'ヤ' || chr(12450 + (id % 83)::int) || id, '', 'INTERVIEW_RESIDENT', 'OFFICE', 'B' || id % 9, 5, now(), now(), now()
                from casefile.casefile where number like 'M-%'
                """).update();
        jdbc.sql("analyze inbox.work_item").update();
        String by = " order by " + InboxOrder.NAME.column + ", task_id limit 21";
        assertThat(plan(jdbc, "select * from inbox.work_item where (" + InboxOrder.NAME.column + ", task_id) > ('ヤカ', 'm1')" + by))
                .contains("work_item_kana").doesNotContain("Sort");
        assertThat(plan(jdbc, "select * from inbox.work_item where office = 'B1'" + by)).contains("work_item_office_kana").doesNotContain("Sort");
        jdbc.sql("delete from inbox.work_item where task_id like 'm%'").update();
    }

    private static List<String> list(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static String plan(JdbcClient jdbc, String sql) {
        return String.join("\n", list(jdbc, "explain " + sql));
    }
}
