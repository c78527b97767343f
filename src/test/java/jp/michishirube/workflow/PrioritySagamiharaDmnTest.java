package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.michishirube.roster.priority.Priority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of {@code processes/examples/priority-sagamihara.dmn}, and its edges. */
class PrioritySagamiharaDmnTest {

    private static final PriorityTable TABLE = new PriorityTable("processes/examples/priority-sagamihara.dmn");

    @AfterAll
    static void everyRuleWasWalked() throws IOException {
        assertThat(TABLE.unmet()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 9, 0", "hazard=true care=3, 9, 0", "hazard=true care=4, 1, 1", "care=5, 9, 0", "hazard=true supportGrade=6, 9, 0",
        "hazard=true supportGrade=5 body=2, 1, 1", "hazard=true supportGrade=5 body=3, 9, 0", "hazard=true supportGrade=6 intellectual=A, 1, 1",
        "hazard=true supportGrade=6 mental=1, 1, 1", "supportGrade=6 mental=1 body=1, 9, 0"
    })
    void ranks(String facts, int rank, int reasons) {
        Priority priority = TABLE.of(facts);
        assertThat(priority.rank()).isEqualTo(rank);
        assertThat(priority.reasons()).hasSize(reasons);
        assertThat(priority.eligible()).isEqualTo(!facts.contains("facility=true"));
    }
}
