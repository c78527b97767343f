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
import java.time.Instant;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL that comes with the product and keeps its data in a folder: for demonstration and small try-outs. It survives a
 * {@code kill -9} of the product, whose PostgreSQL lives on and is stopped at the next start. A folder of an older PostgreSQL is taken
 * over, see {@link TakeOver}.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Path data;
    private final FileLock lock;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Path data, FileLock lock) {
        this.postgres = postgres;
        this.data = data;
        this.lock = lock;
    }

    /**
     * @param home     folder of the product's data
     * @param settings {@code michishirube.wipe}: begin anew, what the database held is deleted for good; {@code michishirube.take-over}:
     *                 jar with the PostgreSQL of an older folder
     * @throws StartRefused in one sentence: folder not writable, another instance running, a folder of another PostgreSQL or of another
     *                      installation, PostgreSQL not starting
     */
    static EmbeddedDatabase start(Path home, Environment settings) {
        Path data = home.resolve("postgres");
        FileLock lock = lock(home);
        boolean started = false;
        try {
            EmbeddedServer.stopOrphan(data);
            Marker good = new Marker(home.resolve("postgres.good"));
            if (settings.getProperty("michishirube.wipe", Boolean.class, false)) {
                FileSystemUtils.deleteRecursively(data);
                good.delete();
            }
            TakeOver takeOver = new TakeOver(home, data, good);
            takeOver.finishOrForget();
            judge(new PostgresFolder(data), good, takeOver, settings);
            EmbeddedPostgres postgres = EmbeddedServer.start(data, null);
            EmbeddedServer.createDatabase(postgres);
            roles(postgres);
            good.write(new PostgresFolder(data).identity());
            started = true;
            return new EmbeddedDatabase(postgres, data, lock);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefused("組み込みの PostgreSQL を起動できません（" + data + "）。空き容量とフォルダーを確かめるか、SPRING_DATASOURCE_URL で別のデータベースを指定してください。 / "
                    + "The embedded PostgreSQL did not start in " + data + ": check the free space and the folder, or set SPRING_DATASOURCE_URL.", e);
        } finally {
            if (!started) {
                release(lock);
            }
        }
    }

    private static void judge(PostgresFolder folder, Marker good, TakeOver takeOver, Environment settings) throws IOException {
        if (folder.isAbsent()) {
            return;
        }
        if (!good.exists() && folder.isHalfMade()) {
            // A first start that was killed half-way left a folder PostgreSQL cannot use; it never held anything.
            aside(folder.path());
            return;
        }
        int major = folder.major();
        if (major > PostgresFolder.MAJOR) {
            throw PostgresFolder.newer(folder.path(), major);
        }
        if (!good.allows(folder.identity())) {
            throw PostgresFolder.foreign(folder.path());
        }
        if (major < PostgresFolder.MAJOR) {
            takeOver.run(OldBinaries.find(settings, folder.path().getParent(), major)
                    .orElseThrow(() -> PostgresFolder.older(folder.path(), major)), major);
        } else if (!good.exists()) {
            // Whole, but not known: a first start killed before its end, or a folder brought here. Kept, not used.
            aside(folder.path());
        }
    }

    private static void aside(Path data) throws IOException {
        Path kept = data.resolveSibling("postgres.half-made-" + Instant.now().toEpochMilli());
        Files.move(data, kept);
        System.err.println("使えないデータフォルダーを " + kept + " へ移し、新しく始めます。 / Moved an unusable data folder to " + kept + ".");
    }

    private static void roles(EmbeddedPostgres postgres) throws SQLException {
        try (Connection server = postgres.getDatabase("postgres", EmbeddedServer.DATABASE).getConnection()) {
            DatabaseRoles.make(server);
            DatabaseRoles.own(server);
        }
    }

    /** Names no user: the product connects by two. */
    String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + EmbeddedServer.DATABASE;
    }

    @Override
    public void close() throws IOException {
        EmbeddedServer.stop(postgres, data);
        release(lock);
    }

    private static void release(FileLock lock) {
        try {
            lock.channel().close();
        } catch (IOException e) {
            // It ends with the JVM at the latest.
            System.err.println(e.getMessage());
        }
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
}
