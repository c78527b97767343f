package jp.michishirube.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/**
 * A disk that somebody else fills while old data are taken over: once while the new server is made, once while rows are copied. It needs a small file system
 * of its own, so it is run as root on Linux and not with the tests: {@code ./mvnw test -Dtest=FullDiskDrill}.
 */
class FullDiskDrill {

    private static final String SENTENCE = "空き容量が";

    @TempDir
    private Path outer;

    private Path home;
    private final MockEnvironment settings = new MockEnvironment().withProperty("michishirube.take-over", OldFolder.JAR.toString());

    @BeforeEach
    void aSmallDisk() throws Exception {
        home = Files.createDirectories(outer.resolve("disk"));
        assertThat(new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1200m,mode=777", "tmpfs", home.toString()).inheritIO().start().waitFor()).as("as root").isZero();
        OldFolder.make(home, "insert into privacy.access (at, case_id, person_id, name, role, what)"
                + " select now(), 1, 'p', repeat('見本', 40), 'R', 'plan' from generate_series(1, 150000)");
    }

    @AfterEach
    void away() throws Exception {
        new ProcessBuilder("umount", "-l", home.toString()).inheritIO().start().waitFor(1, TimeUnit.MINUTES);
    }

    @Test
    void fullWhileTheNewServerIsMade() throws Exception {
        fullWhen(home.resolve("postgres.taking-over"));
    }

    @Test
    void fullWhileRowsAreCopied() throws Exception {
        // The server writes it after its first start, when all of it is made.
        fullWhen(home.resolve("postgres.taking-over").resolve("postmaster.opts"));
    }

    private void fullWhen(Path begun) throws Exception {
        Path filler = home.resolve("somebody-elses-file");
        Thread somebody = new Thread(() -> fill(begun, filler));
        somebody.start();
        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> EmbeddedDatabase.start(home, settings));
        somebody.interrupt();
        somebody.join();
        assertThat(refused).as("the disk was full").isNotNull();
        assertThat(refused.getMessage()).contains(SENTENCE, "もとのデータはそのまま", "Not enough free space");
        assertThat(home.resolve("postgres.taking-over")).doesNotExist();
        assertThat(new PostgresFolder(home.resolve("postgres")).major()).isEqualTo(14);

        assertThat(Files.size(filler)).as("it was full, not only small").isGreaterThan(100L << 20);
        Files.delete(filler);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, settings)) {
            JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database.url(), "postgres", ""));
            assertThat(jdbc.sql("select count(*) from privacy.access").query(Integer.class).single()).isEqualTo(150_000);
        }
    }

    /** Writes until nothing goes any more, and again as soon as something goes. */
    private static void fill(Path begun, Path filler) {
        byte[] some = new byte[1 << 16];
        try {
            while (!Files.exists(begun)) {
                Thread.sleep(1);
            }
            try (OutputStream out = Files.newOutputStream(filler)) {
                while (!Thread.currentThread().isInterrupted()) {
                    try {
                        out.write(some);
                    } catch (IOException full) {
                        Thread.sleep(1);
                    }
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
