package jp.michishirube.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.launch.DatabaseRoles;
import jp.michishirube.launch.Outside;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;

/** The real parts around the product, started once for all tests of a run: PostgreSQL and the outside world. */
public final class Surroundings {

    private static EmbeddedPostgres postgres;
    private static Outside outside;
    private static String migrated;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Surroundings() {}

    public static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            try {
                // Stopped after the products: an engine that closes without its database waits for connections for minutes.
                EmbeddedPostgres.Builder server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").setRegisterShutdownHook(false)
                        // Nothing of a test outlives its server: no need to wait for the disk.
                        .setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off");
                String installed = System.getProperty("postgres.home", "");
                postgres = (installed.isBlank() ? server : server.setPgBinaryResolver(new InstalledPostgres(Path.of(installed)))
                        .setServerConfig("unix_socket_directories", System.getProperty("java.io.tmpdir"))).start();
                roles(postgres);
                SpringApplication.getShutdownHandlers().add(Surroundings::stop);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return postgres;
    }

    /** As in operation; a test may take the owner's place on purpose: {@code set local role michishirube_owner}. */
    private static void roles(EmbeddedPostgres postgres) throws SQLException {
        try (Connection c = postgres.getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
            DatabaseRoles.make(c);
            s.execute("grant michishirube_owner to michishirube_app" + (c.getMetaData().getDatabaseMajorVersion() < 16 ? "" : " with inherit false, set true"));
            s.execute("grant set on parameter session_replication_role to michishirube_owner");
        }
    }

    private static void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return JDBC address of an empty database of its own, without a user: the product runs as one and migrates as another */
    public static String newDatabase() {
        return newDatabase("template0");
    }

    private static String newDatabase(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection c = postgres().getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
            s.execute("create database " + name + " owner michishirube_owner encoding 'UTF8' template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://localhost:" + postgres().getPort() + "/" + name;
    }

    /** The same with all our tables in it, copied from one that was migrated once; the engine's are not there. */
    public static synchronized String migratedDatabase() {
        if (migrated == null) {
            String url = newDatabase();
            Flyway.configure().dataSource(url, "michishirube_owner", "").locations("classpath:db/migration").outOfOrder(true).load().migrate();
            migrated = url.substring(url.lastIndexOf('/') + 1);
        }
        return newDatabase(migrated);
    }

    public static synchronized Outside outside() {
        if (outside == null) {
            outside = Outside.start(0, 0, "http://localhost:8080");
        }
        return outside;
    }
}
