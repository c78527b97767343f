package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever looks after a node finds in {@code docs/architecture.md} all that runs by itself, and nothing that does not. */
class BackgroundWorkPaperTest {

    /** Begun by an act or a start instead of a clock. */
    private static final Set<String> WITHOUT_CLOCK = Set.of("RosterWorker");
    private static final Pattern CLASS = Pattern.compile("`(\\w+)`");

    @Test
    void thePaperNamesWhatRunsByItself() throws IOException {
        Set<String> running = new TreeSet<>(WITHOUT_CLOCK);
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/jp/michishirube"))) {
            for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (Files.readString(source).contains("@Scheduled(")) {
                    running.add(source.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertThat(running).hasSizeGreaterThan(10);
        assertThat(told()).containsExactlyInAnyOrderElementsOf(running);
    }

    private static Set<String> told() throws IOException {
        String paper = Files.readString(Path.of("docs/architecture.md"));
        Set<String> classes = new TreeSet<>();
        paper.substring(paper.indexOf("| class | when |")).lines().takeWhile(line -> line.startsWith("|")).forEach(line -> {
            Matcher m = CLASS.matcher(line.split("\\|")[1]);
            while (m.find()) {
                classes.add(m.group(1));
            }
        });
        return classes;
    }
}
