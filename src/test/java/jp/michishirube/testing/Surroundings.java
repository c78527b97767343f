package jp.michishirube.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.launch.DatabaseRoles;
import jp.michishirube.launch.Outside;
import org.springframework.boot.SpringApplication;

/** The real parts around the product, started once for all tests of a run: PostgreSQL and the outside world. */
public final class Surroundings {

    private static EmbeddedPostgres postgres;
    private static Outside outside;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Surroundings() {}

    public static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            try {
                // Stopped after the products: an engine that closes without its database waits for connections for minutes.
                postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").setRegisterShutdownHook(false).start();
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
            s.execute("grant michishirube_owner to michishirube_app with inherit false, set true");
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
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection c = postgres().getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
            s.execute("create database " + name + " owner michishirube_owner encoding 'UTF8' template template0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://localhost:" + postgres().getPort() + "/" + name;
    }

    public static synchronized Outside outside() {
        if (outside == null) {
            outside = Outside.start(0, 0, "http://localhost:8080");
        }
        return outside;
    }
}
