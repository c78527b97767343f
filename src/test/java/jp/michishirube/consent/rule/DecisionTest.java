package jp.michishirube.consent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule of the law and of opt-in that the decision keeps, one test each. */
class DecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static final Set<String> NAME = Set.of("/resident/name");
    private static final String TANAKA = SupporterKey.of("田中 花子", "0990-11-1111");
    private static final ConsentPolicy OPT_IN = new ConsentPolicy(null, null, null, null, null, null);
    private static final ConsentPolicy OPT_OUT = ordinance(false);

    @Test
    void nobodyAskedMeansNo() {
        assertThat(ask(OPT_IN, Party.Kind.NEIGHBOURHOOD, NAME, Purpose.PEACETIME_SHARING, null)).isEqualTo(Answer.no(Ground.NOT_ASKED));
    }

    /** Nobody is told "without your consent" of what they consented to. */
    @Test
    void inADeclaredDisasterTheOwnConsentGoesFirst() {
        Standing yes = new Standing(1, EventType.GIVEN, NOW.minusSeconds(60), null, Set.of(Party.Kind.FIRE_SERVICE), Set.of("resident"), ref(1));
        Facts facts = new Facts(yes, Map.of(), 7L);
        Answer covered = ask(OPT_IN, Party.of(Party.Kind.FIRE_SERVICE), NAME, Purpose.PEACETIME_SHARING, facts);
        assertThat(covered.ground()).isEqualTo(Ground.CONSENT);
        assertThat(covered.parts()).containsExactly(Answer.yes(NAME, Ground.CONSENT, 1L));
        assertThat(covered.inDisaster()).isTrue();
        Answer more = ask(OPT_IN, Party.of(Party.Kind.FIRE_SERVICE), Set.of("/resident/name", "/medical/allergies"), Purpose.PEACETIME_SHARING, facts);
        assertThat(more.fields()).containsExactlyInAnyOrder("/resident/name", "/medical/allergies");
        assertThat(more.parts()).containsExactly(Answer.yes(NAME, Ground.CONSENT, 1L),
                Answer.yes(Set.of("/medical/allergies"), Ground.DECLARED_DISASTER, 7L));
        assertThat(more.own()).isEqualTo(Answer.yes(NAME, Ground.CONSENT, 1L));
        ConsentPolicy narrow = new ConsentPolicy(null, null, null, null, Set.of("resident"), null);
        assertThat(ask(narrow, Party.of(Party.Kind.FIRE_SERVICE), Set.of("/resident/name", "/medical/allergies"), Purpose.PEACETIME_SHARING, facts).fields())
                .as("beyond, as far as needed").containsExactly("/resident/name");
    }

    @Test
    void inADeclaredDisasterTheOrdinanceGoesFirst() {
        Answer answer = ask(OPT_OUT, Party.of(Party.Kind.FIRE_SERVICE), NAME, Purpose.PEACETIME_SHARING, new Facts(null, Map.of(), 7L));
        assertThat(answer.parts()).containsExactly(Answer.yes(NAME, Ground.ORDINANCE, null));
    }

    @Test
    void peacetimeSharingNeedsTheResidentsConsent() {
        Answer answer = ask(OPT_IN, Party.Kind.NEIGHBOURHOOD, NAME, Purpose.PEACETIME_SHARING, given(Party.Kind.NEIGHBOURHOOD));
        assertThat(answer).isEqualTo(Answer.yes(NAME, Ground.CONSENT, 1L));
    }

    @Test
    void sharingStaysWithinTheRecipientsThatThePersonAgreedTo() {
        assertThat(ask(OPT_IN, Party.Kind.POLICE, NAME, Purpose.PEACETIME_SHARING, given(Party.Kind.NEIGHBOURHOOD)).ground())
                .isEqualTo(Ground.OUTSIDE_SCOPE);
    }

    @Test
    void sharingStaysWithinTheItemsOfTheNotice() {
        Answer answer = ask(OPT_IN, Party.Kind.NEIGHBOURHOOD, Set.of("/resident/name", "/medical/allergies", "cityos.name"),
                Purpose.PEACETIME_SHARING, given(Party.Kind.NEIGHBOURHOOD));
        assertThat(answer.fields()).containsExactly("/resident/name");
    }

    @Test
    void aSectionDoesNotCoverAnotherWhoseNameBeginsAlike() {
        assertThat(Items.covered(Set.of("resident"), Set.of("/residentOther/name", "/resident/name"))).containsExactly("/resident/name");
    }

    @Test
    void refusedWithdrawnAndExpiredDoNotAllow() {
        for (EventType state : List.of(EventType.REFUSED, EventType.WITHDRAWN, EventType.EXPIRED)) {
            Standing standing = new Standing(1, state, NOW.minusSeconds(60), null, Set.of(Party.Kind.POLICE), Set.of("resident"), ref(1));
            assertThat(ask(OPT_IN, Party.Kind.POLICE, NAME, Purpose.PEACETIME_SHARING, standing).allowed()).as(state.name()).isFalse();
        }
    }

    @Test
    void consentEndsOnItsDay() {
        Standing standing = new Standing(1, EventType.GIVEN, NOW.minusSeconds(60), NOW, Set.of(Party.Kind.POLICE), Set.of("resident"), ref(1));
        assertThat(ask(OPT_IN, Party.Kind.POLICE, NAME, Purpose.PEACETIME_SHARING, standing)).isEqualTo(Answer.no(Ground.EXPIRED));
        assertThat(standing.allows(NOW.minusNanos(1))).isTrue();
    }

    @Test
    void consentThatLiesInTheFutureAllowsNothingYet() {
        Standing standing = new Standing(1, EventType.GIVEN, NOW.plusSeconds(1), null, Set.of(Party.Kind.POLICE), Set.of("resident"), ref(1));
        assertThat(ask(OPT_IN, Party.Kind.POLICE, NAME, Purpose.PEACETIME_SHARING, standing).allowed()).isFalse();
    }

    @Test
    void ordinanceLetsPlansGoUnlessThePersonRefuses() {
        assertThat(ask(OPT_OUT, Party.Kind.FIRE_SERVICE, NAME, Purpose.PEACETIME_SHARING, null).ground()).isEqualTo(Ground.ORDINANCE);
        Standing no = new Standing(1, EventType.REFUSED, NOW.minusSeconds(60), null, Set.of(), Set.of(), ref(1));
        assertThat(ask(OPT_OUT, Party.Kind.FIRE_SERVICE, NAME, Purpose.PEACETIME_SHARING, no)).isEqualTo(Answer.no(Ground.REFUSED));
    }

    @Test
    void ordinanceReachesOnlyTheRecipientsItNames() {
        assertThat(ask(OPT_OUT, Party.Kind.CARE_CIRCLE, NAME, Purpose.PLAN_GIVING, null)).isEqualTo(Answer.no(Ground.NOT_ASKED));
    }

    @Test
    void ordinanceNeverMakesAPlanWithoutConsent() {
        assertThat(ask(OPT_OUT, Party.Kind.FIRE_SERVICE, NAME, Purpose.PLAN_MAKING, null).allowed()).isFalse();
        assertThat(OPT_OUT.ordinanceReaches(Purpose.PLAN_MAKING)).isFalse();
    }

    @Test
    void citizenFunctionsDoNotOpenThePlan() {
        Standing citizen = new Standing(1, EventType.GIVEN, NOW.minusSeconds(60), null, Set.of(Party.Kind.MUNICIPALITY), Set.of("contact"), ref(1));
        assertThat(ask(OPT_IN, Party.Kind.MUNICIPALITY, NAME, Purpose.CITIZEN_FUNCTIONS, citizen).allowed()).isFalse();
    }

    @Test
    void aDeclaredDisasterGoesOverARefusalForSupportingParties() {
        Standing no = new Standing(1, EventType.REFUSED, NOW.minusSeconds(60), null, Set.of(), Set.of(), ref(1));
        Facts facts = new Facts(no, Map.of(), 7L);
        assertThat(ask(OPT_IN, Party.of(Party.Kind.FIRE_SERVICE), NAME, Purpose.PEACETIME_SHARING, facts))
                .isEqualTo(Answer.yes(NAME, Ground.DECLARED_DISASTER, 7L));
    }

    @Test
    void aDeclaredDisasterOpensNothingToTheCareCircleNorTheOffice() {
        Facts facts = new Facts(null, Map.of(), 7L);
        assertThat(ask(OPT_IN, Party.of(Party.Kind.CARE_CIRCLE), NAME, Purpose.PLAN_GIVING, facts).allowed()).isFalse();
        assertThat(ask(OPT_IN, Party.of(Party.Kind.OFFICE), NAME, Purpose.PLAN_MAKING, facts).allowed()).isFalse();
    }

    @Test
    void aDeclaredDisasterLetsPlansBeGivenNotMade() {
        Facts facts = new Facts(null, Map.of(), 7L);
        for (Purpose purpose : List.of(Purpose.PLAN_MAKING, Purpose.CITIZEN_FUNCTIONS)) {
            assertThat(ask(OPT_IN, Party.of(Party.Kind.FIRE_SERVICE), NAME, purpose, facts).allowed()).as(purpose.name()).isFalse();
        }
    }

    @Test
    void aDeclaredDisasterGivesWhatLifeAndBodyNeed() {
        ConsentPolicy narrow = new ConsentPolicy(null, null, null, null, Set.of("resident"), null);
        Facts facts = new Facts(null, Map.of(), 7L);
        Answer answer = ask(narrow, Party.of(Party.Kind.POLICE), Set.of("/resident/name", "/remarks/key"), Purpose.PEACETIME_SHARING, facts);
        assertThat(answer.fields()).containsExactly("/resident/name");
    }

    @Test
    void consentIsTheGroundThatIsNamedWhereItSuffices() {
        Facts facts = new Facts(given(Party.Kind.POLICE), Map.of(), 7L);
        assertThat(ask(OPT_IN, Party.of(Party.Kind.POLICE), NAME, Purpose.PEACETIME_SHARING, facts).ground()).isEqualTo(Ground.CONSENT);
    }

    @Test
    void aSupporterGetsThePlanOnlyAfterAgreeing() {
        Party tanaka = Party.of(Party.Kind.SUPPORTER, TANAKA);
        for (SupporterAnswer said : SupporterAnswer.values()) {
            Facts facts = new Facts(given(Party.Kind.SUPPORTER), Map.of(TANAKA, said), null);
            assertThat(ask(OPT_IN, tanaka, NAME, Purpose.PLAN_GIVING, facts).allowed()).as(said.name()).isEqualTo(said == SupporterAnswer.AGREED);
        }
    }

    @Test
    void aSupporterWhoHasNotAnsweredIsNotShown() {
        Set<String> fields = Set.of("/resident/name", "/supporters/" + TANAKA + "/name", "/supporters");
        Facts facts = new Facts(given(Party.Kind.CARE_CIRCLE), Map.of(TANAKA, SupporterAnswer.ASKED), null);
        assertThat(ask(OPT_IN, Party.of(Party.Kind.CARE_CIRCLE), fields, Purpose.PLAN_GIVING, facts).fields()).containsExactly("/resident/name");
        Facts agreed = new Facts(given(Party.Kind.CARE_CIRCLE), Map.of(TANAKA, SupporterAnswer.AGREED), null);
        assertThat(ask(OPT_IN, Party.of(Party.Kind.CARE_CIRCLE), fields, Purpose.PLAN_GIVING, agreed).fields())
                .containsExactlyInAnyOrder("/resident/name", "/supporters/" + TANAKA + "/name");
    }

    @Test
    void aSupportersNoIsHonouredWhateverTheGround() {
        Party tanaka = Party.of(Party.Kind.SUPPORTER, TANAKA);
        Facts facts = new Facts(null, Map.of(TANAKA, SupporterAnswer.REFUSED), 7L);
        assertThat(ask(ordinance(true), tanaka, NAME, Purpose.PLAN_GIVING, facts).allowed()).isFalse();
    }

    @Test
    void anOrdinanceMayWaiveTheSupportersAgreement() {
        Party tanaka = Party.of(Party.Kind.SUPPORTER, TANAKA);
        Facts facts = new Facts(null, Map.of(), null);
        assertThat(ask(ordinance(false), tanaka, NAME, Purpose.PLAN_GIVING, facts).ground()).isEqualTo(Ground.SUPPORTER_PENDING);
        assertThat(ask(ordinance(true), tanaka, NAME, Purpose.PLAN_GIVING, facts).ground()).isEqualTo(Ground.ORDINANCE);
    }

    @Test
    void aMaterialVersionOfTheNoticeAsksForRenewal() {
        Rules changed = new Rules(OPT_IN, List.of(new Rules.MaterialVersion("n", 2, NOW.minus(Duration.ofDays(1)))));
        Question q = new Question(Party.of(Party.Kind.POLICE), NAME, Purpose.PEACETIME_SHARING, NOW);
        assertThat(Decision.of(changed, q, new Facts(given(Party.Kind.POLICE), Map.of(), null)).ground()).isEqualTo(Ground.RENEWAL_NEEDED);
        Rules later = new Rules(OPT_IN, List.of(new Rules.MaterialVersion("n", 2, NOW.plusSeconds(1))));
        assertThat(Decision.of(later, q, new Facts(given(Party.Kind.POLICE), Map.of(), null)).allowed()).isTrue();
    }

    @Test
    void whateverIsUnknownIsRefused() {
        Facts facts = new Facts(given(Party.Kind.POLICE), Map.of(), 7L);
        assertThat(Decision.of(rules(OPT_IN), new Question(null, NAME, Purpose.PEACETIME_SHARING, NOW), facts).ground()).isEqualTo(Ground.UNKNOWN);
        assertThat(Decision.of(rules(OPT_IN), new Question(Party.of(null), NAME, Purpose.PEACETIME_SHARING, NOW), facts).allowed()).isFalse();
        assertThat(Decision.of(rules(OPT_IN), new Question(Party.of(Party.Kind.POLICE), Set.of(), Purpose.PEACETIME_SHARING, NOW), facts).allowed()).isFalse();
        assertThat(Decision.of(rules(OPT_IN), new Question(Party.of(Party.Kind.SUPPORTER), NAME, Purpose.PLAN_GIVING, NOW), facts).allowed()).isFalse();
        assertThat(Decision.of(rules(OPT_IN), new Question(Party.of(Party.Kind.POLICE), NAME, null, NOW), facts).allowed()).isFalse();
    }

    @Test
    void creationGateAsksTheConsentToMakingAlone() {
        assertThat(Gate.of(rules(OPT_IN), null, NOW)).isEqualTo(GateAnswer.MISSING);
        assertThat(Gate.of(rules(OPT_IN), given(Party.Kind.OFFICE), NOW)).isEqualTo(GateAnswer.GIVEN);
        assertThat(Gate.of(rules(OPT_IN), new Standing(1, EventType.WITHDRAWN, NOW, null, Set.of(), Set.of(), null), NOW)).isEqualTo(GateAnswer.REFUSED);
    }

    @Test
    void aNoToSharingEndsSharingNotThePlan() {
        Standing no = new Standing(1, EventType.REFUSED, NOW, null, Set.of(), Set.of(), ref(1));
        assertThat(Gate.sharing(rules(OPT_IN), Map.of(Purpose.PLAN_GIVING, no), NOW)).isEqualTo(GateAnswer.MISSING);
        assertThat(Gate.sharing(rules(OPT_IN), Map.of(Purpose.PLAN_GIVING, no, Purpose.PEACETIME_SHARING, no), NOW)).isEqualTo(GateAnswer.REFUSED);
        assertThat(Gate.of(rules(OPT_IN), given(Party.Kind.OFFICE), NOW)).isEqualTo(GateAnswer.GIVEN);
    }

    @Test
    void ordinanceOpensTheSharingGateAndARefusalClosesIt() {
        Standing no = new Standing(1, EventType.REFUSED, NOW, null, Set.of(), Set.of(), ref(1));
        assertThat(Gate.sharing(rules(OPT_OUT), Map.of(), NOW)).isEqualTo(GateAnswer.GIVEN);
        assertThat(Gate.sharing(rules(OPT_OUT), Map.of(Purpose.PLAN_GIVING, no, Purpose.PEACETIME_SHARING, no), NOW)).isEqualTo(GateAnswer.REFUSED);
    }

    static ConsentPolicy ordinance(boolean waives) {
        return new ConsentPolicy(null, new ConsentPolicy.Ordinance("提供に関する条例", "令和7年条例第12号",
                Set.of(Party.Kind.SUPPORTER, Party.Kind.NEIGHBOURHOOD, Party.Kind.FIRE_SERVICE), waives), null, null, null, null);
    }

    private static Rules rules(ConsentPolicy policy) {
        return new Rules(policy, List.of());
    }

    private static NoticeRef ref(int version) {
        return new NoticeRef("n", version, null);
    }

    private static Standing given(Party.Kind... recipients) {
        return new Standing(1, EventType.GIVEN, NOW.minusSeconds(60), null, Set.of(recipients), Set.of("resident", "supporters"), ref(1));
    }

    private static Answer ask(ConsentPolicy policy, Party.Kind kind, Set<String> fields, Purpose purpose, Standing standing) {
        return ask(policy, Party.of(kind), fields, purpose, new Facts(standing, Map.of(), null));
    }

    /** 支援措置: an own yes, an ordinance and a declared disaster open nothing; rescue bodies hear as before. */
    @Test
    void aProtectedPersonIsToldOfToRescueBodiesAloneWhateverWasAgreedOrDeclared() {
        Facts agreed = new Facts(given(Party.Kind.values()), Map.of(TANAKA, SupporterAnswer.AGREED), 7L, "AOBA");
        for (Party.Kind kind : Party.Kind.values()) {
            Party party = new Party(kind, kind == Party.Kind.SUPPORTER ? TANAKA : null, null);
            Answer answer = ask(OPT_IN, party, NAME, Purpose.ofGivingTo(kind), agreed);
            if (kind == Party.Kind.FIRE_SERVICE || kind == Party.Kind.POLICE) {
                assertThat(answer.allowed()).as(kind.name()).isTrue();
            } else if (kind != Party.Kind.OFFICE && kind != Party.Kind.MUNICIPALITY) {
                assertThat(answer.ground()).as(kind.name()).isEqualTo(Ground.WITHHELD);
            }
        }
        assertThat(ask(OPT_IN, Party.of(Party.Kind.OFFICE, "AOBA"), NAME, Purpose.PLAN_MAKING, agreed).allowed()).as("the office in charge").isTrue();
        assertThat(ask(OPT_IN, Party.of(Party.Kind.OFFICE, "WAKAKUSA"), NAME, Purpose.PLAN_MAKING, agreed).ground()).isEqualTo(Ground.WITHHELD);
        assertThat(ask(OPT_IN, Party.of(Party.Kind.MUNICIPALITY, "a-system"), NAME, Purpose.PLAN_MAKING, agreed).ground()).isEqualTo(Ground.WITHHELD);
        assertThat(ask(OPT_IN, Party.of(Party.Kind.OFFICE, ""), NAME, Purpose.PLAN_MAKING, new Facts(given(Party.Kind.OFFICE), Map.of(), null, "")).allowed())
                .as("no office makes the plan").isFalse();
    }

    private static Answer ask(ConsentPolicy policy, Party party, Set<String> fields, Purpose purpose, Facts facts) {
        return Decision.of(rules(policy), new Question(party, fields, purpose, NOW), facts);
    }
}
