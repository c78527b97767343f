package jp.michishirube.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Takes a data folder of an older PostgreSQL over: a server of the old binaries is read, a new folder beside it is filled, and only a
 * new folder that holds the same takes the old one's place. The old one is kept. Interrupted at whatever moment, it is begun anew or
 * ended at the next start.
 */
final class TakeOver {

    /** One segment of the write-ahead log: with less a server does not run on. */
    private static final long NOTHING_LEFT = 16L << 20;

    private final Path home;
    private final Path data;
    private final Marker good;
    private final Path making;
    private final Marker made;

    TakeOver(Path home, Path data, Marker good) {
        this.home = home;
        this.data = data;
        this.good = good;
        this.making = home.resolve("postgres.taking-over");
        this.made = new Marker(home.resolve("postgres.taken-over"));
    }

    /** What an interrupted take-over left: a whole new folder takes its place now, a half one goes. */
    void finishOrForget() throws IOException {
        EmbeddedServer.stopOrphan(making);
        if (made.exists()) {
            change();
        } else if (Files.exists(making)) {
            FileSystemUtils.deleteRecursively(making);
        }
    }

    /** @throws StartRefused in one sentence; the old folder stands as it was */
    void run(OldBinaries binaries, int major) throws IOException {
        requireSpace();
        say("PostgreSQL " + major + " のデータを " + PostgresFolder.MAJOR + " へ引き継いでいます… / Taking the data over from PostgreSQL " + major + " …");
        try {
            EmbeddedPostgres old = EmbeddedServer.start(data, binaries);
            try {
                EmbeddedPostgres fresh = EmbeddedServer.start(making, null);
                try {
                    copy(old, fresh);
                } finally {
                    EmbeddedServer.stop(fresh, making);
                }
            } finally {
                EmbeddedServer.stop(old, data);
            }
        } catch (SQLException | IOException | RuntimeException e) {
            // Asked before the half folder goes: a server that is being made says nothing of a full disk.
            boolean full = Files.getFileStore(home).getUsableSpace() < NOTHING_LEFT;
            FileSystemUtils.deleteRecursively(making);
            throw full ? noSpace() : refused(e);
        }
        made.write(new PostgresFolder(making).identity());
        change();
    }

    private static void copy(EmbeddedPostgres old, EmbeddedPostgres fresh) throws SQLException, IOException {
        EmbeddedServer.createDatabase(fresh);
        long rows = new CopyDatabase(old.getDatabase("postgres", EmbeddedServer.DATABASE),
                fresh.getDatabase("postgres", EmbeddedServer.DATABASE)).run();
        say(rows + " 行を引き継ぎ、数が一致しました。 / " + rows + " rows taken over, the counts agree.");
    }

    private void change() throws IOException {
        if (Files.exists(making)) {
            if (Files.exists(data)) {
                Path kept = home.resolve("postgres-" + new PostgresFolder(data).major());
                Files.move(data, Files.exists(kept) ? kept.resolveSibling(kept.getFileName() + "-" + Instant.now().toEpochMilli()) : kept);
            }
            Files.move(making, data);
        }
        good.write(new PostgresFolder(data).identity());
        made.delete();
        say("以前のデータは " + home + " の postgres-<版> に残してあります。 / The former data are kept in " + home + ".");
    }

    private void requireSpace() throws IOException {
        long needed;
        try (Stream<Path> files = Files.walk(data)) {
            needed = files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
        if (Files.getFileStore(home).getUsableSpace() < needed + needed / 2) {
            throw noSpace();
        }
    }

    private StartRefused refused(Exception e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof StartRefused known) {
                return known;
            }
            // disk_full (SQLSTATE 53100)
            if (t instanceof SQLException sql && "53100".equals(sql.getSQLState())) {
                return noSpace();
            }
        }
        return new StartRefused("PostgreSQL のデータ（" + data + "）を引き継げませんでした。もとのデータはそのままです。原因を除いて起動すると、はじめからやり直します: " + e.getMessage()
                + " / The data in " + data + " could not be taken over; they stand as they were, and the next start begins anew.", e);
    }

    private StartRefused noSpace() {
        return new StartRefused("データを引き継ぐための空き容量が " + home + " に足りません。もとのデータはそのままです。空きを作って起動すると、はじめからやり直します。 / "
                + "Not enough free space in " + home + " to take the data over; they stand as they were: make room and start again.");
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
