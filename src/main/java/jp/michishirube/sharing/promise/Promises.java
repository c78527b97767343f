package jp.michishirube.sharing.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.sharing.supporter.Languages;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people promise who help, in the municipality's own words ({@code forms/<code>/promises/supporter.v1.ja.md}). Kept as it was first
 * shown; a file changed under the same version changes nothing.
 */
@Component
public class Promises {

    private static final Pattern NAME = Pattern.compile("([a-z]+)\\.v([1-9]\\d{0,3})\\.(ja|easy|en)\\.md");

    private final Folders folders;
    private final String folder;
    private final JdbcClient jdbc;

    Promises(Folders folders, Municipality municipality, JdbcClient jdbc) {
        this.folders = folders;
        this.folder = "forms/" + municipality.code() + "/promises";
        this.jdbc = jdbc;
    }

    /** Who promises. */
    public enum Of {
        /** 支援者: that there is no legal duty, and that one's own safety comes first. */
        SUPPORTER,
        /** 町内会長・班長・民生委員: to keep secret what they learn (災害対策基本法49条の13, 49条の17). */
        LEADER;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param point one of a list */
    public record Part(boolean point, String text) {}

    /** The newest version; empty where the municipality has written none. */
    public OptionalInt newest(Of of) {
        return folders.list(folder, ".md").keySet().stream().map(NAME::matcher).filter(Matcher::matches).filter(m -> m.group(1).equals(of.word()))
                .mapToInt(m -> Integer.parseInt(m.group(2))).max();
    }

    /** In the reader's language, else in Japanese. */
    public List<Part> text(Of of, int version, Locale language) {
        return source(of, version, Languages.name(language)).or(() -> source(of, version, "ja")).map(Promises::parts).orElse(List.of());
    }

    private Optional<String> source(Of of, int version, String language) {
        Optional<String> kept = kept(of, version, language);
        if (kept.isPresent()) {
            return kept;
        }
        Resource file = folders.list(folder, ".md").get(of.word() + ".v" + version + "." + language + ".md");
        if (file == null) {
            return Optional.empty();
        }
        try {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            jdbc.sql("insert into sharing.promise (kind, version, language, sha256, source) values (?, ?, ?, ?, ?) on conflict do nothing")
                    .params(of.name(), version, language, sha256(text), text).update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept(of, version, language);
    }

    private Optional<String> kept(Of of, int version, String language) {
        return jdbc.sql("select source from sharing.promise where kind = ? and version = ? and language = ?").params(of.name(), version, language).query(String.class).optional();
    }

    private static List<Part> parts(String source) {
        return Arrays.stream(source.split("\\R+")).map(String::strip).filter(l -> !l.isEmpty())
                .map(l -> l.startsWith("- ") ? new Part(true, l.substring(2)) : new Part(false, l)).toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
