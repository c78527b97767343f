package jp.michishirube.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.Product;
import jp.michishirube.bench.EvidenceCost;
import jp.michishirube.bench.Figures;
import jp.michishirube.bench.SignedIn;
import jp.michishirube.casefile.CaseSteps.Party;
import jp.michishirube.testing.Surroundings;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code inbox.page.scale}: the page of every tab with every filter and order over HTTP, for a care manager and for a reviewer of the
 * whole city, with 1,000,000 cases and 100,000 open steps; baseline the same with 1,000 cases, all open, page by page in turns.
 * {@code inbox.page.evidence}: the same pages with the chain and the lines of reading, against without, in turns.
 * {@code inbox.counts}: the statement that counts all tabs; baseline the mean statement of a page.
 */
public final class InboxPageBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    /** Pages of one turn with or without evidence. */
    private static final int TURN = 40;
    private static final List<Viewer> VIEWERS = List.of(new Viewer("aoba1", Party.OFFICE, "AOBA", Viewer.Protects.ALL), new Viewer("review1", Party.CITY, null, Viewer.Protects.OWN_WORK));
    private static final List<String> FILTERS = List.of("", "step=INTERVIEW_RESIDENT", "step=REVIEW_PLAN", "area=第7町", "assignee=aoba2",
            "assignee=review3", "priority=1", "waitingDays=30", "q=高山", "q=タカヤマ", "q=ヤマムラ ア", "q=2026-0000123", "q=0456", "q=12", "q=田", "q=龍",
            "q=いない人", "area=第7町&priority=2", "area=第8町&step=SIGN_PLAN&priority=3&waitingDays=20", "office=AOBA&priority=4", "dueTo=" + day(2),
            "dueFrom=" + day(30), "dueFrom=" + day(5) + "&dueTo=" + day(5), "dueFrom=" + day(10) + "&dueTo=" + day(12) + "&step=REVIEW_PLAN");

    private InboxPageBench() {}

    private static LocalDate day(int fromToday) {
        return LocalDate.now().plusDays(fromToday);
    }

    /** @param next the page after the first; where that begins is each installation's own */
    private record Call(Viewer viewer, InboxFilter filter, boolean next) {}

    /** One installation with its data and its signed-in people. */
    private record City(ConfigurableApplicationContext product, Map<Viewer, SignedIn> people, Map<Call, String> addresses) {

        static City with(int cases, int open, int offices) {
            List<String> settings = new ArrayList<>(Surroundings.outside().settings());
            settings.addAll(List.of("--spring.profiles.active=demo", "--server.port=0", "--spring.datasource.url=" + Surroundings.newDatabase(),
                    "--spring.datasource.username=postgres", "--spring.datasource.password=postgres", "--michishirube.data-dir=target/bench-data",
                    "--camunda.bpm.job-execution.enabled=false"));
            ConfigurableApplicationContext product = new SpringApplicationBuilder(Product.class).run(settings.toArray(String[]::new));
            long begin = System.nanoTime();
            ManyCases.write(product.getBean(JdbcTemplate.class), cases, open, offices);
            System.out.printf("%,d cases written in %.0f s%n", cases, (System.nanoTime() - begin) / 1e9);
            int port = ((ServletWebServerApplicationContext) product).getWebServer().getPort();
            Map<Viewer, SignedIn> people = new HashMap<>();
            VIEWERS.forEach(v -> people.put(v, new SignedIn(port, v.id())));
            return new City(product, people, new HashMap<>());
        }

        void page(Call call) {
            people.get(call.viewer()).get(addresses.computeIfAbsent(call, this::address));
        }

        private String address(Call call) {
            List<InboxList.Listed> first = call.next() ? list().page(call.viewer(), call.filter()) : List.of();
            String query = call.filter().query();
            return "/inbox?" + (first.isEmpty() ? query : query + "&after=" + URLEncoder.encode(
                    call.filter().order().cursorAfter(first.get(Math.min(first.size(), InboxList.PAGE) - 1).item()), StandardCharsets.UTF_8));
        }

        InboxList list() {
            return product.getBean(InboxList.class);
        }
    }

    public static void measure() {
        City few = City.with(1_000, 1_000, 4);
        City many = City.with(Integer.getInteger("bench.cases", 1_000_000), Integer.getInteger("bench.open", 100_000), 40);
        try {
            List<Call> calls = calls(many.list());
            double[][] fast = new double[calls.size()][ROUNDS];
            double[][] slow = new double[calls.size()][ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                for (int c = 0; c < calls.size(); c++) {
                    Call call = calls.get(c);
                    double one = millis(() -> few.page(call));
                    double other = millis(() -> many.page(call));
                    if (round >= 0) {
                        fast[c][round] = one;
                        slow[c][round] = other;
                    }
                }
            }
            worst(calls, fast, slow);
            double base = p95(fast);
            double value = p95(slow);
            Figures.write("inbox.page.scale", value, "ms", base, value / base, "p95 of " + calls.size() + " pages over HTTP; baseline 1,000 cases");
            counts(many.list(), calls);
            evidence(many, calls);
        } finally {
            few.product().close();
            many.product().close();
        }
    }

    /**
     * In turns of a few pages, so that what the machine does besides in the course of minutes weighs on both alike; the ratio is the median of
     * the turns', each against the same pages a second later or earlier.
     */
    private static void evidence(City city, List<Call> calls) {
        EvidenceCost evidence = new EvidenceCost(city.product().getBean(JdbcTemplate.class));
        List<Double> ratios = new ArrayList<>();
        double all = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int from = 0; from + TURN <= calls.size(); from += TURN) {
                List<Call> turn = calls.subList(from, from + TURN);
                double[] took = new double[2];
                for (boolean on : ratios.size() % 2 == 0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
                    evidence.set(on);
                    evidence.carryOn();
                    // Turning it on or off makes the database plan anew; operation does not.
                    turn.subList(0, 10).forEach(city::page);
                    took[on ? 1 : 0] = millis(() -> {
                        turn.forEach(city::page);
                        evidence.carryOn();
                    });
                }
                ratios.add(took[0] / took[1]);
                all += took[0];
            }
        }
        evidence.set(true);
        double ratio = Figures.median(ratios.stream().mapToDouble(r -> r).toArray());
        double baseline = ratios.size() * TURN / all * 1000;
        Figures.write("inbox.page.evidence", ratio * baseline, "pages/s", baseline, ratio, "with chain and lines of reading; baseline without; median of "
                + ratios.size() + " turns");
    }

    private static void counts(InboxList list, List<Call> calls) {
        double[] took = new double[2];
        for (Call call : calls) {
            took[0] += millis(() -> list.counts(call.viewer()));
            took[1] += millis(() -> list.page(call.viewer(), call.filter()));
        }
        double value = took[0] / calls.size();
        double page = took[1] / calls.size();
        Figures.write("inbox.counts", value, "ms", page, value / page, "mean of the counts of all tabs; baseline the mean statement of a page");
    }

    private static List<Call> calls(InboxList list) {
        List<Call> calls = new ArrayList<>();
        for (Viewer viewer : VIEWERS) {
            for (InboxTab tab : InboxTab.values()) {
                for (String filter : FILTERS) {
                    boolean all = filter.isEmpty() || filter.startsWith("q=");
                    for (InboxOrder order : all ? List.of(InboxOrder.values()) : List.of(InboxOrder.DUE, InboxOrder.NAME)) {
                        InboxFilter wanted = InboxFilter.of(params(tab, order, filter));
                        calls.add(new Call(viewer, wanted, false));
                        if (list.page(viewer, wanted).size() > InboxList.PAGE) {
                            calls.add(new Call(viewer, wanted, true));
                        }
                    }
                }
            }
        }
        return calls;
    }

    private static Map<String, String> params(InboxTab tab, InboxOrder order, String filter) {
        Map<String, String> params = new HashMap<>(Map.of("tab", tab.path(), "order", order.path()));
        for (String pair : filter.isEmpty() ? new String[0] : filter.split("&")) {
            params.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return params;
    }

    /** The slowest pages, for whoever wants to mend them. */
    private static void worst(List<Call> calls, double[][] fast, double[][] slow) {
        java.util.stream.IntStream.range(0, calls.size()).boxed()
                .sorted((a, b) -> Double.compare(Figures.median(slow[b]), Figures.median(slow[a]))).limit(8)
                .forEach(c -> System.out.printf("%7.2f ms (%5.2f) %s %s%n", Figures.median(slow[c]), Figures.median(fast[c]),
                        calls.get(c).viewer().party(), calls.get(c).filter().query()));
    }

    private static double p95(double[][] took) {
        double[] all = Arrays.stream(took).flatMapToDouble(Arrays::stream).sorted().toArray();
        return all[(int) (all.length * 0.95)];
    }

    private static double millis(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        return (System.nanoTime() - begin) / 1e6;
    }
}
