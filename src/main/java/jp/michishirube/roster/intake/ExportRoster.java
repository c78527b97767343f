package jp.michishirube.roster.intake;

import jp.michishirube.roster.handover.ExportCommand;
import org.springframework.modulith.NamedInterface;

/** The command {@code export-roster}: makes a package inside the closed network. Needs no database and starts no application. */
@NamedInterface("intake")
public final class ExportRoster {

    private ExportRoster() {}

    /** @return exit code: 0 done, 2 wrong use, 3 the file or a key could not be read */
    public static int run(String[] args) {
        return ExportCommand.run(args, System.out);
    }
}
