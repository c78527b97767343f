package jp.michishirube.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jp.michishirube.evidence.VerifyLogCommand;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/**
 * The drill: a database on an operator's own PostgreSQL (here the distribution's, the lowest major that is supported), backed up by the script, the
 * machine lost, restored by the script on an empty one.
 */
class RestoreDrillTest {

    private static final List<String> TOLD = List.of("select count(*) from casefile.casefile", "select string_agg(event_type || act, ',' order by id) from consent.record",
            "select string_agg(encode(content, 'hex'), ',' order by id) from signing.sealed_document", "select count(*) from evidence.line",
            "select max(installed_rank) from flyway_schema_history", "select count(*) from act_ge_schema_log");

    @Test
    void whatWasBackedUpStandsOnAnEmptyMachineAndNothingIsMailed(@TempDir Path home) throws Exception {
        Map<String, String> before;
        Path dump;
        try (OutsideServer first = new OutsideServer(home.resolve("first"))) {
            first.makeRoles();
            prepare(first);
            fill(JdbcClient.create(first.database("michishirube", "michishirube_app")));
            before = told(first);
            OutsideServer.Said said = OutsideServer.script(first.environment("michishirube"), "ops/backup.sh", home.resolve("backups").toString());
            assertThat(said.exit()).as(said.text()).isZero();
            dump = Path.of(said.text().trim());
            assertThat(dump).exists();
        }

        try (OutsideServer empty = new OutsideServer(home.resolve("second"))) {
            empty.makeRoles();
            Path cut = home.resolve("cut.dump");
            byte[] whole = Files.readAllBytes(dump);
            Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
            Files.writeString(home.resolve("cut.dump.sha256"), Files.readString(Path.of(dump + ".sha256")).replace(dump.getFileName().toString(), "cut.dump"));
            assertThat(restore(empty, cut).text()).contains("途中で切れている", "cut off");

            assertThat(restore(empty, dump).exit()).isZero();
            assertThat(told(empty)).isEqualTo(before);
            JdbcClient owner = JdbcClient.create(empty.database("michishirube", "michishirube_owner"));
            assertThat(owner.sql("select count(*) from spring_session").query(Integer.class).single()).isZero();
            assertThat(owner.sql("select count(*) from notification.mail where sent_at is null and not given_up").query(Integer.class).single()).isZero();
            assertThat(VerifyLogCommand.run(new String[0], empty.database("michishirube", "michishirube_owner"))).isZero();

            assertThat(restore(empty, dump).text()).contains("空ではありません", "not empty");
            prepare(empty);
            JdbcClient.create(empty.database("michishirube", "michishirube_app")).sql("select count(*) from privacy.access").query(Integer.class).single();

            JdbcClient.create(empty.database("michishirube", "postgres"))
                    .sql("begin; set local session_replication_role = replica; delete from casefile.event where id = 2; commit").update();
            assertThat(VerifyLogCommand.run(new String[0], empty.database("michishirube", "michishirube_owner"))).isEqualTo(1);
        }
    }

    private static OutsideServer.Said restore(OutsideServer server, Path dump) throws Exception {
        return OutsideServer.script(server.environment("michishirube"), "ops/restore.sh", dump.toString());
    }

    private static void prepare(OutsideServer server) {
        DataSource owner = server.database("michishirube", "michishirube_owner");
        new PrepareDatabase(server.database("michishirube", "michishirube_app"), new MockEnvironment())
                .migrate(Flyway.configure().dataSource(owner).locations("classpath:db/migration").outOfOrder(true).load());
    }

    private static void fill(JdbcClient app) {
        List.of("insert into casefile.resident (name) select '髙橋' || i from generate_series(1, 50) i",
                "insert into casefile.casefile (number, resident_id, opened_at) select 'D-' || id, id, now() from casefile.resident",
                "insert into casefile.event (case_id, at, actor_id, actor, kind) select id, now(), 'x', 'x', 'opened' from casefile.casefile",
                """
                insert into consent.record (act, resident_id, case_id, purpose, event_type, event_time, recorded_by, recorder_name, recorded_at)
                select gen_random_uuid(), id, id, 'CREATION', 'GIVEN', now(), 'x', 'x', now() from casefile.resident
                """,
                """
                insert into signing.sealed_document (case_id, version, kind, sha256, content_hash, content, created_at)
                select id, 1, 'SEALED', 'x', 'x', sha256(number::bytea), now() from casefile.casefile where id < 9
                """,
                "insert into spring_session values ('p', 's', 1, 1, 1, 1, 'x')",
                "insert into notification.mail (mail_key, person_id, template, made_at, next_try) values ('k', 'x', 't', now(), now())")
                .forEach(s -> app.sql(s).update());
        while (app.sql("select evidence.carry_on(true)").query(Integer.class).single() > 0) {
            // until all is in the chain
        }
    }

    private static Map<String, String> told(OutsideServer server) {
        JdbcClient owner = JdbcClient.create(server.database("michishirube", "michishirube_owner"));
        Map<String, String> told = new java.util.TreeMap<>();
        TOLD.forEach(sql -> told.put(sql, owner.sql(sql).query((row, n) -> row.getString(1)).single()));
        return told;
    }
}
