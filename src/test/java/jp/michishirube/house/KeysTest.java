package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.michishirube.plan.form.TestForms;
import org.junit.jupiter.api.Test;

/** A form's keys are the municipality's own words: no room knows a question by one. What it is, {@code x-is} says. */
class KeysTest {

    /** Forms that were stored before they had roles. */
    private static final String THE_ONE_THAT_MAY = "OldForms.java";
    private static final Pattern COMPARED = Pattern.compile("\\.key\\(\\)\\s*\\.equals\\(\"|\"\\.equals\\(\\w+\\.key\\(\\)\\)|nswers(\\(\\))?\\.(path|get|at)\\(\"");

    @Test
    void noRoomKnowsAQuestionByItsKey() throws Exception {
        Set<String> sections = new TreeSet<>();
        for (String code : List.of("990019", "990027", "990035")) {
            TestForms.load(code).sections().forEach(s -> sections.add(s.key()));
        }
        Pattern address = Pattern.compile("\"/(" + String.join("|", sections) + ")(/[^\"]*)?\"");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java") && !f.endsWith(THE_ONE_THAT_MAY))::iterator) {
                List<String> lines = Files.readAllLines(file);
                boolean ofPlans = lines.stream().anyMatch(l -> l.startsWith("package jp.michishirube.plan") || l.startsWith("import jp.michishirube.plan."));
                for (int i = 0; ofPlans && i < lines.size(); i++) {
                    String line = lines.get(i);
                    if (COMPARED.matcher(line).find() || !line.contains("Mapping(") && !line.contains("\"/cases/\"") && address.matcher(line).find()) {
                        found.add(file + ":" + (i + 1) + " " + line.strip());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
