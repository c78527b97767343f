package jp.michishirube.launch;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;

/** The jar's commands: the first argument names one, the rest are its own. */
final class Commands {

    /** Each a class with {@code public static int run(String[] args)}, answering the exit code. */
    private static final Map<String, String> BY_NAME = Map.of(
            "check-forms", "jp.michishirube.workflow.CheckFormsCommand",
            "verify-log", "jp.michishirube.evidence.VerifyLogCommand",
            "export-roster", "jp.michishirube.roster.intake.ExportRoster",
            "render-reports", "jp.michishirube.document.RenderSamples");

    private Commands() {}

    /** @return whether the arguments were a command; the JVM ends with its exit code then */
    static boolean run(String[] args) {
        if (args.length == 0 || !BY_NAME.containsKey(args[0])) {
            return false;
        }
        try {
            Object code = Class.forName(BY_NAME.get(args[0])).getMethod("run", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
            System.exit(code instanceof Integer i ? i : 0);
        } catch (InvocationTargetException e) {
            throw new StartRefused(args[0] + ": " + e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(args[0], e);
        }
        return true;
    }
}
