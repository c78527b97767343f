package jp.michishirube.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.michishirube.evidence.VerifyLogCommand;
import jp.michishirube.testing.Surroundings;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** A database prepared as at a start, by two nodes at once, and what the role that runs may do in it. */
class DatabaseRolesTest {

    private static DataSource owner;
    private static DataSource running;
    private static JdbcClient jdbc;

    @BeforeAll
    static void twoNodesPrepareAnEmptyDatabaseAtOnce() throws Exception {
        String url = Surroundings.newDatabase();
        owner = new DriverManagerDataSource(url, DatabaseRoles.OWNER, "");
        running = new DriverManagerDataSource(url, DatabaseRoles.RUNNING, "");
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> node = () -> {
                new PrepareDatabase(running, new MockEnvironment()).migrate(Flyway.configure().dataSource(owner).locations("classpath:db/migration").outOfOrder(true).load());
                return null;
            };
            for (Future<Void> prepared : nodes.invokeAll(List.of(node, node))) {
                prepared.get();
            }
        } finally {
            nodes.shutdown();
        }
        jdbc = JdbcClient.create(running);
        jdbc.sql("insert into casefile.resident (name) values ('見本')").update();
        jdbc.sql("insert into casefile.casefile (number, resident_id, opened_at) select 'R-1', max(id), now() from casefile.resident").update();
        jdbc.sql("""
                insert into casefile.event (case_id, at, actor_id, actor, kind) select max(id), now(), 'x', 'x', k
                from casefile.casefile, unnest(array['a', 'b', 'c']) k group by k
                """).update();
        jdbc.sql("insert into privacy.access (at, case_id, person_id, name, role, what) select now(), max(id), 'x', 'x', 'x', 'plan' from casefile.casefile")
                .update();
    }

    @Test
    void whatOneNodeMadeTheOtherFindsMade() {
        assertThat(number("select count(*) from act_ge_schema_log")).isEqualTo(1);
        assertThat(number("select count(*) from flyway_schema_history where not success")).isZero();
    }

    @Test
    void theRoleThatRunsOwnsNothing() {
        assertThat(number("""
                select (select count(*) from pg_class where relowner = current_user::regrole) + (select count(*) from pg_proc where proowner = current_user::regrole)
                + (select count(*) from pg_namespace where nspowner = current_user::regrole) + (select count(*) from pg_database where datdba = current_user::regrole)
                + (select count(*) from pg_roles where rolname = current_user and (rolsuper or rolcreaterole or rolbypassrls))
                """)).isZero();
    }

    @Test
    void itReadsAndWritesEveryTableThatIsNoEvidence() {
        assertThat(jdbc.sql("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = relnamespace
                where relkind = 'r' and nspname not like 'pg\\_%' and nspname not in ('information_schema', 'evidence') and relname <> 'flyway_schema_history'
                and not (has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert')
                    and (has_table_privilege(c.oid, 'update') and has_table_privilege(c.oid, 'delete')
                        or exists (select from evidence.source s where s.name::regclass = c.oid)))
                """).query(String.class).list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy.access", "privacy.list_read", "casefile.event", "consent.record", "consent.supporter_record", "consent.disclosure",
        "plan.submission", "plan.redaction",
        "signing.sealed_document", "signing.signature", "signing.objection"})
    void evidenceIsWrittenAndReadOnly(String table) {
        String at = jdbc.sql("select said_at from evidence.source where name = ?").param(table).query(String.class).single();
        for (String act : List.of("update " + table + " set " + at + " = " + at, "delete from " + table, "truncate " + table,
                "alter table " + table + " disable trigger all", "drop table " + table)) {
            assertThatThrownBy(() -> jdbc.sql(act).update()).as(act)
                    .hasStackTraceContaining(act.startsWith("alter") || act.startsWith("drop") ? "must be owner" : "permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update evidence.line set salt = null", "delete from evidence.link", "update evidence.source set mark = 9", "delete from evidence.head", "delete from evidence.kept_apart",
        "insert into evidence.link select * from evidence.link", "select evidence.bury('casefile.event', 1, false)",
        "update flyway_schema_history set success = true", "select set_config('michishirube.erasing', 'on', false); delete from casefile.event"})
    void theChainIsNotInItsHands(String act) {
        assertThatThrownBy(() -> jdbc.sql(act).update()).hasStackTraceContaining("permission denied");
    }

    /** The trigger holds where the rights do not: against the owner, who has them all. */
    @Test
    void theOwnerDoesNotChangeEvidenceByMistake() {
        assertThatThrownBy(() -> JdbcClient.create(owner).sql("update casefile.event set actor = 'y' where kind = 'a'").update())
                .hasStackTraceContaining("is evidence: written once, never changed");
    }

    @Test
    void anAnnouncedErasingTakesTheEraserOnAndLeavesTheHashBehind() {
        while (number("select evidence.carry_on(true)") > 0) {
            // until every line is in the chain
        }
        assertThatThrownBy(() -> jdbc.sql("set role michishirube_eraser; delete from casefile.event where kind = 'b'").update())
                .hasStackTraceContaining("is evidence");
        jdbc.sql("""
                begin; set local role michishirube_eraser; set local michishirube.erasing = 'on'; set local michishirube.erasing_rule = 'retention';
                delete from casefile.event where kind = 'b'; update casefile.event set actor = '' where kind = 'c'; commit
                """).update();
        assertThat(number("select count(*) from evidence.line where rule = 'retention' and salt is null and hash is not null")).isEqualTo(2);
        assertThat(number("select evidence.carry_on(false)")).isEqualTo(1);
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(VerifyLogCommand.run(new String[0], running)).isZero();
        } finally {
            System.setOut(out);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("erased: 2 by rule retention", "Nothing is missing");
    }

    private static long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
