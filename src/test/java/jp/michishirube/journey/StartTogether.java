package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.michishirube.launch.OutsideServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two whole products begin on the same empty database at the same moment. Minutes of starting, so it is run by hand and not with the tests:
 * {@code ./mvnw test -Dtest=StartTogether}.
 */
class StartTogether {

    @Test
    void bothRunOnWhatOneOfThemPrepared(@TempDir Path home) throws Exception {
        try (OutsideServer server = new OutsideServer(home.resolve("server"))) {
            server.makeRoles();
            String database = "jdbc:postgresql://localhost:" + server.port() + "/michishirube";
            try (StartedProduct one = StartedProduct.on(database, java.nio.file.Files.createDirectory(home.resolve("one")));
                    StartedProduct other = StartedProduct.on(database, java.nio.file.Files.createDirectory(home.resolve("other")))) {
                one.begin();
                other.begin();
                one.untilStarted(0);
                other.untilStarted(0);
                assertThat(one.said() + other.said()).doesNotContain("ERROR");
                JdbcClient owner = JdbcClient.create(server.database("michishirube", "michishirube_owner"));
                assertThat(owner.sql("select count(*) - count(distinct version) from flyway_schema_history where version is not null").query(Integer.class).single()).isZero();
                assertThat(owner.sql("select version_::text from act_re_procdef where key_ = 'evacuation-plan'").query(String.class).list())
                        .as("each model was deployed once").isEqualTo(List.of("1"));
                assertThat(owner.sql("select count(*) from installation.mark where held").query(Integer.class).single()).isZero();
                assertThat(owner.sql("select count(distinct username) = count(*) from organization.person").query(Boolean.class).single()).isTrue();
            }
        }
    }
}
