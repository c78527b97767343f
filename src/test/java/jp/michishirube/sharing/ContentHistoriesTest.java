package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.problem.Problem;
import jp.michishirube.review.ReturnPlan;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.ContentScan;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The histories of consent, carried on to the contents: facts that come, plans handed in and returned, withdrawals of both kinds and a
 * yes anew, in any order. After each withdrawal no value that another holder told is left anywhere. The seed is fixed and printed.
 */
@ProductTest
class ContentHistoriesTest {

    private static final long SEED = 20261130;
    private static final int HISTORIES = 6;
    private static final int STEPS = 14;

    enum Act { FACTS, HAND_IN, RETURN, WITHDRAW, END, AGREE }

    @Autowired private MockMvc mvc;
    @Autowired private Planted planted;
    @Autowired private SharedPlans plans;
    @Autowired private OfferFacts facts;
    @Autowired private ReturnPlan giveBack;
    @Autowired private Loop loop;
    @Autowired private CaseProcess process;
    @Autowired private JdbcClient jdbc;

    private final Map<Act, Integer> done = new EnumMap<>(Act.class);
    private int words;

    @Test
    void afterEachWithdrawalNoLinkedValueIsLeftAnywhere() throws Exception {
        for (int history = 0; history < HISTORIES; history++) {
            walk(new Random(SEED + history), "seed " + (SEED + history));
        }
        assertThat(done).as("a history without one proves nothing about it").containsKeys(Act.FACTS, Act.HAND_IN, Act.WITHDRAW, Act.END, Act.AGREE);
    }

    private void walk(Random chance, String seed) throws Exception {
        Planted.Case start = planted.atInterview();
        CaseFile file = start.file();
        List<String> told = new ArrayList<>(start.words());
        for (int step = 0; step < STEPS; step++) {
            Act act = Act.values()[chance.nextInt(Act.values().length)];
            file = planted.latest(file);
            try {
                act(act, file, told);
            } catch (Problem notNow) {
                continue;
            }
            done.merge(act, 1, Integer::sum);
            if (act == Act.WITHDRAW || act == Act.END) {
                assertThat(new ContentScan(jdbc).find(told, Set.of())).as("%s, step %d: %s", seed, step, act).isEmpty();
                told.clear();
            }
        }
    }

    private void act(Act act, CaseFile file, List<String> told) throws Exception {
        Set<Step> open = process.openSteps(file.id());
        switch (act) {
            case FACTS -> {
                only(!file.state().isEnded() && planted.allows(file));
                String word = "植替薬" + "%05d".formatted(++words);
                told.add(word);
                facts.offer(file.id(), Holder.CARE_CIRCLE, null, 7L, planted.json("{\"carecircle.medication\": [{\"name\": \"" + word + "\"}]}"));
            }
            case HAND_IN -> {
                Step step = open.contains(Step.REVISE_PLAN) ? Step.REVISE_PLAN : Step.INTERVIEW_RESIDENT;
                only(open.contains(step));
                planted.handIn(file, step);
            }
            case RETURN -> {
                only(open.contains(Step.REVIEW_PLAN));
                loop.as("review1", () -> giveBack.returnPlan(file, Step.REVIEW_PLAN, planted.version(file), told.isEmpty() ? "もう一度" : told.get(told.size() - 1) + "を確かめて", true));
            }
            case WITHDRAW, END -> {
                only(planted.allows(file));
                planted.withdraw(mvc, file, act == Act.END ? "END" : "CONTINUE");
            }
            case AGREE -> {
                only(file.state().isEnded());
                planted.agree(file);
                CaseFile fresh = planted.latest(file);
                Planted.until(() -> process.openSteps(fresh.id()).contains(Step.INTERVIEW_RESIDENT));
            }
        }
    }

    private static void only(boolean possible) {
        if (!possible) {
            throw Problem.conflict("not-now");
        }
    }
}
