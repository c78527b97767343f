package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.michishirube.plan.interview.SubmissionChecks.Severity;
import jp.michishirube.review.CheckRules.Broken;
import jp.michishirube.review.CheckRules.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/** Walks each row of {@code processes/plan-checks.dmn}. */
class PlanChecksTest {

    private static final DmnCheckRules RULES = new DmnCheckRules(new FileSystemResource("processes/plan-checks.dmn"));

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "age, resident.birthDate, -1, -, birth-date-impossible, BLOCKS",
            "age, resident.birthDate, 126, -, birth-date-impossible, BLOCKS",
            "age, resident.birthDate, 0, -, -, -",
            "age, resident.birthDate, 125, -, -, -",
            "ageGap, /resident/age, 2, -, age-against-birth-date, WARNS",
            "ageGap, /resident/age, 1, -, -, -",
            "rosterBirthDate, resident.birthDate, 1, -, birth-date-differs-from-roster, WARNS",
            "rosterBirthDate, resident.birthDate, 0, -, -, -",
            "timeline, /timeline, 0, -, timeline-empty, WARNS",
            "timeline, /timeline, 1, -, -, -",
            "rows, supporters, 1, -, one-supporter, WARNS",
            "rows, supporters, 2, -, -, -",
            "rows, /contacts, 1, -, -, -",
            "number, supporters.minutes, 31, -, supporter-far, WARNS",
            "number, supporters.minutes, 30, -, -, -",
            "choice, supporters.agreement, -, notAsked, supporter-not-asked, WARNS",
            "choice, supporters.agreement, -, agreed, -, -",
            "designated, /places/*/site, 0, -, place-not-designated, WARNS",
            "designated, /places/*/site, 1, -, -, -",
            "number, route.minutes, 61, -, way-too-long, WARNS",
            "number, route.minutes, 60, -, -, -",
            "number, route.distance, 3001, -, place-far, WARNS",
            "phone, /resident/phone, -, 12345, phone-pattern, WARNS",
            "phone, /resident/phone, -, 0242-12-3456, -, -",
            "phone, /resident/phone, -, 09012345678, -, -",
            "phone, /resident/phone, -, 0120-123-456, -, -",
            "phone, /resident/phone, -, 242-12-3456, phone-pattern, WARNS",
            "date, medication.dispensedOn, 0, -, medication-without-date, WARNS",
            "date, medication.dispensedOn, 1, -, -, -",
            "date, /making/reviewOn, 0, -, -, -"})
    void eachRow(String fact, String field, Integer number, String text, String rule, Severity severity) {
        List<Broken> broken = RULES.of(new Observation(fact, field.startsWith("/") ? "" : field, field.startsWith("/") ? field : "/anywhere", number, text));
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

    /** A municipality may write its entries as it likes: lists, expressions, none. */
    @Test
    void whatIsNoPlainWordIsLeftToTheEngine() {
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="plan-checks" name="d"><decisionTable id="t" hitPolicy="COLLECT">
                    <input id="i1"><inputExpression id="e1" typeRef="string"><text>field</text></inputExpression></input>
                    <input id="i2"><inputExpression id="e2" typeRef="string"><text>fact</text></inputExpression></input>
                    <output id="o1" name="rule" typeRef="string"/><output id="o2" name="severity" typeRef="string"/><output id="o3" name="message" typeRef="string"/>
                    <rule id="r1"><inputEntry id="a1"><text>"/a", "/b"</text></inputEntry><inputEntry id="a2"><text></text></inputEntry>
                      <outputEntry id="x1"><text>"listed"</text></outputEntry><outputEntry id="x2"><text>"WARNS"</text></outputEntry><outputEntry id="x3"><text>"。"</text></outputEntry></rule>
                    <rule id="r2"><inputEntry id="b1"><text>not("/a", "/b", "/c")</text></inputEntry><inputEntry id="b2"><text>"rows"</text></inputEntry>
                      <outputEntry id="y1"><text>"others"</text></outputEntry><outputEntry id="y2"><text>"WARNS"</text></outputEntry><outputEntry id="y3"><text>"。"</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>
                """;
        DmnCheckRules rules = new DmnCheckRules(new ByteArrayResource(table.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(rules.of(new Observation("phone", "", "/b", null, "1"))).extracting(Broken::rule).containsExactly("listed");
        assertThat(rules.of(new Observation("rows", "", "/d", 1, null))).extracting(Broken::rule).containsExactly("others");
        assertThat(rules.of(new Observation("rows", "", "/c", 1, null))).isEmpty();
        assertThat(rules.of(new Observation("phone", "", "/d", null, "1"))).isEmpty();
    }
}
