package jp.michishirube.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import jp.michishirube.workflow.EngineSchema;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Brings the database up to date before anything runs: our tables, the engine's, and the rights of the role that runs, all as the owner. Nodes
 * that start together do it one after the other.
 */
@Component
class PrepareDatabase implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(PrepareDatabase.class);
    /** Of the lock that a node holds while it prepares; Flyway's own lock does not cover the engine's tables. */
    private static final String LOCK = "hashtext('michishirube.prepare')";

    private final DataSource running;
    private final DatabaseMark mark;

    PrepareDatabase(DataSource running, Environment settings) {
        this.running = running;
        this.mark = DatabaseMark.of(settings);
    }

    @Override
    public void migrate(Flyway flyway) {
        DataSource owner = flyway.getConfiguration().getDataSource();
        try (Connection c = owner.getConnection(); Statement s = c.createStatement()) {
            s.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                // whatever way the product is started, before a table is changed
                mark.requireOwn(c);
                flyway.migrate();
                mark.write(c);
                EngineSchema.update(owner);
                rights(c);
            } finally {
                s.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be prepared", e);
        }
    }

    private void rights(Connection owner) throws SQLException {
        String runs = user(running);
        if (runs.equals(user(owner))) {
            LOG.warn("the database has one role for everything ({}): it could change what is evidence. Make two, see docs/operations.md", runs);
            return;
        }
        DatabaseRoles.grant(owner, runs);
    }

    private static String user(DataSource source) throws SQLException {
        try (Connection c = source.getConnection()) {
            return user(c);
        }
    }

    private static String user(Connection c) throws SQLException {
        return c.getMetaData().getUserName();
    }
}
