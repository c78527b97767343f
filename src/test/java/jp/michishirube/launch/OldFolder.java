package jp.michishirube.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import jp.michishirube.workflow.EngineSchema;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A data folder as the last build with PostgreSQL 14 left it: its migrations, the engine's tables, a few people and their papers. */
final class OldFolder {

    static final Path JAR = Path.of("target/take-over-tests/michishirube-take-over-14.jar").toAbsolutePath();

    /** Of the last build that made such folders (November 2026); later migrations come after the take-over. */
    private static final List<String> SCRIPTS = List.of("V010__sessions.sql", "V020__organization.sql", "V030__casefile.sql", "V040__inbox.sql",
            "V041__inbox_of_a_person.sql", "V045__inbox_scale.sql", "V046__paused_due_time.sql", "V047__inbox_search.sql", "V100__consent_records.sql",
            "V101__consent_of_others.sql", "V200__roster.sql", "V201__ranking.sql", "V202__ranking_runs.sql", "V300__plan.sql",
            "V303__contact_attempts.sql", "V400__linkage.sql", "V500__review.sql", "V501__messages.sql", "V600__evacuation_places.sql",
            "V601__evacuation_hazards_routes.sql", "V602__way_checks.sql", "V700__signing.sql", "V701__print_batch.sql",
            "V702__documents_as_they_are.sql", "V800__sharing.sql", "V900__privacy_access.sql", "V910__notification.sql");

    private OldFolder() {}

    static void make(Path home, String... furtherSql) throws Exception {
        Path scripts = Files.createDirectories(home.resolve("scripts"));
        for (String script : SCRIPTS) {
            Files.copy(Path.of("src/main/resources/db/migration", script), scripts.resolve(script));
        }
        Path folder = home.resolve("postgres");
        EmbeddedPostgres old = EmbeddedServer.start(folder, new OldBinaries(JAR));
        try {
            EmbeddedServer.createDatabase(old);
            DataSource database = old.getDatabase("postgres", EmbeddedServer.DATABASE);
            Flyway.configure().dataSource(database).locations("filesystem:" + scripts).load().migrate();
            EngineSchema.update(database);
            fill(JdbcClient.create(database));
            for (String sql : furtherSql) {
                JdbcClient.create(database).sql(sql).update();
            }
        } finally {
            EmbeddedServer.stop(old, folder);
        }
        Files.writeString(home.resolve("postgres.good"), "");
    }

    static void change(Path home, String sql) throws IOException {
        EmbeddedPostgres old = EmbeddedServer.start(home.resolve("postgres"), new OldBinaries(JAR));
        try {
            JdbcClient.create(old.getDatabase("postgres", EmbeddedServer.DATABASE)).sql(sql).update();
        } finally {
            EmbeddedServer.stop(old, home.resolve("postgres"));
        }
    }

    private static void fill(JdbcClient jdbc) {
        jdbc.sql("""
                insert into casefile.resident (city_number, name, kana, address, birth_date)
                select 'T' || i, '𠮷野' || chr(9) || i, 'ヨシノ\\N', 'みちしるべ市' || chr(10) || i, date '1940-01-01' + i from generate_series(1, 3000) i
                """).update();
        jdbc.sql("""
                insert into casefile.casefile (number, resident_id, opened_at)
                select '2026-' || id, id, timestamptz '2026-11-01 09:00+09' from casefile.resident
                """).update();
        jdbc.sql("""
                insert into inbox.work_item (task_id, case_id, case_number, resident_name, resident_kana, area, step, party, priority, created_at,
                due_at, waiting_since) select 'task' || id, id, number, '髙橋', 'タカハシ', '', 'REVIEW_PLAN', 'CITY', 1, now(), now(), now()
                from casefile.casefile
                """).update();
        jdbc.sql("insert into plan.form (version, schema) values ('1', '{\"z\":  1, \"a\": [2, 1]}')").update();
        jdbc.sql("""
                insert into consent.record (act, resident_id, case_id, purpose, event_type, event_time, items, recorded_by, recorder_name, recorded_at)
                select gen_random_uuid(), id, id, 'CREATION', 'GIVEN', now(), array['氏名', 'a,"b"'], 'x', '佐藤', now() from casefile.resident
                """).update();
        jdbc.sql("""
                insert into signing.sealed_document (case_id, version, kind, sha256, content_hash, content, created_at)
                values (1, 1, 'SEALED', 'x', 'x', decode('00ff0a5c4e0d', 'hex'), now())
                """).update();
        jdbc.sql("select nextval('casefile.running_number') from generate_series(1, 41)").query().listOfRows();
    }
}
