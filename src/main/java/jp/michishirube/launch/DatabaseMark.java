package jp.michishirube.launch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What a database is, written into it at its first start: a demonstration or real, and of which municipality. The demonstration has
 * accounts whose password everybody knows, so it never opens a real one; and one city never opens another's.
 *
 * <p>Beside it stands the place where the database lives: its server, its number there, and the address people know it by. In another
 * place it is a copy, perhaps restored for a test: it starts, but sends nothing until an operator says that it is the real one now.
 */
final class DatabaseMark {

    enum Kind { DEMO, REAL }

    private final Kind kind;
    private final String municipality;
    private final String address;

    /** @param address base address of the product, as people know it */
    DatabaseMark(boolean demo, String municipality, String address) {
        this.kind = demo ? Kind.DEMO : Kind.REAL;
        this.municipality = municipality;
        this.address = address;
    }

    static DatabaseMark of(Environment settings) {
        return new DatabaseMark(settings.acceptsProfiles(Profiles.of("demo")), settings.getProperty("michishirube.municipality", ""),
                settings.getProperty("michishirube.base-url", ""));
    }

    /** Before anything is changed in it. @throws StartRefused in one sentence when it is of the other kind or of another municipality */
    void requireOwn(Connection c) throws SQLException {
        String[] marked = exists(c, "installation.mark") ? row(c, "select kind, municipality from installation.mark") : null;
        if (marked == null) {
            requireOwnUnmarked(c);
            return;
        }
        if (!marked[0].equals(kind.name())) {
            throw refused();
        }
        if (!marked[1].equals(municipality)) {
            throw new StartRefused("このデータベースは、市区町村コード " + marked[1] + " のものです。設定 michishirube.municipality（" + municipality
                    + "）か、接続先を確かめてください。 / This database belongs to municipality " + marked[1] + ": check michishirube.municipality ("
                    + municipality + ") or the database's address.");
        }
    }

    /** Of an earlier release, or empty. The demonstration's people are known; whoever else is in it is real. */
    private void requireOwnUnmarked(Connection c) throws SQLException {
        boolean people = exists(c, "organization.person") && row(c, "select 1, 1 from organization.person limit 1") != null;
        boolean residents = exists(c, "casefile.resident") && row(c, "select 1, 1 from casefile.resident limit 1") != null;
        boolean demo = people && row(c, "select 1, 1 from organization.person where id = 'admin1' and mail = 'admin1@example.jp'") != null;
        if ((people || residents) && demo != (kind == Kind.DEMO)) {
            throw refused();
        }
    }

    private StartRefused refused() {
        return kind == Kind.DEMO
                ? new StartRefused("このデータベースは本番用です。demo プロファイルでは開けません。接続先を変えるか、demo を外して起動してください。 / "
                        + "This database is a real one: the demo profile does not open it. Use another database, or start without demo.")
                : new StartRefused("このデータベースは試用（demo）のものです。本番には使えません。新しいデータベースを用意してください。 / "
                        + "This database is a demonstration's: it is not used for real work. Create a new one.");
    }

    /** After the tables are there: writes the mark at the first start, and holds what goes out when a real one is in another place. */
    void write(Connection c) throws SQLException {
        String place = place(c);
        try (PreparedStatement s = c.prepareStatement("""
                insert into installation.mark (kind, municipality, place, seen_place) values (?, ?, ?, ?)
                on conflict (one) do update set seen_place = excluded.seen_place,
                    held = mark.kind = 'REAL' and mark.place <> excluded.seen_place
                """)) {
            s.setString(1, kind.name());
            s.setString(2, municipality);
            s.setString(3, place);
            s.setString(4, place);
            s.executeUpdate();
        }
    }

    /** The server's own number changes when a dump is restored elsewhere, the database's when beside the old one, the address with a copied disk. */
    private String place(Connection c) throws SQLException {
        String server = row(c, "select has_function_privilege('pg_control_system()', 'execute')::text, ''")[0].equals("true")
                ? row(c, "select system_identifier::text, '' from pg_control_system()")[0] : "?";
        return server + "/" + row(c, "select oid::text, '' from pg_database where datname = current_database()")[0] + " " + address;
    }

    private static boolean exists(Connection c, String table) throws SQLException {
        return row(c, "select to_regclass('" + table + "')::text, ''")[0] != null;
    }

    private static String[] row(Connection c, String query) throws SQLException {
        try (Statement s = c.createStatement(); ResultSet rs = s.executeQuery(query)) {
            return rs.next() ? new String[] {rs.getString(1), rs.getString(2)} : null;
        }
    }
}
