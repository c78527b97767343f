package jp.michishirube.launch;

import java.net.BindException;

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
            if (t instanceof BindException) {
                return "ポートが使用中です。 / A port is in use: " + t.getMessage();
            }
        }
        return "起動できませんでした: " + deepest.getMessage() + " / Could not start (details above in the log).";
    }
}
