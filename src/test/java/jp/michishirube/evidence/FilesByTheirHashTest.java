package jp.michishirube.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.michishirube.testing.Surroundings;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A sealed plan stands in its line by its hash (V1110); one that the chain took before, as text, is still compared as text. */
class FilesByTheirHashTest {

    @TempDir
    private Path folder;

    private final DriverManagerDataSource database = new DriverManagerDataSource(Surroundings.newDatabase(), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void aFileThatIsAlteredIsFoundInWhicheverFormTheChainTookIt() {
        migrate("1109?");
        jdbc.sql("insert into casefile.resident (name) values ('見本')").update();
        jdbc.sql("insert into casefile.casefile (number, resident_id, opened_at) values ('V-1', 1, now())").update();
        sealed(1);
        migrate("latest");
        sealed(2);
        assertThat(jdbc.sql("select form from evidence.line l join evidence.source s on s.code = l.source where s.name = 'signing.sealed_document' order by row_id")
                .query(Integer.class).list()).containsExactly(1, 2);
        assertThat(told()).isEmpty();

        jdbc.sql("begin; set local session_replication_role = replica; update signing.sealed_document set content = '%PDG'; commit").update();
        assertThat(told()).containsExactly("signing.sealed_document 1 ALTERED", "signing.sealed_document 2 ALTERED");
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(database.getUrl(), "michishirube_owner", "").locations("classpath:db/migration").outOfOrder(true).target(target)
                .load().migrate();
    }

    private void sealed(int version) {
        jdbc.sql("insert into signing.sealed_document (case_id, version, kind, sha256, content_hash, content, created_at) "
                + "values (1, ?, 'SEALED', 'x', 'x', '%PDF', now())").param(version).update();
        jdbc.sql("select evidence.carry_on(false)").query(Integer.class).single();
    }

    private List<String> told() {
        return new VerifyLog(database).run(folder).faults().stream().map(f -> f.table() + " " + f.kind()).toList();
    }
}
