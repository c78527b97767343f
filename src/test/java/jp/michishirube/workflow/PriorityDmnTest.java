package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.michishirube.roster.priority.Priority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of {@code processes/priority.dmn}, and its edges. */
class PriorityDmnTest {

    private static final PriorityTable TABLE = new PriorityTable("processes/priority.dmn");

    @AfterAll
    static void everyRuleWasWalked() throws IOException {
        assertThat(TABLE.unmet()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 9, 0", "facility=true care=5 hazard=true, 1, 3", "facility=true, 9, 1", "ventilator=true, 1, 1",
        "hazard=true care=4, 1, 2", "hazard=true care=5, 1, 2", "hazard=true care=3, 2, 2", "hazard=true care=2, 9, 0",
        "hazard=true body=1, 2, 2", "hazard=true body=2, 2, 2", "hazard=true body=3, 9, 0", "hazard=true supportGrade=5, 2, 1",
        "hazard=true supportGrade=4, 9, 0", "hazard=true intellectual=A, 3, 1", "hazard=true intellectual=B, 9, 0",
        "hazard=true mental=1, 3, 1", "hazard=true mental=2, 9, 0", "hazard=true livingAlone=true, 3, 1", "care=3 livingAlone=true, 4, 2",
        "equipment=true, 4, 1", "care=3, 5, 1", "care=2, 9, 0", "body=2, 5, 1", "intractable=true, 5, 1",
        "hazard=? care=3, 3, 2", "hazard=? care=2, 9, 0", "hazard=? body=2, 3, 2", "hazard=? livingAlone=true, 4, 1", "hazard=? livingAlone=?, 9, 0",
        "hazard=true intellectual=不明, 3, 1", "hazard=true livingAlone=?, 9, 0",
        "age=75 livingAlone=true, 6, 1", "age=74 livingAlone=true, 9, 0", "hazard=true care=4 livingAlone=true age=80, 1, 5"
    })
    void ranks(String facts, int rank, int reasons) {
        Priority priority = TABLE.of(facts);
        assertThat(priority.rank()).isEqualTo(rank);
        assertThat(priority.reasons()).hasSize(reasons);
        assertThat(priority.eligible()).isEqualTo(!facts.contains("facility=true"));
    }
}
