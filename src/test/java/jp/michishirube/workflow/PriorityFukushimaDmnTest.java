package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.michishirube.roster.priority.Priority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of {@code processes/examples/priority-fukushima.dmn}, and its edges. */
class PriorityFukushimaDmnTest {

    private static final PriorityTable TABLE = new PriorityTable("processes/examples/priority-fukushima.dmn");

    @AfterAll
    static void everyRuleWasWalked() throws IOException {
        assertThat(TABLE.unmet()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 9, 0", "flood=true, 9, 0", "care=5, 9, 0", "flood=true care=1, 1, 1", "flood=true support=1, 1, 1", "landslide=true care=2, 1, 1",
        "landslide=true support=2, 1, 1", "flood=true landslide=true care=3, 1, 2"
    })
    void ranks(String facts, int rank, int reasons) {
        Priority priority = TABLE.of(facts);
        assertThat(priority.rank()).isEqualTo(rank);
        assertThat(priority.reasons()).hasSize(reasons);
        assertThat(priority.eligible()).isEqualTo(!facts.contains("facility=true"));
    }
}
