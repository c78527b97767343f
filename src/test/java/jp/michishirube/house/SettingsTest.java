package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever runs the product finds every setting that it reads in the papers. */
class SettingsTest {

    private static final Pattern READ = Pattern.compile("(?:\\$\\{|getProperty\\(\"|duration\\(env, \")(michishirube\\.[a-z.-]*[a-z]|[a-z-]+)(?=[:}\"])");
    /** {@code `michishirube.mail.host`, `.port`} in a table. */
    private static final Pattern TOLD = Pattern.compile("`(michishirube)?(\\.[a-z.-]*[a-z])`");
    /** The start tells them to the application itself. */
    private static final Set<String> OWN = Set.of("michishirube.sandbox.url");

    @Test
    void everySettingIsInThePapers() throws IOException {
        Set<String> told = new TreeSet<>();
        for (Path paper : files("docs", ".md")) {
            Files.readAllLines(paper).forEach(line -> told.addAll(namedIn(line)));
        }
        Set<String> read = new TreeSet<>();
        for (Path source : files("src/main", ".java", ".yml")) {
            Matcher m = READ.matcher(Files.readString(source));
            while (m.find()) {
                String name = m.group().startsWith("duration") ? "michishirube.outside." + m.group(1) : m.group(1);
                if (name.startsWith("michishirube.")) {
                    read.add(name);
                }
            }
        }
        assertThat(read).hasSizeGreaterThan(40).contains("michishirube.mail.port", "michishirube.outside.pause");
        assertThat(read.stream().filter(r -> !told.contains(r) && !OWN.contains(r))).as("in no table of docs/").isEmpty();
    }

    private static Set<String> namedIn(String line) {
        Set<String> names = new TreeSet<>();
        String above = "";
        Matcher m = TOLD.matcher(line);
        while (m.find()) {
            String name = m.group(1) == null ? above + m.group(2) : m.group(1) + m.group(2);
            above = m.group(1) == null ? above : name.substring(0, name.lastIndexOf('.'));
            names.add(name);
        }
        return names;
    }

    private static List<Path> files(String folder, String... ends) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(f -> Stream.of(ends).anyMatch(f.toString()::endsWith)).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
