package jp.michishirube.consent.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.ConsentPolicy;
import jp.michishirube.consent.rule.Gate;
import jp.michishirube.consent.rule.GateAnswer;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.rule.MayQuestion;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.OneStatementTest;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.consent.rule.StandingFacts;
import jp.michishirube.consent.rule.Standings;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same case under three policies: nothing differs but section {@code consent} of {@code municipality.yaml}. */
@ProductTest
class PolicyWalkTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Set<String> NAME = Set.of("/resident/name");
    private static final String SEPARATE = "asking: SEPARATE";
    private static final String COMBINED = "asking: COMBINED";
    private static final String ORDINANCE = """
            asking: SEPARATE
            ordinance:
              name: 避難行動要支援者名簿等の提供に関する条例
              number: 令和7年条例第12号
              recipients: [NEIGHBOURHOOD, FIRE_SERVICE]
            """;

    @Autowired private RecordConsent record;
    @Autowired private OpenCase open;
    @Autowired private CaseFiles cases;
    @Autowired private Notices notices;
    @Autowired private Standings standings;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Clock clock;

    @Test
    void separateAsksTwice() throws Exception {
        CaseFile file = newCase();
        Walk walk = new Walk(SEPARATE);
        assertThat(walk.asks.creation(file.resident().id(), "ja")).singleElement()
                .satisfies(a -> assertThat(a.notice().terms().purposes()).containsExactly(Purpose.PLAN_MAKING));
        assertThat(walk.gate.creation(file.id())).isEqualTo(GateAnswer.MISSING);
        record.record(file.id(), OneStatementTest.yes("creation", null));
        assertThat(walk.gate.creation(file.id())).isEqualTo(GateAnswer.GIVEN);
        assertThat(walk.gate.sharing(file.id())).isEqualTo(GateAnswer.MISSING);
        assertThat(walk.asks.sharing(file.resident().id(), "ja")).hasSize(2);
        assertThat(walk.may(Party.Kind.NEIGHBOURHOOD, file)).isEqualTo(Ground.NOT_ASKED);
        record.record(file.id(), OneStatementTest.yes("sharing", null));
        assertThat(walk.gate.sharing(file.id())).isEqualTo(GateAnswer.GIVEN);
        assertThat(walk.may(Party.Kind.NEIGHBOURHOOD, file)).isEqualTo(Ground.CONSENT);
    }

    /** A step takes the decisions that its conversation asks for; the policy says which. */
    @Test
    void aStepTakesAllThatItAskedForAndNothingElse() throws Exception {
        CaseFile file = newCase();
        Walk separate = new Walk(SEPARATE);
        Walk combined = new Walk(COMBINED);
        for (Walk walk : List.of(separate, combined)) {
            assertThat(walk.wrong(file, Step.OBTAIN_CREATION_CONSENT, "creation")).isEmpty();
            assertThat(walk.wrong(file, Step.OBTAIN_CREATION_CONSENT, "creation", "giving")).containsExactly("decisions[1].notice");
            assertThat(walk.wrong(file, Step.OBTAIN_SHARING_CONSENT, "sharing", "creation")).containsExactly("decisions[1].notice");
            assertThat(walk.wrong(file, Step.OBTAIN_SHARING_CONSENT, "combined")).containsExactly("decisions[0].notice");
            assertThat(walk.wrong(file, Step.OBTAIN_SHARING_CONSENT, "giving", "sharing")).isEmpty();
            assertThat(walk.wrong(file, Step.OBTAIN_SHARING_CONSENT, "giving")).as("the other question would never be asked").containsExactly("decisions");
            assertThat(walk.wrong(file, Step.OBTAIN_SHARING_CONSENT, "sharing")).containsExactly("decisions");
        }
        record.record(file.id(), OneStatementTest.yes("giving", null));
        assertThat(separate.wrong(file, Step.OBTAIN_SHARING_CONSENT, "sharing")).as("what stands is not asked again").isEmpty();
        assertThat(separate.wrong(file, Step.OBTAIN_CREATION_CONSENT, "creation", "sharing")).containsExactly("decisions[1].notice");
        assertThat(separate.wrong(file, Step.OBTAIN_CREATION_CONSENT, "combined")).containsExactly("decisions[0].notice");
        assertThat(combined.wrong(file, Step.OBTAIN_CREATION_CONSENT, "combined", "sharing")).isEmpty();
        assertThat(combined.wrong(file, Step.OBTAIN_CREATION_CONSENT, "sharing")).as("what the step is there for is not left out").containsExactly("decisions");
    }

    @Test
    void combinedAsksSteps1And2OnceAndRecordsTwoPurposes() throws Exception {
        CaseFile file = newCase();
        Walk walk = new Walk(COMBINED);
        assertThat(walk.asks.creation(file.resident().id(), "ja").stream().filter(AskedNotices.Asked::optional).map(a -> a.notice().terms().purposes()))
                .as("the question of 49条の15 comes up in the one visit, and may be left").containsExactly(List.of(Purpose.PEACETIME_SHARING));
        assertThat(walk.asks.creation(file.resident().id(), "ja").get(0).notice().terms().purposes())
                .containsExactly(Purpose.PLAN_MAKING, Purpose.PLAN_GIVING);
        List<Long> ids = record.record(file.id(), OneStatementTest.yes("combined", null)).ids();
        assertThat(ids).hasSize(2);
        assertThat(walk.gate.creation(file.id())).isEqualTo(GateAnswer.GIVEN);
        assertThat(walk.gate.sharing(file.id())).as("no second question").isEqualTo(GateAnswer.GIVEN);
        assertThat(walk.may(Party.Kind.CARE_CIRCLE, file)).isEqualTo(Ground.CONSENT);
        assertThat(walk.may(Party.Kind.NEIGHBOURHOOD, file)).as("not stretched to the neighbourhood").isEqualTo(Ground.NOT_ASKED);
    }

    @Test
    void ordinanceSharesUnlessThePersonRefuses() throws Exception {
        CaseFile file = newCase();
        Walk walk = new Walk(ORDINANCE);
        assertThat(walk.gate.creation(file.id())).as("making a plan needs consent all the same").isEqualTo(GateAnswer.MISSING);
        record.record(file.id(), OneStatementTest.yes("creation", null));
        assertThat(walk.gate.sharing(file.id())).isEqualTo(GateAnswer.GIVEN);
        assertThat(walk.may(Party.Kind.NEIGHBOURHOOD, file)).isEqualTo(Ground.ORDINANCE);
        assertThat(walk.may(Party.Kind.CARE_CIRCLE, file)).isEqualTo(Ground.NOT_ASKED);
        ConsentGiven no = new ConsentGiven(List.of(new ConsentGiven.Decided(new NoticeRef("sharing", 1, "ja"), false, null)), GivenBy.SELF,
                null, null, null, Channel.ELECTRONIC, null, "佐藤 恵", Instant.now(), null);
        record.record(file.id(), no);
        assertThat(walk.may(Party.Kind.NEIGHBOURHOOD, file)).isEqualTo(Ground.REFUSED);
    }

    private final class Walk {

        private final MayQuestion question;
        private final Gate gate;
        private final AskedNotices asks;

        Walk(String yaml) throws Exception {
            ConsentPolicy policy = new ObjectMapper(new YAMLFactory()).findAndRegisterModules().readValue(yaml, ConsentPolicy.class);
            Rules rules = new Rules(policy, notices.material());
            question = new MayQuestion(rules, new StandingFacts(jdbc));
            gate = new Gate(rules, standings, cases, clock);
            asks = new AskedNotices(notices, rules, standings, clock);
        }

        List<String> wrong(CaseFile file, Step step, String... notices) {
            ConsentGiven given = new ConsentGiven(Arrays.stream(notices).map(n -> new ConsentGiven.Decided(new NoticeRef(n, 1, "ja"), true, null)).toList(), GivenBy.SELF,
                    null, null, null, Channel.ELECTRONIC, null, "佐藤 恵", Instant.now(), null);
            try {
                asks.requireAsked(step, file.resident().id(), given);
                return List.of();
            } catch (Problem problem) {
                assertThat(problem.status().value()).isEqualTo(422);
                return problem.fields().stream().map(FieldProblem::field).toList();
            }
        }

        Ground may(Party.Kind kind, CaseFile file) {
            return question.may(Party.of(kind), NAME, file.resident().id(), Purpose.ofGivingTo(kind), Instant.now()).ground();
        }
    }

    private CaseFile newCase() {
        int n = NUMBERS.incrementAndGet();
        return open.open(new Resident(0, "POLICY-" + n, null, "渡邉 ヨシ", "ワタナベ ヨシ", LocalDate.of(1935, 1, 9), "女", "990-0001",
                "みちしるべ市若草町1番", "0990-00-0004", "若草町"), "AOBA", 1);
    }
}
