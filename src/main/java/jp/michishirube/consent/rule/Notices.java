package jp.michishirube.consent.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The municipality's notices in all their versions, read once at the start. */
@Component
public class Notices {

    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Pattern FILE = Pattern.compile("([a-z-]+)\\.v(\\d+)\\.(ja|en)\\.md");
    private static final Pattern PARTS = Pattern.compile("\\A---\\n(.*?)\\n---\\n(.*)\\z", Pattern.DOTALL);

    private final List<Notice> all;
    private final Clock clock;

    @org.springframework.beans.factory.annotation.Autowired
    public Notices(Folders folders, Municipality municipality, Clock clock) {
        this(read(folders, "forms/" + municipality.code() + "/notices"), clock);
    }

    public Notices(List<Notice> all, Clock clock) {
        this.all = all;
        this.clock = clock;
    }

    List<Notice> all() {
        return all;
    }

    /** @return the newest version in use today that asks exactly these purposes; in Japanese where the language lacks it */
    public Optional<Notice> asking(Set<Purpose> purposes, String language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
        return all.stream().filter(n -> n.asks(purposes) && !n.terms().from().isAfter(today))
                .filter(n -> n.ref().language().equals(language) || n.ref().language().equals("ja"))
                .max(Comparator.comparing((Notice n) -> n.ref().version()).thenComparing(n -> n.ref().language().equals(language)));
    }

    public Optional<Notice> find(NoticeRef ref) {
        return all.stream().filter(n -> n.ref().equals(ref)).findFirst();
    }

    public List<Rules.MaterialVersion> material() {
        return all.stream().filter(n -> n.terms().material()).map(n -> new Rules.MaterialVersion(n.ref().id(), n.ref().version(),
                n.terms().from().atStartOfDay(JAPAN).toInstant())).distinct().toList();
    }

    private static List<Notice> read(Folders folders, String folder) {
        return folders.list(folder, ".md").entrySet().stream().map(e -> read(folder + "/" + e.getKey(), e.getKey(), e.getValue()))
                .toList();
    }

    private static Notice read(String path, String name, Resource file) {
        try {
            return parse(name, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(path + ": " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException saying what is wrong with the file */
    static Notice parse(String name, String text) throws IOException {
        String source = text.replace("\r\n", "\n");
        Matcher file = FILE.matcher(name);
        Matcher parts = PARTS.matcher(source);
        if (!file.matches() || !parts.matches()) {
            throw new IllegalArgumentException("a notice is named <id>.v<version>.<ja|en>.md and begins with a head between --- lines");
        }
        NoticeRef ref = new NoticeRef(file.group(1), Integer.parseInt(file.group(2)), file.group(3));
        Notice.Terms terms = new ObjectMapper(new YAMLFactory()).findAndRegisterModules().readValue(parts.group(1), Notice.Terms.class);
        return new Notice(ref, Hash.sha256(source.getBytes(StandardCharsets.UTF_8)), source, terms, parts.group(2).strip());
    }
}
