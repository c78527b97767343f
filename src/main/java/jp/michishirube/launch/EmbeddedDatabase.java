package jp.michishirube.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL that comes with the product and keeps its data in a folder: for demonstration and small try-outs. It survives a
 * {@code kill -9} of the product, whose PostgreSQL lives on and is stopped at the next start.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "michishirube";

    private final EmbeddedPostgres postgres;
    private final FileLock lock;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FileLock lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /**
     * @param home folder of the product's data
     * @param wipe begin anew: what the database held is deleted for good
     * @throws StartRefused in one sentence: folder not writable, another instance running, PostgreSQL not starting
     */
    static EmbeddedDatabase start(Path home, boolean wipe) {
        Path data = home.resolve("postgres");
        Path good = home.resolve("postgres.good");
        FileLock lock = lock(home);
        try {
            stopOrphan(data);
            if (wipe) {
                FileSystemUtils.deleteRecursively(data);
                Files.deleteIfExists(good);
            }
            if (Files.exists(data) && !Files.exists(good)) {
                // A first start that was killed half-way left a folder PostgreSQL cannot use; it never held anything.
                Files.move(data, home.resolve("postgres.half-made-" + Instant.now().toEpochMilli()));
            }
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data).setCleanDataDirectory(false).setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "60").setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("timezone", "Asia/Tokyo")
                    .setPGStartupWait(Duration.ofSeconds(60)).start();
            create(postgres);
            Files.writeString(good, "");
            return new EmbeddedDatabase(postgres, lock);
        } catch (IOException | SQLException e) {
            throw new StartRefused("組み込みの PostgreSQL を起動できません（" + data + "）。フォルダーを確かめるか、SPRING_DATASOURCE_URL で別のデータベースを指定してください。 / "
                    + "The embedded PostgreSQL did not start in " + data + ".", e);
        }
    }

    String url() {
        return postgres.getJdbcUrl("postgres", NAME);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.release();
    }

    private static FileLock lock(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new OverlappingFileLockException();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            throw new StartRefused("データフォルダー " + home + " は、動作中の別の道しるべが使っています。先にそれを止めてください。 / "
                    + "Another instance uses the data folder " + home + ".");
        } catch (IOException e) {
            throw new StartRefused("データフォルダー " + home + " に書き込めません。権限を確かめるか、MICHISHIRUBE_DATA_DIR で別の場所を指定してください。 / "
                    + "The data folder " + home + " is not writable.", e);
        }
    }

    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> process = lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0).trim()));
        if (process.isEmpty()) {
            return;
        }
        if (commandLine(process.get()).map(c -> c.contains("postgres") && c.contains(data.getFileName().toString())).orElse(false)) {
            process.get().destroy();
            try {
                process.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                process.get().destroyForcibly();
            }
        } else {
            Files.delete(pidFile);
        }
    }

    /** The arguments are not told by the JVM on every system; Linux has them in /proc. */
    private static Optional<String> commandLine(ProcessHandle process) throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        return Files.isReadable(proc) ? Optional.of(Files.readString(proc)) : process.info().commandLine();
    }

    private static void create(EmbeddedPostgres postgres) throws SQLException {
        try (Connection c = postgres.getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
            try (var found = s.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            s.execute("create database " + NAME + " encoding 'UTF8' template template0");
        }
    }
}
