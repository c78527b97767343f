package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.michishirube.consent.rule.Party;
import org.junit.jupiter.api.Test;

class SharingPolicyTest {

    /** What a municipality calls its care circle and its associations stands in files, where another changes it without a program. */
    @Test
    void wordsOfAMunicipalityAreNoWordsOfTheProgram() throws IOException {
        Pattern word = Pattern.compile("\"[^\"\\n]*(?:ケアエール|町内会)[^\"\\n]*\"");
        // samples of prints, accounts of the demo, and words that are read in a list of people
        Set<String> excused = Set.of("RenderSamples.java", "Box.java", "ListWords.java");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(f -> f.toString().endsWith(".java") && !excused.contains(f.getFileName().toString()))
                    .filter(f -> word.matcher(read(f)).find())).isEmpty();
        }
        SharingPolicy none = new SharingPolicy(null, null, null);
        assertThat(none.careCircle()).isNotBlank().doesNotContain("ケアエール");
        assertThat(none.parties()).containsOnlyKeys(Party.Kind.NEIGHBOURHOOD, Party.Kind.WELFARE_COMMISSIONER, Party.Kind.FIRE_SERVICE, Party.Kind.POLICE);
        assertThat(new SharingPolicy("いえの輪", Map.of(), null)).extracting(SharingPolicy::careCircle, p -> p.parties().size()).containsExactly("いえの輪", 0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aReaderForWhomNoAreaIsNamedSeesNobodyAndIsNamedAtTheStart() {
        SharingPolicy.Reader nowhere = new SharingPolicy.Reader(Party.Kind.NEIGHBOURHOOD, "町内会", null);
        SharingPolicy.Reader aoba = new SharingPolicy.Reader(Party.Kind.NEIGHBOURHOOD, "青葉町町内会", Set.of("青葉町"));
        SharingPolicy policy = new SharingPolicy(null, null, Map.of("machi1", aoba, "machi2", nowhere));
        assertThat(policy.reads(nowhere)).isFalse();
        assertThat(policy.reads(aoba)).isTrue();
        assertThat(policy.withoutArea()).containsExactly("machi2");
        assertThat(policy.hasCommissioner()).isFalse();
        SharingPolicy.Reader idle = new SharingPolicy.Reader(Party.Kind.WELFARE_COMMISSIONER, "民生委員", null);
        SharingPolicy.Reader acts = new SharingPolicy.Reader(Party.Kind.WELFARE_COMMISSIONER, "民生委員", Set.of("青葉町"));
        assertThat(new SharingPolicy(null, null, Map.of("minsei1", idle)).hasCommissioner()).isFalse();
        assertThat(new SharingPolicy(null, null, Map.of("minsei1", acts)).hasCommissioner()).isTrue();
    }
}
