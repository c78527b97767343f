package jp.michishirube.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code verify-log [folder]}: proves the chain of evidence of the database that {@code SPRING_DATASOURCE_URL} names (with {@code _USERNAME} and
 * {@code _PASSWORD}), else of the embedded one that runs over {@code MICHISHIRUBE_DATA_DIR}; with a folder also against the day's heads kept
 * there.
 */
public final class VerifyLogCommand {

    private VerifyLogCommand() {}

    /** @return 0 when everything holds, 1 when something does not, 2 when there was nothing to look at */
    public static int run(String[] args) {
        Map<String, String> set = System.getenv();
        String url = set.get("SPRING_DATASOURCE_URL");
        try {
            DriverManagerDataSource database = url == null || url.isBlank() ? embedded(Path.of(set.getOrDefault("MICHISHIRUBE_DATA_DIR", "data")))
                    : new DriverManagerDataSource(url, set.get("SPRING_DATASOURCE_USERNAME"), set.get("SPRING_DATASOURCE_PASSWORD"));
            return run(args, database);
        } catch (IOException e) {
            System.err.println("組み込みのデータベースが動いていません。道しるべを起動してからもう一度実行するか、SPRING_DATASOURCE_URL を設定してください。 / "
                    + "The embedded database does not run: start the product first, or set SPRING_DATASOURCE_URL.");
            return 2;
        }
    }

    /** @return 0 when everything holds, 1 when something does not */
    public static int run(String[] args, DataSource database) {
        Findings found = new VerifyLog(database).run(args.length == 0 ? null : Path.of(args[0]));
        print(found);
        return found.hold() ? 0 : 1;
    }

    private static DriverManagerDataSource embedded(Path home) throws IOException {
        List<String> running = Files.readAllLines(home.resolve("postgres").resolve("postmaster.pid"));
        return new DriverManagerDataSource("jdbc:postgresql://localhost:" + running.get(3).trim() + "/michishirube", "michishirube_app", "");
    }

    private static void print(Findings found) {
        System.out.println(found.days() + " 日・" + found.lines() + " 行を確かめました（封印済み " + found.sealedDays() + " 日）。 / "
                + found.lines() + " lines of " + found.days() + " days, " + found.sealedDays() + " of them sealed.");
        found.erased().forEach((rule, lines) -> System.out.println("消去済み " + lines + " 行（" + rule + "） / erased: " + lines + " by rule " + rule));
        found.faults().forEach(f -> System.out.println(f.kind() + "  " + (f.day() == null ? "-" : f.day()) + "  " + f.place() + "  " + f.table()));
        System.out.println(found.hold() ? "欠けたもの・変えられたものはありません。 / Nothing is missing, altered or added."
                : found.faults().size() + " か所が合いません。 / " + found.faults().size() + " places do not hold.");
    }
}
