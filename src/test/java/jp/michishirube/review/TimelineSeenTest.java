package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.michishirube.casefile.Resident;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.TestForms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan that is a timeline and says nothing of what is to be done when, is seen before it is approved. */
class TimelineSeenTest {

    private static final Resident SOMEBODY = new Resident(0, "1", null, "試験", "シケン", LocalDate.of(1941, 5, 3), "女", "", "町1", "", "町");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            990035 | {}                                                          | 0
            990035 | {'timeline': []}                                            | 0
            990035 | {'timeline': [{'_key': 'd3', 'self': ''}]}                  | 0
            990035 | {'timeline': [{'_key': 'd3', 'self': '薬を確かめる'}]}        | 1
            990019 | {}                                                          | -
            """)
    void entriesAreCounted(String code, String answers, Integer entries) {
        assertThat(Observations.of(FilledPlan.of(TestForms.load(code), TestForms.answers(answers)), SOMEBODY, LocalDate.of(2026, 11, 1)))
                .extracting(Observations.Seen::observation).filteredOn(o -> o.fact().equals("timeline"))
                .extracting(o -> o.number().intValue()).isEqualTo(entries == null ? java.util.List.of() : java.util.List.of(entries));
    }
}
