package jp.michishirube.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A demonstration and a real database never meet, one city does not open another's, and a copy in another place is known as one. */
class DatabaseMarkTest {

    private static final DatabaseMark DEMO = new DatabaseMark(true, "990019", "http://localhost:8080");
    private static final DatabaseMark REAL = new DatabaseMark(false, "990019", "https://keikaku.city.example");

    private Connection c;

    @BeforeEach
    void aNewDatabase() throws Exception {
        c = DriverManager.getConnection(Surroundings.newDatabase(), "postgres", "postgres");
    }

    @AfterEach
    void close() throws Exception {
        c.close();
    }

    @Test
    void anEmptyOneBecomesWhatItIsFirstStartedAs() throws Exception {
        DEMO.requireOwn(c);
        REAL.requireOwn(c);
        marked(REAL);
        REAL.requireOwn(c);
        assertThat(held()).isFalse();
    }

    @Test
    void theDemonstrationDoesNotOpenARealOne() throws Exception {
        marked(REAL);
        assertThatThrownBy(() -> DEMO.requireOwn(c)).isInstanceOf(StartRefused.class).hasMessageContaining("本番用です").hasMessageContaining("real one");
    }

    @Test
    void realWorkIsNotDoneInADemonstrations() throws Exception {
        marked(DEMO);
        assertThatThrownBy(() -> REAL.requireOwn(c)).isInstanceOf(StartRefused.class).hasMessageContaining("試用");
    }

    @Test
    void anotherCitysIsNotOpened() throws Exception {
        marked(REAL);
        assertThatThrownBy(() -> new DatabaseMark(false, "990027", "https://keikaku.city.example").requireOwn(c)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("990019").hasMessageContaining("990027");
    }

    /** Of an earlier release, which wrote no mark. */
    @Test
    void anUnmarkedOneIsKnownByThePeopleInIt() throws Exception {
        run("create schema organization; create table organization.person (id text, mail text); "
                + "create schema casefile; create table casefile.resident (id bigint)");
        DEMO.requireOwn(c);
        REAL.requireOwn(c);
        run("insert into casefile.resident values (1)");
        assertThatThrownBy(() -> DEMO.requireOwn(c)).isInstanceOf(StartRefused.class);
        REAL.requireOwn(c);
        run("insert into organization.person values ('8f2c-77', 'yoshida@city.example')");
        assertThatThrownBy(() -> DEMO.requireOwn(c)).isInstanceOf(StartRefused.class);
        REAL.requireOwn(c);
        run("insert into organization.person values ('admin1', 'admin1@example.jp')");
        DEMO.requireOwn(c);
        assertThatThrownBy(() -> REAL.requireOwn(c)).isInstanceOf(StartRefused.class);
    }

    @Test
    void aRealOneInAnotherPlaceIsHeldUntilConfirmedAndADemonstrationNever() throws Exception {
        marked(REAL);
        REAL.write(c);
        assertThat(held()).isFalse();
        DatabaseMark elsewhere = new DatabaseMark(false, "990019", "https://test.city.example");
        elsewhere.write(c);
        assertThat(held()).isTrue();
        elsewhere.write(c);
        assertThat(held()).as("after another start").isTrue();
        run("update installation.mark set place = seen_place, held = false");
        elsewhere.write(c);
        assertThat(held()).as("confirmed").isFalse();
        run("update installation.mark set place = replace(place, '/', '7/'), seen_place = place");
        elsewhere.write(c);
        assertThat(held()).as("restored on another server").isTrue();
        run("delete from installation.mark");
        DEMO.write(c);
        new DatabaseMark(true, "990019", "http://localhost:9090").write(c);
        assertThat(held()).isFalse();
    }

    private void marked(DatabaseMark mark) throws Exception {
        run(new ClassPathResource("db/migration/V922__installation.sql").getContentAsString(StandardCharsets.UTF_8));
        mark.write(c);
    }

    private void run(String sql) throws Exception {
        try (Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private boolean held() throws Exception {
        try (Statement s = c.createStatement(); ResultSet rs = s.executeQuery("select held from installation.mark")) {
            rs.next();
            return rs.getBoolean(1);
        }
    }
}
