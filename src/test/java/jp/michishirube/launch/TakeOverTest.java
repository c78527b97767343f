package jp.michishirube.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** A data folder of PostgreSQL 14, taken over by real servers of both majors. */
class TakeOverTest {

    private final MockEnvironment settings = new MockEnvironment().withProperty("michishirube.take-over", OldFolder.JAR.toString());

    @Test
    void everythingOfAnOldFolderIsThereAfterwardsAndTheOldOneIsKept(@TempDir Path home) throws Exception {
        OldFolder.make(home);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, settings)) {
            JdbcClient jdbc = JdbcClient.create(postgres(database));
            assertThat(one(jdbc, "select current_setting('server_version_num')::int / 10000")).isEqualTo("18");
            assertThat(one(jdbc, "select count(*) from casefile.resident where name = '𠮷野' || chr(9) || id and kana = 'ヨシノ\\N'")).isEqualTo("3000");
            assertThat(one(jdbc, "select schema from plan.form")).isEqualTo("{\"z\":  1, \"a\": [2, 1]}");
            assertThat(one(jdbc, "select count(*) from consent.record where items = array['氏名', 'a,\"b\"']")).isEqualTo("3000");
            assertThat(one(jdbc, "select encode(content, 'hex') from signing.sealed_document")).isEqualTo("00ff0a5c4e0d");
            assertThat(one(jdbc, "select count(*) from inbox.work_item where searched like '高橋%'")).isEqualTo("3000");
            assertThat(one(jdbc, "select nextval('casefile.running_number')")).isEqualTo("42");
            assertThat(one(jdbc, "insert into casefile.resident (name) values ('新') returning id")).isEqualTo("3001");
            assertThat(one(jdbc, "select count(*) from act_ge_schema_log")).isEqualTo("1");
            assertThat(one(jdbc, "select count(*) from pg_class c join pg_namespace n on n.oid = relnamespace where relowner = 'postgres'::regrole"
                    + " and relkind in ('r', 'S', 'v') and nspname not like 'pg\\_%' and nspname <> 'information_schema'")).isEqualTo("0");
            assertThatThrownBy(() -> jdbc.sql("update consent.record set reason = ''").update()).hasMessageContaining("appended, never changed");
            Flyway.configure().dataSource(postgres(database)).locations("classpath:db/migration").outOfOrder(true).load()
                    .migrate();
        }
        assertThat(new PostgresFolder(home.resolve("postgres-14")).major()).isEqualTo(14);
        assertThat(home.resolve("postgres.taking-over")).doesNotExist();

        try (EmbeddedDatabase again = EmbeddedDatabase.start(home, new MockEnvironment())) {
            assertThat(one(JdbcClient.create(postgres(again)), "select count(*) from casefile.resident")).isEqualTo("3001");
            assertThat(one(JdbcClient.create(postgres(again)), "show log_error_verbosity")).as("its log quotes nobody").isEqualTo("terse");
        }
    }

    @Test
    void aTakeOverThatCannotBeEndedHarmsNothingAndIsBegunAnew(@TempDir Path home) throws Exception {
        OldFolder.make(home, "alter table consent.scan add column added_by_hand text");
        Files.createDirectories(home.resolve("postgres.taking-over").resolve("base"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(home, settings)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("consent.scan").hasMessageContaining("もとのデータはそのまま");
        assertThat(home.resolve("postgres.taking-over")).doesNotExist();

        OldFolder.change(home, "alter table consent.scan drop column added_by_hand");
        EmbeddedDatabase.start(home, settings).close();

        // As after a cut between the last two moves: the new folder is whole, the old one still in its place.
        Files.move(home.resolve("postgres"), home.resolve("postgres.taking-over"));
        Files.move(home.resolve("postgres-14"), home.resolve("postgres"));
        Files.copy(home.resolve("postgres.good"), home.resolve("postgres.taken-over"));
        try (EmbeddedDatabase ended = EmbeddedDatabase.start(home, new MockEnvironment())) {
            assertThat(one(JdbcClient.create(postgres(ended)), "select count(*) from casefile.resident")).isEqualTo("3000");
        }
        assertThat(List.of(home.resolve("postgres-14"), home.resolve("postgres"))).allSatisfy(f -> assertThat(f).exists());
        assertThat(home.resolve("postgres.taken-over")).doesNotExist();
    }

    private static DriverManagerDataSource postgres(EmbeddedDatabase database) {
        return new DriverManagerDataSource(database.url(), "postgres", "");
    }

    private static String one(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query((row, n) -> row.getString(1)).single();
    }
}
