package jp.michishirube.bench;

import java.util.ArrayList;
import java.util.List;
import jp.michishirube.Product;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.Surroundings;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code form.render} and {@code form.autosave}: the whole interview page of form A, filled, and the save of one changed field, against
 * an empty signed-in page of the same application, request by request in turns over HTTP.
 */
final class FormBench {

    private static final int ROUNDS = 7;
    private static final int CALLS = Integer.getInteger("bench.calls", 60);

    private FormBench() {}

    static void measure() {
        List<String> settings = new ArrayList<>(Surroundings.outside().settings());
        settings.addAll(List.of("--spring.profiles.active=demo,bench", "--server.port=0", "--spring.datasource.url=" + Surroundings.newDatabase(),
                "--spring.datasource.username=postgres", "--spring.datasource.password=postgres", "--michishirube.data-dir=target/bench-data",
                "--camunda.bpm.job-execution.enabled=false"));
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Product.class).run(settings.toArray(String[]::new))) {
            Loop loop = product.getBean(Loop.class);
            Drafts drafts = product.getBean(Drafts.class);
            CaseFile file = loop.atInterview();
            loop.as("aoba1", () -> loop.write(file, loop.complete()));
            SignedIn person = new SignedIn(((ServletWebServerApplicationContext) product).getWebServer().getPort(), "aoba1");
            String path = "/cases/" + file.number() + "/interview";
            person.open(path);
            long[] version = {drafts.find(file.id()).orElseThrow().version()};
            Runnable empty = () -> person.get("/bench/empty");
            Runnable render = () -> person.get(path);
            Runnable save = () -> person.post(path + "/draft", "{\"version\": %d, \"changes\": {\"/remarks/text\": \"犬がいる %d\"}}".formatted(version[0], version[0]++));
            for (Runnable warm : List.of(empty, render, save)) {
                millis(warm, 5 * CALLS);
            }
            double[][] took = new double[3][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                took[0][round] = millis(empty, CALLS);
                took[1][round] = millis(render, CALLS);
                took[2][round] = millis(save, CALLS);
            }
            double base = Figures.median(took[0]);
            write("form.render", Figures.median(took[1]), base, "interview page of form A, complete");
            write("form.autosave", Figures.median(took[2]), base, "one field saved");
        }
    }

    private static void write(String name, double value, double base, String what) {
        Figures.write(name, value, "ms", base, value / base, what + "; baseline an empty signed-in page over HTTP");
    }

    private static double millis(Runnable request, int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            request.run();
        }
        return (System.nanoTime() - start) / 1e6 / count;
    }
}
