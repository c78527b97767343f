package jp.michishirube.roster.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriorityFactsTest {

    private static Map<String, Object> of(String... pairs) {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return PriorityFacts.of(values, LocalDate.of(2026, 11, 24), address -> Optional.of(""));
    }

    @Test
    void whatTheRosterSaysBecomesWhatTheTablesAsk() {
        assertThat(of("birthDate", "1951-11-25", "careLevel", "要介護4", "bodyGrade", "2", "equipment", "人工呼吸器・吸引器", "livingAlone", "true",
                "hazard", "洪水(3m以上)・土砂災害", "intellectual", "最重度"))
                .containsEntry("age", 74).containsEntry("care", 4).containsEntry("support", 0).containsEntry("body", 2)
                .containsEntry("ventilator", true).containsEntry("equipment", true).containsEntry("livingAlone", true)
                .containsEntry("flood", true).containsEntry("landslide", true).containsEntry("hazard", true).containsEntry("intellectual", "A");
    }

    @Test
    void nothingSaidIsNothing() {
        assertThat(of()).containsEntry("age", 0).containsEntry("hazard", false).containsEntry("intractable", false).containsEntry("facility", false);
        assertThat(of("hazard", "区域外", "equipment", "なし", "careLevel", "非該当")).containsEntry("hazard", false).containsEntry("equipment", false)
                .containsEntry("care", 0);
        assertThat(of("hazard", "内水浸水")).containsEntry("flood", false).containsEntry("inland", true);
    }

    @Test
    void whereTheRosterSaysNothingTheHazardMapsAreAsked() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertThat(PriorityFacts.of(Map.of("address", "川端町四丁目"), day, address -> Optional.of("洪水"))).containsEntry("flood", true).containsEntry("hazard", true);
        assertThat(PriorityFacts.of(Map.of("address", "川端町四丁目", "hazard", "区域外"), day, address -> Optional.of("洪水"))).containsEntry("hazard", false);
    }

    /** No rule that asks whether somebody lives out of danger, or with others, takes silence for a yes. */
    @Test
    void whatNobodyKnowsIsNeitherYesNorNo() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        for (String said : new String[] {"", "不明", "調査中"}) {
            assertThat(PriorityFacts.of(Map.of("address", "遠い町", "hazard", said), day, address -> Optional.empty())).as(said)
                    .containsEntry("hazard", null).containsEntry("flood", null).containsEntry("landslide", null).containsEntry("hazardJudged", false)
                    .containsEntry("livingAlone", null);
        }
        assertThat(PriorityFacts.of(Map.of("hazard", "区域外", "livingAlone", "false"), day, address -> Optional.empty()))
                .containsEntry("hazard", false).containsEntry("hazardJudged", true).containsEntry("livingAlone", false);
    }

    /** What a municipality's own table may ask stands where it is written. */
    @Test
    void thePaperNamesEveryFact() throws IOException {
        String paper = Files.readString(Path.of("docs/roster-layout.md"));
        assertThat(of().keySet()).allSatisfy(fact -> assertThat(paper).contains("`" + fact + "`"));
    }
}
