package jp.michishirube.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the benches, all or those whose name begins with {@code -Dbench=…}; each in this JVM, one after the other. */
public final class Benches {

    interface Bench {
        void run() throws Exception;
    }

    private Benches() {}

    public static void main(String[] args) throws Exception {
        Map<String, Bench> all = new LinkedHashMap<>();
        all.put("consent.question", () -> jp.michishirube.consent.ConsentQuestionBench.main(new String[0]));
        all.put("lifecycle.rate", LifecycleBench::measure);
        String wanted = System.getProperty("bench", "");
        for (Map.Entry<String, Bench> bench : all.entrySet()) {
            if (bench.getKey().startsWith(wanted)) {
                bench.getValue().run();
            }
        }
        // The product's own threads would keep this JVM alive.
        System.exit(0);
    }
}
