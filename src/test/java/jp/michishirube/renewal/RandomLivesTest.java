package jp.michishirube.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.problem.Problem;
import jp.michishirube.review.Loop;
import jp.michishirube.roster.entry.ActOnCase;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What may never break, over random lives of plans: years, supporters who end, new versions, a death, in any order and also where they do not
 * fit. {@code -Dloops=100} lives a hundred of them.
 */
@ProductTest
class RandomLivesTest {

    private static final int LIVES = 3;
    private static final int STEPS = 14;
    private static final Set<String> WITH_SOMEBODY = Set.of("READY", "SENT", "DELIVERED");

    @Autowired private SharedPlans plans;
    @Autowired private PlanInForce inForce;
    @Autowired private ProposeRenewal propose;
    @Autowired private DecideRenewal decide;
    @Autowired private PlanRenewals renewals;
    @Autowired private SupporterAgreements agreements;
    @Autowired private CaseProcess process;
    @Autowired private CaseFiles cases;
    @Autowired private ActOnCase roster;
    @Autowired private Loop loop;
    @Autowired private Drafts drafts;
    @Autowired private SaveDraft save;
    @Autowired private SubmitPlan submit;
    @Autowired private RuntimeService runtime;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    static List<Long> seeds() {
        int lives = Integer.getInteger("loops", LIVES);
        return new Random(20).longs(lives).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLifeKeepsItsPromises(long seed) {
        Random random = new Random(seed);
        CaseFile file = plans.inForce("更新七町");
        plans.says(file, "giving", true);
        plans.says(file, "sharing", true);
        plans.share(file);
        settle(file);
        List<String> lived = new ArrayList<>();
        int year = 0;
        for (int i = 0; i < STEPS; i++) {
            int act = i == STEPS - 1 ? 9 : random.nextInt(9);
            switch (act) {
                case 0, 1 -> {
                    lived.add("year");
                    Reason reason = Reason.year(LocalDate.of(2027 + year, 4, 1), LocalDate.of(2028 + year, 4, 1));
                    year += random.nextInt(2);
                    boolean known = renewals.knows(file.id(), reason);
                    ProposeRenewal.Done done = propose.propose(file.id(), reason);
                    assertThat(done == ProposeRenewal.Done.NOTHING).as("asked twice for one reason: " + lived).isEqualTo(known);
                }
                case 2 -> {
                    lived.add("supporter ends");
                    named(file).stream().findFirst().ifPresent(key -> loop.as("aoba1", () ->
                            agreements.record(file.id(), key, SupporterAnswer.REFUSED, LocalDate.now(), SupporterAgreements.How.TELEPHONE, null)));
                }
                case 3, 4 -> attempt(lived, "unchanged", () -> loop.as("aoba1", () -> decide.unchanged(file,
                        new Asking(Asking.Who.SELF, "", Asking.How.VISIT, LocalDate.now()))));
                case 5 -> attempt(lived, "small", () -> loop.as("aoba1", () -> decide.change(file, PlanRenewal.Decision.SMALL, List.of("/supporters"))));
                case 6 -> attempt(lived, "full", () -> loop.as("aoba1", () -> decide.change(file, PlanRenewal.Decision.FULL, List.of())));
                case 7 -> {
                    settle(file);
                    attempt(lived, "handed in", () -> loop.as("aoba2", () -> handIn(file, random)));
                }
                case 8 -> {
                    lived.add("signed");
                    signed(file);
                }
                default -> {
                    lived.add("died");
                    transaction.executeWithoutResult(tx -> roster.leftRoster(file.id(), "死亡"));
                }
            }
            promises(file, seed + " " + lived);
        }
        settle(file);
        assertThat(process.openSteps(file.id())).as(lived.toString()).isEmpty();
        assertThat(renewals.open(file.id())).isEmpty();
        assertThat(deliveries(file)).as("who died is with nobody: " + lived).noneMatch(d -> WITH_SOMEBODY.contains(d.state()) || d.state().equals("WAITING"));
        assertThat(propose.propose(file.id(), Reason.askedFor(LocalDate.of(2040, 1, 1)))).as("who died is asked nothing").isEqualTo(ProposeRenewal.Done.NOTHING);
        assertThat(jdbc.sql("select count(*) from sharing.supporter_contact where resident_id = ?").param(file.resident().id()).query(Integer.class).single()).isZero();
    }

    private void promises(CaseFile file, String life) {
        Integer current = inForce.standing(file.id()).map(PlanInForce.Standing::version).orElseThrow();
        assertThat(jdbc.sql("select count(*) from casefile.casefile where resident_id = ? and state in ('IN_FORCE', 'IN_FORCE_UNSHARED')")
                .param(file.resident().id()).query(Integer.class).single()).as("one plan of a person at most: " + life).isLessThanOrEqualTo(1);
        assertThat(renewals.of(file.id()).stream().filter(PlanRenewal::isOpen)).as(life).hasSizeLessThanOrEqualTo(1);
        renewals.of(file.id()).stream().filter(r -> r.outcome() == PlanRenewal.Outcome.UNCHANGED)
                .forEach(r -> assertThat(renewals.asking(r)).as("somebody was asked: " + life).isPresent());
        renewals.of(file.id()).stream().filter(r -> r.outcome() == PlanRenewal.Outcome.REPLACED)
                .forEach(r -> assertThat(r.newVersion()).as(life).isGreaterThan(r.formerVersion()).isLessThanOrEqualTo(current));
        List<Held> all = deliveries(file);
        all.stream().filter(d -> WITH_SOMEBODY.contains(d.state()) && d.version() != current).forEach(old ->
                assertThat(all).as(old + " is held, and nothing replaces it: " + life).anyMatch(d -> d.version() == current && d.to().equals(old.to())
                        && (d.state().equals("WAITING") || WITH_SOMEBODY.contains(d.state()))));
    }

    /** What does not fit is refused whole. */
    private static void attempt(List<String> lived, String what, Runnable act) {
        try {
            act.run();
            lived.add(what);
        } catch (Problem refused) {
            lived.add(what + " refused (" + refused.kind() + ")");
        }
    }

    private void handIn(CaseFile file, Random random) {
        if (!process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT)) {
            throw Problem.conflict("stale-step");
        }
        Map<String, JsonNode> changes = new LinkedHashMap<>();
        drafts.find(file.id()).orElseThrow().answers().path("supporters").forEach(s -> changes.put("/supporters/" + s.path("_key").asText(), NullNode.instance));
        changes.put("/supporters/n" + random.nextInt(1000), loop.json("{\"party\":\"person\",\"name\":\"助 %d\",\"phone\":\"0242-55-%04d\",\"agreement\":\"agreed\"}"
                .formatted(random.nextInt(1000), random.nextInt(10000))));
        changes.put("/making/madeOn", TextNode.valueOf(LocalDate.now().toString()));
        changes.put("/making/madeBy", TextNode.valueOf("鈴木"));
        assertThat(save.save(file.id(), drafts.find(file.id()).orElseThrow().version(), changes).complete()).isTrue();
        submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
    }

    /** Check, seal and signature are other tests' business. */
    private void signed(CaseFile file) {
        if (process.openSteps(file.id()).contains(Step.REVIEW_PLAN)) {
            String running = runtime.createProcessInstanceQuery().processDefinitionKey("plan-renewal").processInstanceBusinessKey("case-" + file.id().value())
                    .singleResult().getId();
            runtime.createProcessInstanceModification(running).cancelAllForActivity("ReviewPlan").startBeforeActivity("CheckSharingConsent").execute();
        }
    }

    private Set<String> named(CaseFile file) {
        Set<String> keys = new java.util.LinkedHashSet<>();
        inForce.of(file.id()).orElseThrow().answers().path("supporters").forEach(s -> keys.add(SupporterKey.of(s.path("name").asText(), s.path("phone").asText())));
        keys.retainAll(agreements.of(file.id()).keySet());
        return keys;
    }

    /** Until what runs in the background has nothing more to do for the case. */
    private void settle(CaseFile file) {
        Eventually.until(() -> jdbc.sql("""
                select count(*) from act_ru_job j left join act_ru_jobdef d on d.id_ = j.job_def_id_
                where j.process_instance_id_ in (select v.proc_inst_id_ from act_ru_variable v where v.name_ = 'caseId' and v.long_ = :case)
                  and coalesce(d.act_id_, '') not in ('MorningCame', 'RemindOfDueTimes', 'RestOver')
                """).param("case", file.id().value()).query(Integer.class).single() == 0);
    }

    /** @param to receiver and way */
    private record Held(String to, int version, String state) {}

    private List<Held> deliveries(CaseFile file) {
        return jdbc.sql("select party_kind || ' ' || party_key || ' ' || channel as receiver, version, state from sharing.delivery where case_id = ?")
                .param(file.id().value()).query((rs, n) -> new Held(rs.getString("receiver"), rs.getInt("version"), rs.getString("state"))).list();
    }
}
