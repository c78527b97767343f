package jp.michishirube.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the benches, all or those whose name begins with {@code -Dbench=…}; each in this JVM, one after the other. */
public final class Benches {

    interface Bench {
        void run() throws Exception;
    }

    private Benches() {}

    public static void main(String[] args) {
        Map<String, Bench> all = new LinkedHashMap<>();
        all.put("consent.question", () -> jp.michishirube.consent.rule.ConsentQuestionBench.main(new String[0]));
        all.put("revision", () -> jp.michishirube.review.RevisionBench.main(new String[0]));
        all.put("plan.pdf", () -> jp.michishirube.document.PlanPdfBench.main(new String[0]));
        all.put("route.time", () -> jp.michishirube.evacuation.road.RouteTimeBench.main(new String[0]));
        all.put("hazard.load", jp.michishirube.evacuation.hazard.HazardLoadBench::measure);
        all.put("address.find", jp.michishirube.evacuation.hazard.AddressFindBench::measure);
        all.put("sites.import", () -> jp.michishirube.evacuation.place.SitesImportBench.main(new String[0]));
        all.put("roster.intake", () -> jp.michishirube.roster.intake.RosterIntakeBench.main(new String[0]));
        all.put("inbox.page.scale", jp.michishirube.inbox.InboxPageBench::measure);
        all.put("inbox.page.vs-engine", jp.michishirube.inbox.InboxEngineBench::measure);
        all.put("inbox.fifty", jp.michishirube.inbox.FiftyAtOnce::measure);
        all.put("form", FormBench::measure);
        all.put("lifecycle.rate", LifecycleBench::measure);
        all.put("outbox.rate", jp.michishirube.sharing.channel.OutboxRateBench::measure);
        all.put("verify-log", jp.michishirube.evidence.VerifyLogBench::measure);
        all.put("take-over", jp.michishirube.launch.TakeOverBench::measure);
        String wanted = System.getProperty("bench", "");
        int exit = 0;
        for (Map.Entry<String, Bench> bench : all.entrySet()) {
            if (bench.getKey().startsWith(wanted)) {
                exit |= ran(bench.getKey(), bench.getValue()) ? 0 : 1;
            }
        }
        // The product's own threads would keep this JVM alive.
        System.exit(exit);
    }

    private static boolean ran(String name, Bench bench) {
        try {
            bench.run();
            return true;
        } catch (Exception e) {
            System.err.println(name + " failed");
            e.printStackTrace();
            return false;
        }
    }
}
