package jp.michishirube.roster.handover;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Column;
import jp.michishirube.roster.file.Layout;

/** Reads the command line, makes the package and writes a line into the log beside it: who exported what, when, for whom. */
public final class ExportCommand {

    private static final Set<String> OPTIONS = Set.of("in", "out", "kind", "part", "columns", "also", "key", "for", "installation", "by", "log", "make-key", "name");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages.export-roster", Locale.ROOT);

    private ExportCommand() {}

    /** @return 0 done, 2 wrong use, 3 a file could not be read or written */
    public static int run(String[] args, PrintStream out) {
        Map<String, String> options = options(args);
        if (options == null) {
            out.println(TEXTS.getString("usage"));
            return 2;
        }
        try {
            return options.containsKey("make-key") ? makeKey(options, out) : export(options, out);
        } catch (Problem e) {
            out.println(say("refused", problem(e)));
            return 3;
        } catch (NoSuchFileException e) {
            out.println(say("no-file", e.getFile()));
            return 3;
        } catch (FileAlreadyExistsException e) {
            out.println(say("file-there", e.getFile()));
            return 3;
        } catch (IOException e) {
            out.println(say("unreadable", e.getMessage()));
            return 3;
        }
    }

    private static int makeKey(Map<String, String> options, PrintStream out) throws IOException {
        String name = options.get("name");
        String use = options.get("make-key");
        if (name == null || !options.containsKey("out") || !Set.of("sign", "receive").contains(use)) {
            out.println(TEXTS.getString("usage"));
            return 2;
        }
        Path file = Path.of(options.get("out"));
        Keys.write(Keys.make(name, use.equals("sign") ? KeyUse.SIGNATURE : KeyUse.ENCRYPTION), file);
        out.println(say("key-made", file, file + ".pub"));
        return 0;
    }

    private static int export(Map<String, String> options, PrintStream out) throws IOException {
        if (!options.keySet().containsAll(List.of("in", "out", "key", "for", "installation"))) {
            out.println(TEXTS.getString("usage"));
            return 2;
        }
        String kind = options.getOrDefault("kind", "RESIDENTS").toUpperCase(Locale.ROOT);
        if (!Set.of("RESIDENTS", "ASSIGNMENT", "OFFICES").contains(kind)) {
            out.println(TEXTS.getString("usage"));
            return 2;
        }
        Layout layout = Layout.of(kind);
        List<String> columns = list(options, "columns");
        List<String> unknown = columns.stream().filter(c -> layout.column(c).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            out.println(say("unknown-columns", String.join(", ", unknown), String.join(", ", layout.columns().stream().map(Column::key).toList())));
            return 2;
        }
        ECKey signer = Keys.read(Path.of(options.get("key")));
        ECKey receiver = Keys.read(Path.of(options.get("for"))).toPublicJWK();
        if (!signer.isPrivate() || KeyUse.ENCRYPTION.equals(signer.getKeyUse())) {
            out.println(say("not-signing", options.get("key")));
            return 3;
        }
        if (KeyUse.SIGNATURE.equals(receiver.getKeyUse())) {
            out.println(say("not-receiving", options.get("for")));
            return 3;
        }
        if (!Files.isReadable(Path.of(options.get("in")))) {
            throw new NoSuchFileException(options.get("in"));
        }
        ExportTable table = ExportTable.of(Path.of(options.get("in")), layout, columns, list(options, "also"));
        if (!table.notFound().isEmpty()) {
            out.println(say("unknown-headings", String.join(", ", table.notFound())));
            return 2;
        }
        String by = options.getOrDefault("by", System.getProperty("user.name"));
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        Manifest manifest = new Manifest(UUID.randomUUID().toString(), signer.getKeyID(), options.get("installation"), kind,
                !options.containsKey("part"), by, now, table.rows());
        byte[] sealed = Seal.seal(table.bytes(), manifest, signer, receiver).getBytes(StandardCharsets.US_ASCII);
        Path target = Path.of(options.get("out"));
        Files.write(target, sealed, StandardOpenOption.CREATE_NEW);
        log(Path.of(options.getOrDefault("log", "export-roster.log")), manifest, table, sha256(sealed));
        out.println(say("done", target, table.rows(), String.join("、", table.headings()), manifest.id()));
        if (!table.behind().isEmpty()) {
            out.println(say("behind", String.join("、", table.behind())));
        }
        if (table.left() > 0) {
            out.println(say("left", table.left()));
        }
        return 0;
    }

    private static List<String> list(Map<String, String> options, String name) {
        return Arrays.stream(options.getOrDefault(name, "").split(",")).map(String::strip).filter(c -> !c.isEmpty()).toList();
    }

    private static void log(Path log, Manifest m, ExportTable table, String sha256) throws IOException {
        String line = String.join("\t", m.exportedAt().toString(), m.id(), m.exportedBy().replaceAll("\\s", " "), m.sender(), m.audience(), m.kind(),
                String.valueOf(m.rows()), String.join(",", table.headings()), sha256) + "\n";
        Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String say(String key, Object... args) {
        return java.text.MessageFormat.format(TEXTS.getString(key), args);
    }

    private static String problem(Problem e) {
        ResourceBundle texts = ResourceBundle.getBundle("messages.roster", Locale.ROOT);
        String key = "problem." + e.kind();
        return texts.containsKey(key) ? java.text.MessageFormat.format(texts.getString(key), e.args()) : e.kind();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (String arg : args) {
            String[] pair = arg.split("=", 2);
            if (!pair[0].startsWith("--") || !OPTIONS.contains(pair[0].substring(2))) {
                return null;
            }
            options.put(pair[0].substring(2), pair.length == 2 ? pair[1] : "");
        }
        return options;
    }
}
