package jp.michishirube.launch;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StreamUtils;

/**
 * Who may do what in the database: one role owns it and migrates, one runs and owns nothing, and a third, which the running role takes on
 * for an announced erasing only, may change evidence. The eraser's name is fixed, as the triggers know it.
 */
public final class DatabaseRoles {

    static final String OWNER = "michishirube_owner";
    static final String RUNNING = "michishirube_app";
    static final String ERASER = "michishirube_eraser";

    private DatabaseRoles() {}

    /** @param server connection of a superuser to the embedded server, where nobody else makes the roles */
    public static void make(Connection server) throws SQLException {
        make(server, OWNER, "login");
        // What the eraser may do comes by taking the role on, not by being its member.
        make(server, RUNNING, "login noinherit");
        make(server, ERASER, "nologin");
        try (Statement s = server.createStatement()) {
            s.execute("grant " + ERASER + " to " + RUNNING);
        }
    }

    private static void make(Connection server, String role, String kind) throws SQLException {
        try (Statement s = server.createStatement()) {
            s.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + role + "') then create role " + role + " " + kind
                    + "; end if; end $$");
        }
    }

    /**
     * Gives the running role what it needs in all tables that are there, and of evidence insert and read only. Done at each start, so that no
     * migration can forget it.
     *
     * @param owner connection of the role that owns the tables
     * @throws StartRefused when the operator did not make the eraser or did not let the running role take it on
     */
    static void grant(Connection owner, String running) throws SQLException {
        if (!asks(owner, "select exists (select from pg_roles where rolname = '" + ERASER + "') and pg_has_role(?, '" + ERASER + "', 'MEMBER')", running)) {
            throw new StartRefused("データベースに役割 " + ERASER + " がないか、" + running + " に与えられていません。`create role " + ERASER + "; grant " + ERASER + " to "
                    + running + ";` を実行してから起動してください（docs/operations.md）。 / The database lacks the role " + ERASER + ", or " + running
                    + " is not a member of it: create and grant it (docs/operations.md).");
        }
        try (PreparedStatement name = owner.prepareStatement("select set_config('michishirube.running', ?, false)"); Statement s = owner.createStatement()) {
            name.setString(1, running);
            name.execute();
            s.execute(script("rights.sql"));
        }
    }

    /** Gives the owner what a build with one role, or a take-over, left to the superuser. */
    static void own(Connection superuser) throws SQLException {
        try (Statement s = superuser.createStatement()) {
            s.execute("alter database " + EmbeddedServer.DATABASE + " owner to " + OWNER);
            s.execute(script("ownership.sql"));
        }
    }

    private static boolean asks(Connection c, String question, String value) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(question)) {
            p.setString(1, value);
            try (var answer = p.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            // 42704: no such role
            if ("42704".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static String script(String name) {
        try (var in = new ClassPathResource("db/roles/" + name).getInputStream()) {
            return StreamUtils.copyToString(in, StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
