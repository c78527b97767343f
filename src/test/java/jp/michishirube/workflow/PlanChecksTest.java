package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.michishirube.plan.SubmissionChecks.Severity;
import jp.michishirube.review.CheckRules.Broken;
import jp.michishirube.review.CheckRules.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;

/** Walks each row of {@code processes/plan-checks.dmn}. */
class PlanChecksTest {

    private static final DmnCheckRules RULES = new DmnCheckRules(new FileSystemResource("processes/plan-checks.dmn"));

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "age, /resident/birthDate, -1, -, birth-date-impossible, BLOCKS",
            "age, /resident/birthDate, 126, -, birth-date-impossible, BLOCKS",
            "age, /resident/birthDate, 0, -, -, -",
            "age, /resident/birthDate, 125, -, -, -",
            "ageGap, /resident/age, 2, -, age-against-birth-date, WARNS",
            "ageGap, /resident/age, 1, -, -, -",
            "rosterBirthDate, /resident/birthDate, 1, -, birth-date-differs-from-roster, WARNS",
            "rosterBirthDate, /resident/birthDate, 0, -, -, -",
            "rows, /supporters, 1, -, one-supporter, WARNS",
            "rows, /supporters, 2, -, -, -",
            "rows, /contacts, 1, -, -, -",
            "number, /supporters/*/minutes, 31, -, supporter-far, WARNS",
            "number, /supporters/*/minutes, 30, -, -, -",
            "choice, /supporters/*/agreement, -, notAsked, supporter-not-asked, WARNS",
            "choice, /supporters/*/agreement, -, agreed, -, -",
            "designated, /places/*/site, 0, -, place-not-designated, WARNS",
            "designated, /places/*/site, 1, -, -, -",
            "number, /route/minutes, 61, -, way-too-long, WARNS",
            "number, /route/minutes, 60, -, -, -",
            "number, /route/distance, 3001, -, place-far, WARNS",
            "phone, /resident/phone, -, 12345, phone-pattern, WARNS",
            "phone, /resident/phone, -, 0242-12-3456, -, -",
            "phone, /resident/phone, -, 09012345678, -, -",
            "phone, /resident/phone, -, 0120-123-456, -, -",
            "phone, /resident/phone, -, 242-12-3456, phone-pattern, WARNS",
            "date, /medical/medications/*/dispensedOn, 0, -, medication-without-date, WARNS",
            "date, /medical/medications/*/dispensedOn, 1, -, -, -",
            "date, /making/reviewOn, 0, -, -, -"})
    void eachRow(String fact, String field, Integer number, String text, String rule, Severity severity) {
        List<Broken> broken = RULES.of(new Observation(fact, field, number, text));
        if (rule == null) {
            assertThat(broken).isEmpty();
        } else {
            assertThat(broken).singleElement().satisfies(b -> {
                assertThat(b.rule()).isEqualTo(rule);
                assertThat(b.severity()).isEqualTo(severity);
                assertThat(b.message()).endsWith("。");
                assertThat(b.messageEn()).endsWith(".");
            });
        }
    }

    @Test
    void aPlanOfTwoHundredThingsIsCheckedInNoTime() {
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            RULES.of(new Observation("phone", "/resident/phone", null, "0242-12-3456"));
        }
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(2_000);
    }
}
