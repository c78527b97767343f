package jp.michishirube.launch;

import java.net.BindException;
import java.sql.SQLException;

/** Finds the one sentence in a failed start. */
final class StartFailure {

    private StartFailure() {}

    static String sentence(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            deepest = t;
            if (t instanceof StartRefused) {
                return t.getMessage();
            }
            if (t instanceof SQLException && ((SQLException) t).getSQLState() != null && ((SQLException) t).getSQLState().startsWith("08")) {
                return "データベースに接続できません。SPRING_DATASOURCE_URL と、データベースが動いていることを確かめてください。 / "
                        + "The database cannot be reached: check SPRING_DATASOURCE_URL and that it is running.";
            }
            if (t instanceof SQLException && "28P01".equals(((SQLException) t).getSQLState())) {
                return "データベースの利用者名またはパスワードが違います。 / The database refused the user name or password.";
            }
            if (t instanceof BindException) {
                return "ポートが使用中です。 / A port is in use: " + t.getMessage();
            }
        }
        return "起動できませんでした: " + deepest.getMessage() + " / Could not start (details above in the log).";
    }
}
