package jp.michishirube.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import jp.michishirube.workflow.EngineSchema;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

/** Makes in an empty database the tables that another database has: exactly its migrations, and the engine's tables if it has them. */
final class OldSchema {

    private OldSchema() {}

    /** @throws StartRefused when the old database has a migration that this build does not bring, or another version of the engine's tables */
    static void rebuild(Connection old, DataSource fresh) throws SQLException, IOException {
        List<String> scripts = CopyDatabase.list(old, "select script from flyway_schema_history where success and version is not null");
        Path folder = Files.createTempDirectory("migrations");
        try {
            for (String script : scripts) {
                try (InputStream in = OldSchema.class.getResourceAsStream("/db/migration/" + script)) {
                    if (in == null) {
                        throw unknown(script);
                    }
                    Files.copy(in, folder.resolve(script));
                }
            }
            Flyway.configure().dataSource(fresh).locations("filesystem:" + folder).load().migrate();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        List<String> engine = CopyDatabase.list(old, "select to_regclass('act_ge_schema_log')::text");
        if (engine.get(0) != null) {
            EngineSchema.update(fresh);
            String newest = "select version_ from act_ge_schema_log order by timestamp_ desc, id_::int desc limit 1";
            try (Connection made = fresh.getConnection()) {
                if (!CopyDatabase.list(old, newest).equals(CopyDatabase.list(made, newest))) {
                    throw unknown("engine " + CopyDatabase.list(old, newest));
                }
            }
        }
    }

    private static StartRefused unknown(String what) {
        return new StartRefused("古いデータベースに、この版の道しるべが知らないもの（" + what + "）があるため引き継げません。それを作った版か、より新しい版で起動してください。もとのデータはそのままです。 / "
                + "The old database has what this version does not know (" + what + "): start the version that made it, or a newer one. "
                + "The old data stand as they were.");
    }
}
