package jp.michishirube.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** An operator's own PostgreSQL, tried before anything starts: later its absence would be a page of the framework's exceptions. */
final class ExistingDatabase {

    /** The oldest major that its makers still mend (until November 2027). */
    private static final int LOWEST = 15;

    private ExistingDatabase() {}

    /** @throws StartRefused when it does not answer within ten seconds, does not let us in, or is of the other kind or another city */
    static void require(String url, String user, String password, DatabaseMark mark) {
        Properties as = new Properties();
        if (!user.isBlank()) {
            as.setProperty("user", user);
        }
        // Unset rather than empty, or the driver does not look into the operator's .pgpass.
        if (!password.isBlank()) {
            as.setProperty("password", password);
        }
        as.setProperty("connectTimeout", "10");
        as.setProperty("loginTimeout", "10");
        try (Connection c = DriverManager.getConnection(url, as)) {
            requireMajor(c);
            mark.requireOwn(c);
        } catch (SQLException e) {
            // 42501: this role was not given its rights yet. PrepareDatabase looks at the mark as the owner and gives them.
            if ("42501".equals(e.getSQLState())) {
                return;
            }
            throw new StartRefused(sentence(String.valueOf(e.getSQLState())));
        }
    }

    private static void requireMajor(Connection c) throws SQLException {
        int major = c.getMetaData().getDatabaseMajorVersion();
        if (major < LOWEST) {
            throw new StartRefused("データベースは PostgreSQL " + major + " です。" + LOWEST + " 以上にしてから起動してください。 / The database is PostgreSQL "
                    + major + ": " + LOWEST + " or newer is needed.");
        }
    }

    /** By the classes of SQLSTATE (PostgreSQL, appendix A). */
    private static String sentence(String state) {
        if (state.startsWith("28")) {
            return "データベースの利用者名またはパスワードが違います。 / The database refused the user name or password.";
        }
        if (state.equals("3D000")) {
            return "そのデータベースはまだありません。作ってから起動してください（SPRING_DATASOURCE_URL）。 / "
                    + "There is no such database: create it first (SPRING_DATASOURCE_URL).";
        }
        return "データベースに接続できません。SPRING_DATASOURCE_URL と、データベースが動いていることを確かめてください。 / "
                + "The database cannot be reached: check SPRING_DATASOURCE_URL and that it is running.";
    }
}
