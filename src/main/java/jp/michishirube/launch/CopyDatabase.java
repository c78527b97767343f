package jp.michishirube.launch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Brings everything of one database into an empty one: the tables by the migrations that the old one had (and the engine's own), the
 * rows table by table as PostgreSQL writes them out (COPY), then the sequences. The embedded binaries hold no dump.
 */
final class CopyDatabase {

    private final DataSource from;
    private final DataSource to;

    CopyDatabase(DataSource from, DataSource to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @return rows copied
     * @throws StartRefused when the old database is not of a build that this one knows, or a count differs
     */
    long run() throws SQLException, IOException {
        try (Connection old = from.getConnection(); Connection fresh = to.getConnection()) {
            OldSchema.rebuild(old, to);
            Map<String, String> tables = tables(old);
            requireSame(tables, tables(fresh));
            long rows = 0;
            try (Statement s = fresh.createStatement()) {
                // No trigger and no reference is asked: the rows stood together before.
                s.execute("set session_replication_role = replica");
                if (!tables.isEmpty()) {
                    s.execute("truncate " + String.join(", ", tables.keySet()));
                }
                for (Map.Entry<String, String> table : tables.entrySet()) {
                    rows += copy(old, fresh, table.getKey(), table.getValue());
                }
                sequences(old, s);
                s.execute("analyze");
                // so that the server ends at once
                s.execute("checkpoint");
            }
            return rows;
        }
    }

    private static long copy(Connection old, Connection fresh, String table, String columns) throws SQLException {
        CopyOut out = old.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " (" + columns + ") to stdout");
        CopyIn in = fresh.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " (" + columns + ") from stdin");
        try {
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                in.writeToCopy(row, 0, row.length);
            }
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
        long before = count(old, table);
        long after = count(fresh, table);
        if (before != after) {
            throw new StartRefused("表 " + table + " の行数が引き継ぎの前後で違います（" + before + "、" + after + "）。もとのデータはそのままです。 / Table " + table
                    + " has " + before + " rows in the old database and " + after + " in the new one; the old data stand as they were.");
        }
        return after;
    }

    private static long count(Connection c, String table) throws SQLException {
        return Long.parseLong(list(c, "select count(*)::text from " + table).get(0));
    }

    private static void sequences(Connection old, Statement fresh) throws SQLException {
        for (String call : list(old, "select format('select setval(%L, %s)', quote_ident(schemaname) || '.' || quote_ident(sequencename), last_value)"
                + " from pg_sequences where last_value is not null")) {
            fresh.execute(call);
        }
    }

    /** @return each table with its columns, without those that PostgreSQL computes by itself */
    private static Map<String, String> tables(Connection c) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Statement s = c.createStatement(); var rows = s.executeQuery("""
                select format('%I.%I', n.nspname, t.relname), string_agg(quote_ident(a.attname), ', ' order by a.attname)
                from pg_class t join pg_namespace n on n.oid = t.relnamespace
                join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where t.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
                group by 1 order by 1
                """)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    private static void requireSame(Map<String, String> old, Map<String, String> fresh) {
        if (!old.equals(fresh)) {
            List<String> differing = new ArrayList<>(old.keySet());
            differing.removeIf(t -> old.get(t).equals(fresh.get(t)));
            fresh.keySet().stream().filter(t -> !old.containsKey(t)).forEach(differing::add);
            throw new StartRefused("古いデータベースの表が、それを作った版のものと違うため引き継げません（" + String.join(", ", differing) + "）。もとのデータはそのままです。 / "
                    + "Tables of the old database are not as its version makes them: " + String.join(", ", differing) + ". The old data stand as they were.");
        }
    }

    static List<String> list(Connection c, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement s = c.createStatement(); var rows = s.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
