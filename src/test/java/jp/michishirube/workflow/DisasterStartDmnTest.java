package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.start.StartRules.Action;
import jp.michishirube.safety.start.StartRules.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

/** What the table does as it ships, and what {@code check-forms} says of a city's own. */
class DisasterStartDmnTest {

    private static final Path SHIPPED = Path.of("processes/disaster-start.dmn");

    @TempDir Path folder;

    private static Action action(Path table, String mode, int level) {
        return new DmnStartRules(new FileSystemResource(table)).of(new Facts("RIVER", mode, "FLOOD", level, "NAMED")).action();
    }

    @Test
    void fromLevelThreeOnItProposesAndNothingBeginsByItself() {
        for (String mode : List.of("REAL", "DRILL")) {
            assertThat(action(SHIPPED, mode, 2)).isEqualTo(Action.NOTHING);
            for (int level = 3; level <= 5; level++) {
                assertThat(action(SHIPPED, mode, level)).isEqualTo(Action.PROPOSE);
            }
        }
        assertThat(action(SHIPPED, "TEST", 5)).isEqualTo(Action.NOTHING);
        assertThat(new DmnStartRules(new FileSystemResource(SHIPPED)).of(new Facts("RIVER", "REAL", "FLOOD", 4, "UNKNOWN"))).satisfies(d -> {
            assertThat(d.hazard()).isEqualTo(Hazard.FLOOD);
            assertThat(d.reason()).contains("全員が避難");
        });
        for (Hazard hazard : Hazard.values()) {
            assertThat(new DmnStartRules(new FileSystemResource(SHIPPED)).of(new Facts("FLAG", "REAL", hazard.name(), 0, "NAMED"))).satisfies(d -> {
                assertThat(d.action()).isEqualTo(Action.PROPOSE);
                assertThat(d.hazard()).isEqualTo(hazard);
            });
        }
    }

    private Path own(String from, String to) throws IOException {
        String table = Files.readString(SHIPPED);
        assertThat(table).contains(from);
        return Files.writeString(folder.resolve("disaster-start.dmn"), table.replace(from, to));
    }

    @Test
    void aCityMayBeginAtLevelFiveByItself() throws IOException {
        Path own = own("<outputEntry id=\"level-5-action\"><text>\"PROPOSE\"", "<outputEntry id=\"level-5-action\"><text>\"START\"");
        assertThat(action(own, "REAL", 5)).isEqualTo(Action.START);
        assertThat(action(own, "REAL", 4)).isEqualTo(Action.PROPOSE);
        assertThat(new CheckDecisions().mistakes(folder, null)).isEmpty();
    }

    @Test
    void aMistakeIsFoundBeforeTheDay() throws IOException {
        own("\"PROPOSE\"", "\"PROPSE\"");
        assertThat(new CheckDecisions().mistakes(folder, null)).singleElement().asString().contains("PROPSE");
        own("<text>level</text>", "<text>rank</text>");
        assertThat(new CheckDecisions().mistakes(folder, null)).anySatisfy(m -> assertThat(m).contains("\"rank\"", "level"));
        Path gap = own("<inputEntry id=\"below-mode\"><text></text>", "<inputEntry id=\"below-mode\"><text>\"REAL\"</text>");
        assertThat(new CheckDecisions().mistakes(folder, null)).singleElement().asString().contains("no rule");
        assertThatThrownBy(() -> action(gap, "DRILL", 2)).isInstanceOf(IllegalStateException.class);
    }
}
