package jp.michishirube.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** A folder that the embedded PostgreSQL cannot use is told at once, in one sentence of both languages, and stays as it was. */
class PostgresFolderTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "14,   PostgreSQL 14, -Ptake-over, older",
        "16,   PostgreSQL 16, michishirube-take-over-16.jar, older",
        "19,   PostgreSQL 19, 新しい版の道しるべ, newer",
        "18x,  壊れています, バックアップ, damaged",
        "'',   壊れています, バックアップ, damaged"})
    void aFolderOfAnotherMajorOrADamagedOneIsNamedWithTheNextStep(String version, String names, String next, String english) throws IOException {
        folder(version, 7);
        Files.writeString(home.resolve("postgres.good"), "");
        refused(names, next, english);
    }

    @Test
    void aFolderThatLostItsVersionOrItsControlFileIsDamaged() throws IOException {
        Path data = folder("18", 7);
        Files.writeString(home.resolve("postgres.good"), "7");
        Files.delete(data.resolve("PG_VERSION"));
        refused("壊れています", "控え", "damaged");
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.write(data.resolve("global/pg_control"), new byte[0]);
        refused("壊れています", "控え", "damaged");
    }

    @Test
    void aFolderOfAnotherInstallationIsRefusedAndNotOpened() throws IOException {
        folder("18", 8);
        Files.writeString(home.resolve("postgres.good"), "7");
        refused("別の道しるべ", "元のフォルダーに戻す", "another installation");
    }

    @Test
    void aFolderWithoutItsMarkIsRefusedWhenItIsNewer() throws IOException {
        folder("19", 7);
        refused("PostgreSQL 19", "新しい版の道しるべ", "newer");
    }

    @Test
    void theMajorThatTheFolderIsComparedWithIsThatOfTheServerInTheJar() throws Exception {
        EmbeddedDatabase.start(home, new MockEnvironment()).close();
        assertThat(new PostgresFolder(home.resolve("postgres")).major()).isEqualTo(PostgresFolder.MAJOR);
        assertThat(Files.readString(home.resolve("postgres.good"))).isEqualTo(new PostgresFolder(home.resolve("postgres")).identity());
        // and a second start opens the same folder
        EmbeddedDatabase.start(home, new MockEnvironment()).close();
    }

    private Path folder(String version, int identity) throws IOException {
        Path data = Files.createDirectories(home.resolve("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), version + "\n");
        Files.createDirectories(data.resolve("global"));
        byte[] control = new byte[8192];
        control[0] = (byte) identity;
        Files.write(data.resolve("global/pg_control"), control);
        return data;
    }

    private void refused(String... parts) throws IOException {
        Map<String, Long> before = files();
        Instant start = Instant.now();
        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> EmbeddedDatabase.start(home, new MockEnvironment()));
        assertThat(refused).isNotNull();
        assertThat(refused.getMessage()).contains(parts).contains(home.toString());
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(files()).isEqualTo(before);
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home.resolve("postgres"))) {
            files.forEach(f -> found.put(f.toString(), f.toFile().lastModified() + f.toFile().length()));
        }
        return found;
    }
}
