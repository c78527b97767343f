package jp.michishirube.launch;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whatever way the product is started, it looks at the database's mark before it changes a table. */
@Component
class MarkDatabase implements FlywayMigrationStrategy {

    private final DatabaseMark mark;

    MarkDatabase(Environment settings) {
        this.mark = of(settings);
    }

    static DatabaseMark of(Environment settings) {
        return new DatabaseMark(settings.acceptsProfiles(Profiles.of("demo")), settings.getProperty("michishirube.municipality", ""),
                settings.getProperty("michishirube.base-url", ""));
    }

    @Override
    public void migrate(Flyway flyway) {
        try (Connection c = flyway.getConfiguration().getDataSource().getConnection()) {
            mark.requireOwn(c);
            flyway.migrate();
            mark.write(c);
        } catch (SQLException e) {
            throw new IllegalStateException("the database's mark cannot be read or written", e);
        }
    }
}
