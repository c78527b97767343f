package jp.michishirube.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.Product;
import jp.michishirube.bench.Figures;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.CaseSteps.Party;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.problem.Problem;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.Surroundings;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code inbox.fifty}: 50 care managers of one office at once, for {@code -Dbench.seconds=300}: each looks at the unclaimed list, takes one
 * of it, saves the plan and hands it in. Value plans a second; baseline one care manager alone. Fails on any error and on any step lost or
 * doubled; losing the race for a step is no error, it is told and the next one is taken.
 */
public final class FiftyAtOnce {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 300);
    private static final int WAITING = 300;
    private static final InboxFilter UNCLAIMED = InboxFilter.of(new HashMap<>(Map.of("tab", "unclaimed")));

    private final InboxList list;
    private final TakeStep take;
    private final CaseFiles cases;
    private final SubmitPlan submit;
    private final Loop loop;
    private final JdbcClient jdbc;
    private final Map<Long, String> handedIn = new ConcurrentHashMap<>();
    private final Queue<Throwable> errors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger beaten = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();

    private FiftyAtOnce(ConfigurableApplicationContext product) {
        list = product.getBean(InboxList.class);
        take = product.getBean(TakeStep.class);
        cases = product.getBean(CaseFiles.class);
        submit = product.getBean(SubmitPlan.class);
        loop = product.getBean(Loop.class);
        jdbc = product.getBean(JdbcClient.class);
    }

    public static void measure() throws InterruptedException {
        List<String> settings = new ArrayList<>(Surroundings.outside().settings());
        settings.addAll(List.of("--spring.profiles.active=demo", "--server.port=0", "--spring.datasource.url=" + Surroundings.newDatabase(),
                "--spring.datasource.username=postgres", "--spring.datasource.password=postgres", "--michishirube.data-dir=target/bench-data"));
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Product.class).run(settings.toArray(String[]::new))) {
            FiftyAtOnce bench = new FiftyAtOnce(product);
            bench.work(1, 15);
            double alone = bench.work(1, 30);
            double together = bench.work(50, SECONDS);
            bench.check();
            Figures.write("inbox.fifty", together, "plans/s", alone, together / alone, "50 care managers for " + SECONDS + " s: " + bench.handedIn.size()
                    + " plans handed in, " + bench.beaten + " races for a step lost and told, 0 errors; baseline one alone");
        }
    }

    /** @return plans handed in a second */
    private double work(int people, int seconds) throws InterruptedException {
        int before = handedIn.size();
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i <= people; i++) {
            String person = "aoba" + (i + 1);
            Thread thread = new Thread(() -> manager(person, end), person);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (handedIn.size() - before) / ((System.nanoTime() - begin) / 1e9);
    }

    private void manager(String person, long end) {
        while (System.nanoTime() < end && errors.isEmpty()) {
            try {
                loop.as(person, () -> onePlan(person));
            } catch (RuntimeException e) {
                errors.add(e);
            }
        }
    }

    private void onePlan(String person) {
        Viewer viewer = new Viewer(person, Party.OFFICE, "AOBA", Viewer.Protects.ALL);
        list.counts(viewer);
        List<WorkItem> page = list.page(viewer, UNCLAIMED).stream().map(InboxList.Listed::item).filter(i -> i.step() == Step.INTERVIEW_RESIDENT).toList();
        if (page.size() < InboxList.PAGE && opened.get() - handedIn.size() < WAITING) {
            opened.incrementAndGet();
            loop.atInterview();
            return;
        }
        WorkItem item = page.get(ThreadLocalRandom.current().nextInt(page.size()));
        try {
            take.take(item.taskId());
        } catch (Problem taken) {
            if (!List.of("already-taken", "stale-step").contains(taken.kind())) {
                throw taken;
            }
            beaten.incrementAndGet();
            return;
        }
        loop.write(cases.get(item.caseId()), loop.complete());
        submit.submit(item.caseId(), Step.INTERVIEW_RESIDENT, null, "");
        String other = handedIn.put(item.caseId().value(), person);
        if (other != null) {
            throw new IllegalStateException("handed in twice: case " + item.caseId().value());
        }
    }

    /** Each case has exactly one open step, at the engine and in the inbox, and as many plans as were handed in. */
    private void check() {
        if (!errors.isEmpty()) {
            throw new IllegalStateException(errors.size() + " errors", errors.peek());
        }
        same("open steps", "select count(*) from inbox.work_item", opened.get());
        same("cases with an open step", "select count(distinct case_id) from inbox.work_item", opened.get());
        same("tasks of the engine", "select count(*) from act_ru_task t join inbox.work_item w on w.task_id = t.id_", opened.get());
        same("steps at review", "select count(*) from inbox.work_item where step = 'REVIEW_PLAN'", handedIn.size());
        same("plans", "select count(*) from plan.submission", handedIn.size());
    }

    private void same(String what, String sql, int expected) {
        int found = jdbc.sql(sql).query(Integer.class).single();
        if (found != expected) {
            throw new IllegalStateException(what + ": " + found + " instead of " + expected);
        }
    }
}
