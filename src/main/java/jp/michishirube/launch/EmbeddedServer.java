package jp.michishirube.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One PostgreSQL server over a folder that is to be kept: the library's own defaults are for data that may be lost. */
final class EmbeddedServer {

    static final String DATABASE = "michishirube";

    private EmbeddedServer() {}

    /** @param binaries of another major than the jar's own; null for those */
    static EmbeddedPostgres start(Path folder, PgBinaryResolver binaries) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder).setCleanDataDirectory(false).setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60").setServerConfig("shared_buffers", "64MB")
                .setServerConfig("timezone", "Asia/Tokyo")
                // neither the details of an error nor its statement: both may hold values of people
                .setServerConfig("log_error_verbosity", "terse").setServerConfig("log_min_error_statement", "panic")
                .setPGStartupWait(Duration.ofSeconds(120));
        return (binaries == null ? builder : builder.setPgBinaryResolver(binaries)).start();
    }

    /** The library gives the server five seconds to end; a folder may be moved or opened by another server only after its end. */
    static void stop(EmbeddedPostgres postgres, Path folder) throws IOException {
        postgres.close();
        for (int i = 0; Files.exists(folder.resolve("postmaster.pid")); i++) {
            if (i == 1200) {
                throw new IOException("PostgreSQL in " + folder + " does not stop");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (Connection c = postgres.getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
            try (var found = s.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            s.execute("create database " + DATABASE + " encoding 'UTF8' template template0");
        }
    }

    /** Stops the server that a killed product left over this folder. */
    static void stopOrphan(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> process = lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0).trim()));
        Optional<String> command = process.isEmpty() ? Optional.empty() : commandLine(process.get());
        if (command.isEmpty()) {
            // Dead, or the system does not tell: PostgreSQL itself recovers from the one and refuses the other.
            return;
        }
        if (command.get().contains("postgres") && command.get().contains(folder.toString())) {
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
}
