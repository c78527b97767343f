package jp.michishirube.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads a plan is 80 years old, at a table with one lamp: nothing on it that is to be read is smaller than 8 points. */
class ReadableSizesTest {

    private static final Pattern SIZE = Pattern.compile("<style name=\"(\\w+)\"[^>]* fontSize=\"([0-9.]+)\"");
    /** For a machine's comparison, on a card of A6. */
    private static final String CHECKSUM = "hash";

    @ParameterizedTest
    @ValueSource(strings = {"plan-a", "plan-b", "plan-c", "card", "list", "list-wide", "notice"})
    void nothingToReadIsSmallerThanEightPoints(String template) throws IOException {
        String text = Files.readString(Path.of("reports", template + ".jrxml"));
        List<String> small = SIZE.matcher(text).results().filter(m -> Double.parseDouble(m.group(2)) < 8).map(m -> m.group(1))
                .filter(name -> !name.equals(CHECKSUM)).toList();
        assertThat(small).isEmpty();
    }
}
