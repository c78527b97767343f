package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.problem.Problem;
import jp.michishirube.review.LoopActs.Act;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What may never break ({@link LoopRules}), over random loops: two people act on a case at once, again and again, each by a whim. A loop
 * is one decision of the city with all that office and city did before it. {@code -Dloops=2000} for thousands of them, in some minutes; a
 * failure names the seed of its case.
 */
@ProductTest
class RandomLoopsTest {

    private static final int LOOPS_A_CASE = 12;
    private static final int CASES_AT_ONCE = 2;
    private static final List<Act> CITY = List.of(Act.REMARK, Act.REMARK, Act.REMARK, Act.WITHDRAW, Act.RETURN, Act.RETURN, Act.RETURN,
            Act.RETURN_ALL, Act.APPROVE, Act.APPROVE_OLD, Act.REPLY, Act.CLOSE, Act.TAKE, Act.GIVE_BACK);
    private static final List<Act> OFFICE = List.of(Act.WRITE, Act.WRITE, Act.KEEP, Act.KEEP, Act.CHANGE, Act.CHANGE, Act.ACCEPT, Act.REPLY,
            Act.CLOSE, Act.SUBMIT, Act.SUBMIT, Act.SUBMIT, Act.TAKE, Act.GIVE_BACK);

    @Autowired Loop loop;
    @Autowired LoopActs acts;
    @Autowired LoopRules rules;
    @Autowired WorkItems items;
    @Autowired People people;
    @Autowired CaseProcess process;
    @Autowired org.springframework.transaction.support.TransactionTemplate transaction;

    private final int loops = Integer.getInteger("loops", 500);
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger cases = new AtomicInteger();
    private final Map<Act, AtomicInteger> taken = new EnumMap<>(Act.class);
    private final Map<Act, AtomicInteger> refused = new EnumMap<>(Act.class);

    @Test
    void theRulesHold() throws Exception {
        // Their news is for them alone, and by no mail: the mails of other tests would queue up behind thousands.
        people.remember(new Person("aoba92", "aoba92", Set.of(Role.CARE_MANAGER), "AOBA", false), null);
        for (Act act : Act.values()) {
            taken.put(act, new AtomicInteger());
            refused.put(act, new AtomicInteger());
        }
        ExecutorService workers = Executors.newFixedThreadPool(CASES_AT_ONCE);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CASES_AT_ONCE; i++) {
            all.add(workers.submit(() -> {
                work();
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        workers.shutdown();
        System.out.println("loops " + done + ", cases " + cases + ", taken " + taken + ", refused " + refused);
        assertThat(taken).as("each act was done").allSatisfy((act, n) -> assertThat(n.get() > 0).as("%s", act).isEqualTo(act != Act.APPROVE_OLD));
        assertThat(refused).as("each act was refused").allSatisfy((act, n) -> assertThat(n).as("%s", act).hasPositiveValue());
    }

    private void work() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            while (done.get() < loops) {
                long seed = 20261125L + cases.getAndIncrement();
                try {
                    oneCase(new Random(seed), two);
                } catch (AssertionError | RuntimeException e) {
                    done.set(loops);
                    throw new AssertionError("seed " + seed, e);
                }
            }
        } finally {
            two.shutdownNow();
        }
    }

    private void oneCase(Random random, ExecutorService two) throws Exception {
        CaseFile file = loop.atReview("aoba92");
        transaction.executeWithoutResult(tx -> process.assign(items.find(file.id(), Step.REVIEW_PLAN).orElseThrow().taskId(), "review91"));
        LoopRules.Watch watch = rules.new Watch(file);
        Step step = Step.REVIEW_PLAN;
        while (watch.returns + watch.approvals < LOOPS_A_CASE) {
            boolean cityFirst = step == Step.REVIEW_PLAN;
            boolean citySecond = cityFirst == random.nextInt(4) > 0;
            CyclicBarrier start = new CyclicBarrier(2);
            Try one = new Try(whim(cityFirst, step, random), cityFirst ? "review91" : "aoba91", random.nextLong(), start, file);
            Try other = new Try(whim(citySecond, step, random), citySecond ? "review92" : "aoba92", random.nextLong(), start, file);
            for (Future<Act> did : two.invokeAll(List.of(one, other))) {
                count(did.get(), watch);
            }
            step = watch.look();
        }
        acts.forget(file);
        assertThat(items.of(file.id())).isEmpty();
    }

    private static Act whim(boolean city, Step step, Random random) {
        List<Act> all = city ? CITY : step == Step.SIGN_PLAN && random.nextBoolean() ? List.of(Act.OBJECT) : OFFICE;
        return all.get(random.nextInt(all.size()));
    }

    private void count(Act did, LoopRules.Watch watch) {
        if (did == Act.RETURN || did == Act.RETURN_ALL) {
            watch.returns++;
            done.incrementAndGet();
        } else if (did == Act.APPROVE || did == Act.APPROVE_OLD) {
            watch.approvals++;
            done.incrementAndGet();
        } else if (did == Act.SUBMIT) {
            watch.submitted++;
        }
    }

    /** One person's attempt, begun together with the other's. */
    private final class Try implements Callable<Act> {

        private final Act act;
        private final String who;
        private final long seed;
        private final CyclicBarrier start;
        private final CaseFile file;

        Try(Act act, String who, long seed, CyclicBarrier start, CaseFile file) {
            this.act = act;
            this.who = who;
            this.seed = seed;
            this.start = start;
            this.file = file;
        }

        /** @return the act when it was taken, null when it was refused with a reason; anything else fails the test */
        @Override
        public Act call() throws Exception {
            start.await(30, TimeUnit.SECONDS);
            try {
                loop.as(who, () -> acts.act(act, file, new Random(seed)));
                taken.get(act).incrementAndGet();
                return act;
            } catch (Problem problem) {
                refused.get(act).incrementAndGet();
                return null;
            }
        }
    }
}
