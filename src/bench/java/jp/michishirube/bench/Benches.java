package jp.michishirube.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.consent.rule.ConsentQuestionBench;
import jp.michishirube.document.PlanPdfBench;
import jp.michishirube.evacuation.hazard.AddressFindBench;
import jp.michishirube.evacuation.hazard.HazardLoadBench;
import jp.michishirube.evacuation.place.SitesImportBench;
import jp.michishirube.evacuation.road.ProposeBench;
import jp.michishirube.evacuation.road.RouteTimeBench;
import jp.michishirube.evidence.VerifyLogBench;
import jp.michishirube.inbox.FiftyAtOnce;
import jp.michishirube.inbox.InboxEngineBench;
import jp.michishirube.inbox.InboxPageBench;
import jp.michishirube.launch.TakeOverBench;
import jp.michishirube.review.RevisionBench;
import jp.michishirube.roster.intake.RosterIntakeBench;
import jp.michishirube.safety.warning.SignalStartBench;
import jp.michishirube.sharing.channel.OutboxRateBench;

/**
 * Runs the benches, all or those whose name begins with {@code -Dbench=…}, each in a JVM of its own, so that none is warmed, filled or ended by
 * another. At the end a table of every figure against its bound, also in {@code target/bench/summary.md}; the exit status is 1 when a bench
 * failed, a figure is missing, or one does not hold.
 */
public final class Benches {

    private static final String ONE = "bench.one";
    private static final String[] NONE = {};

    private static final List<Bench> ALL = List.of(
            new Bench("consent.question", () -> ConsentQuestionBench.main(NONE), Bound.atMost("consent.question", 2)),
            new Bench("revision", () -> RevisionBench.main(NONE), Bound.atMost("revision.step", 2), Bound.shown("revision.diff")),
            new Bench("plan.pdf", () -> PlanPdfBench.main(NONE), Bound.atLeast("plan.pdf.rate", 0.8), Bound.atMost("plan.pdf.heap", 1.2)),
            new Bench("route.time", () -> RouteTimeBench.main(NONE), Bound.atMost("route.time", 1.5)),
            new Bench("hazard.load", HazardLoadBench::measure, Bound.atMost("hazard.load", 2), Bound.atMost("hazard.load.heap", 1.5)),
            new Bench("address.find", AddressFindBench::measure, Bound.atMost("address.find", 3)),
            new Bench("sites.import", () -> SitesImportBench.main(NONE), Bound.atMost("sites.import", 2)),
            new Bench("roster.intake", RosterIntakeBench::measure, Bound.atLeast("roster.intake.rate", 1.2), Bound.shown("roster.intake.heap")),
            new Bench("inbox.page.scale", InboxPageBench::measure, Bound.atMost("inbox.page.scale", 1.2), Bound.atLeast("inbox.page.evidence", 0.95),
                    Bound.shown("inbox.counts")),
            new Bench("inbox.page.vs-engine", InboxEngineBench::measure, Bound.shown("inbox.page.vs-engine")),
            new Bench("inbox.fifty", FiftyAtOnce::measure, Bound.shown("inbox.fifty")),
            new Bench("form", FormBench::measure, Bound.atMost("form.render", 2.5), Bound.shown("form.autosave")),
            new Bench("lifecycle", LifecycleBench::measure, Bound.atLeast("lifecycle.rate", 0.7), Bound.atLeast("lifecycle.evidence", 0.95)),
            new Bench("supporters.propose", ProposeBench::measure, Bound.atMost("supporters.propose", 3)),
            new Bench("outbox.rate", OutboxRateBench::measure, Bound.atLeast("outbox.rate", 0.5)),
            new Bench("signal.start", SignalStartBench::measure, Bound.atMost("signal.start", 3)),
            new Bench("verify-log", VerifyLogBench::measure, Bound.atMost("verify-log", 2)),
            new Bench("take-over", TakeOverBench::measure, Bound.atLeast("take-over", 0.5)));

    interface Measured {
        void run() throws Exception;
    }

    record Bench(String name, Measured work, List<Bound> figures) {

        Bench(String name, Measured work, Bound... figures) {
            this(name, work, List.of(figures));
        }
    }

    private Benches() {}

    public static void main(String[] args) throws Exception {
        String one = System.getProperty(ONE);
        if (one != null) {
            // The product's own threads would keep this JVM alive.
            System.exit(ran(ALL.stream().filter(b -> b.name().equals(one)).findFirst().orElseThrow()));
        }
        String wanted = System.getProperty("bench", "");
        List<Bench> chosen = ALL.stream().filter(b -> b.name().startsWith(wanted)).toList();
        if (chosen.isEmpty()) {
            System.err.println("no bench begins with " + wanted + ": " + ALL.stream().map(Bench::name).toList());
            System.exit(2);
        }
        Set<String> failed = new TreeSet<>();
        for (Bench bench : chosen) {
            for (Bound figure : bench.figures()) {
                Files.deleteIfExists(Figures.file(figure.name()));
            }
            if (inOwnJvm(bench.name()) != 0) {
                failed.add(bench.name());
            }
        }
        Summary summary = Summary.of(chosen.stream().flatMap(b -> b.figures().stream()).toList());
        System.out.print(summary.table());
        failed.forEach(name -> System.out.println("failed: " + name));
        System.exit(failed.isEmpty() && summary.holds() ? 0 : 1);
    }

    private static int ran(Bench bench) {
        try {
            bench.work().run();
            return 0;
        } catch (Exception e) {
            System.err.println(bench.name() + " failed");
            e.printStackTrace();
            return 1;
        }
    }

    private static int inOwnJvm(String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-D" + ONE + "=" + name, "-classpath", System.getProperty("java.class.path"), Benches.class.getName()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        int status = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        return status;
    }
}
