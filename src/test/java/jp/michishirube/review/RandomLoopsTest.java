package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Step;
import jp.michishirube.inbox.WorkItem;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.plan.Submission;
import jp.michishirube.plan.Submissions;
import jp.michishirube.problem.Problem;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What may never break, in random loops with two people acting at once: one party's list, one decision a version, versions that stay,
 * remarks that stay, locked fields, true waiting days. {@code -Dloops=3000} for a long run; a failure names its seed.
 */
@ProductTest
class RandomLoopsTest {

    private static final List<String> FIELDS = List.of("/resident/phone", "/resident/building", "/route/minutes", "/remarks/text", "/start/order");

    @Autowired Loop loop;
    @Autowired MakeRemark makeRemark;
    @Autowired ReturnPlan returnPlan;
    @Autowired ApprovePlan approvePlan;
    @Autowired ApprovedVersion approved;
    @Autowired AnswerRemark answer;
    @Autowired Remarks remarks;
    @Autowired Rounds rounds;
    @Autowired Submissions submissions;
    @Autowired WorkItems items;

    private String refusal;
    private final ExecutorService two = Executors.newFixedThreadPool(2);

    @Test
    void theRulesHold() throws Exception {
        int loops = Integer.getInteger("loops", 60);
        for (int i = 0; i < loops; i++) {
            long seed = 20261125L + i;
            try {
                oneLoop(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        two.shutdown();
    }

    private void oneLoop(Random random) throws Exception {
        CaseFile file = loop.atReview();
        Seen seen = new Seen(file);
        int rounds = random.nextInt(3);
        for (int version = 1; version <= rounds; version++) {
            int v = version;
            List<String> remarked = new ArrayList<>();
            for (int n = 1 + random.nextInt(2); n > 0; n--) {
                String field = FIELDS.get(random.nextInt(FIELDS.size()));
                remarked.add(field);
                loop.as("review1", () -> makeRemark.make(file, v, field, RemarkKind.WRONG, "確かめてください", null));
            }
            atOnce(() -> loop.as("review1", () -> returnPlan.returnPlan(file, Step.REVIEW_PLAN, v, null, false)),
                    () -> loop.as("review2", () -> returnPlan.returnPlan(file, Step.REVIEW_PLAN, v, "別の人", true)));
            seen.check("OFFICE");
            boolean all = this.rounds.of(file.id(), v).orElseThrow().opensAll();
            String other = FIELDS.stream().filter(f -> !remarked.contains(f)).findFirst().orElseThrow();
            boolean written = writes(file, other, other.endsWith("phone") ? "0242-55-555" + v : "7" + v);
            assertThat(written).as("%s locked unless all is open: %s", other, refusal).isEqualTo(all);
            for (Remark remark : remarks.of(file.id())) {
                if (remark.state() == RemarkState.OPEN && random.nextBoolean()) {
                    loop.as("aoba2", () -> answer.kept(file, remark.id(), "このままです"));
                } else if (remark.state() == RemarkState.OPEN) {
                    loop.as("aoba2", () -> answer.changed(file, remark.id(), null));
                }
            }
            atOnce(() -> loop.as("aoba1", () -> loop.resubmit(file)), () -> loop.as("aoba2", () -> loop.resubmit(file)));
            seen.check("CITY");
        }
        int last = rounds + 1;
        if (random.nextBoolean()) {
            atOnce(() -> loop.as("review1", () -> approvePlan.approve(file, last, null)),
                    () -> loop.as("review2", () -> approvePlan.approve(file, last, null)));
            assertThat(approved.of(file.id())).hasValue(last);
            assertThat(items.of(file.id()).stream().filter(w -> w.party().equals("CITY"))).isEmpty();
            assertThat(remarks.of(file.id())).allMatch(r -> r.state() == RemarkState.CLOSED);
            assertThat(writes(file, "/resident/phone", "0242-99-9999")).as("after the approval nothing changes").isFalse();
        }
        assertThat(this.rounds.of(file.id()).stream().map(Round::version)).doesNotHaveDuplicates();
    }

    private boolean writes(CaseFile file, String field, String value) {
        refusal = null;
        try {
            loop.as("aoba2", () -> loop.write(file, Map.of(field, JsonNodeFactory.instance.textNode(value))));
            return true;
        } catch (IllegalStateException | Problem refused) {
            refusal = refused.getMessage();
            return false;
        }
    }

    /** Both start together; exactly one is taken, the other is told why not. */
    private void atOnce(Runnable a, Runnable b) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Boolean>> both = new ArrayList<>();
        for (Runnable act : List.of(a, b)) {
            both.add(two.submit(() -> {
                start.await();
                try {
                    act.run();
                    return true;
                } catch (Problem refused) {
                    assertThat(refused.status().value()).isEqualTo(409);
                    return false;
                }
            }));
        }
        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
    }

    private final class Seen {

        private final CaseFile file;
        private final Map<Integer, String> versions = new HashMap<>();
        private final Map<String, java.time.Instant> waiting = new HashMap<>();
        private int remarkCount;

        Seen(CaseFile file) {
            this.file = file;
            check("CITY");
        }

        void check(String party) {
            assertThat(items.of(file.id())).as("exactly one party's list").singleElement().extracting(WorkItem::party).isEqualTo(party);
            WorkItem item = items.of(file.id()).get(0);
            assertThat(item.waitingSince()).as("waiting days never start again").isEqualTo(waiting.computeIfAbsent(party, p -> item.waitingSince()));
            for (Submission s : submissions.of(file.id())) {
                String text = s.answers().toString() + s.provenance() + s.by() + s.at();
                assertThat(versions.computeIfAbsent(s.version(), v -> text)).as("no version is altered").isEqualTo(text);
            }
            int now = remarks.of(file.id()).size();
            assertThat(now).as("no remark vanishes").isGreaterThanOrEqualTo(remarkCount);
            remarkCount = now;
        }
    }
}
