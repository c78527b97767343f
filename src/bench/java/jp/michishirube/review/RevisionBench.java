package jp.michishirube.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.Product;
import jp.michishirube.bench.Figures;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.versions.Difference;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.testing.ProductSurroundings;
import jp.michishirube.workflow.BareModel;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code revision.diff}: the difference of two submissions of 200 fields with long texts; baseline is writing both as JSON.
 * {@code revision.step}: returning a plan, end to end; baseline is one bare completion of a user task with one insert, on the same
 * engine and database, in turns.
 */
public final class RevisionBench {

    private static final int ROUNDS = 5;
    private static final int STEPS = 12;

    private RevisionBench() {}

    public static void main(String[] args) throws Exception {
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Product.class).profiles("demo")
                .initializers(new ProductSurroundings()).run("--server.port=0")) {
            diff(product.getBean(PlanForms.class).current());
            step(product);
        }
    }

    private static void diff(PlanForm form) throws Exception {
        ObjectNode a = answers(form, "。");
        ObjectNode b = answers(form, "、夜は家族と行く。");
        double[] ours = new double[ROUNDS];
        double[] base = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            double o = time(20, i -> Difference.between(FilledPlan.of(form, a), FilledPlan.of(form, b)).size());
            double w = time(20, i -> a.toString().length() + b.toString().length());
            if (round >= 0) {
                ours[round] = o;
                base[round] = w;
            }
        }
        write("revision.diff", ours, base, Difference.between(FilledPlan.of(form, a), FilledPlan.of(form, b)).size() + " changed fields with long texts; bound is 50 ms");
    }

    /** Contacts and supporters until 200 fields are filled, each text changed in its middle. */
    private static ObjectNode answers(PlanForm form, String end) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        int filled = 0;
        for (int row = 0; filled < 200; row++) {
            for (String group : List.of("contacts", "supporters")) {
                ObjectNode one = all.withArray(group).addObject().put("_key", "r" + row);
                for (FormField column : form.field("/" + group).orElseThrow().columns()) {
                    if (column.kind().isText()) {
                        one.put(column.key(), ("避難のときは声をかけて、荷物を持って、ゆっくり歩く" + row + "。").repeat(10) + end + "道順は川を避けて坂を上る。".repeat(10));
                        filled++;
                    }
                }
            }
        }
        return all;
    }

    private static void step(ConfigurableApplicationContext product) throws Exception {
        Loop loop = product.getBean(Loop.class);
        RuntimeService runtime = product.getBean(RuntimeService.class);
        TaskService tasks = product.getBean(TaskService.class);
        JdbcClient jdbc = product.getBean(JdbcClient.class);
        TransactionTemplate transaction = product.getBean(TransactionTemplate.class);
        MakeRemark make = product.getBean(MakeRemark.class);
        ReturnPlan giveBack = product.getBean(ReturnPlan.class);
        jdbc.sql("create table if not exists public.bench_line (id bigint generated always as identity primary key, text text)").update();
        BareModel.deploy(product, "bare.bpmn",
                Bpmn.createExecutableProcess("bare").camundaHistoryTimeToLive(1).startEvent().userTask("one").userTask("two").endEvent().done());
        double[] ours = new double[ROUNDS];
        double[] base = new double[ROUNDS];
        for (int round = -6; round < ROUNDS; round++) {
            List<CaseFile> files = new ArrayList<>();
            List<String> bare = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                CaseFile file = loop.atReview();
                loop.as("review1", () -> make.make(file, 1, "/resident/phone", RemarkKind.WRONG, "確かめてください", null));
                files.add(file);
                bare.add(tasks.createTaskQuery().processInstanceId(runtime.startProcessInstanceByKey("bare").getId()).singleResult().getId());
            }
            double b = time(STEPS, i -> transaction.execute(tx -> {
                jdbc.sql("insert into public.bench_line (text) values ('差戻し')").update();
                tasks.complete(bare.get(i));
                return 1;
            }));
            double o = time(STEPS, i -> loop.as("review1", () -> {
                giveBack.returnPlan(files.get(i), Step.REVIEW_PLAN, 1, null, false);
                return 1;
            }));
            if (round >= 0) {
                ours[round] = o;
                base[round] = b;
            }
        }
        write("revision.step", ours, base, "returning a plan; baseline one bare task completion with one insert; bound is 3 times");
    }

    private interface Act {
        int run(int i);
    }

    /** @return median of one act, ms */
    private static double time(int times, Act act) {
        double[] all = new double[times];
        int sink = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            sink += act.run(i);
            all[i] = (System.nanoTime() - start) / 1e6;
        }
        return sink < 0 ? -1 : Figures.median(all);
    }

    private static void write(String name, double[] ours, double[] base, String note) {
        double value = Figures.median(ours);
        double baseline = Figures.median(base);
        Figures.write(name, value, "ms", baseline, value / baseline, note);
    }
}
