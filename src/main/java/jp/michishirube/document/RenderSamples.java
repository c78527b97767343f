package jp.michishirube.document;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.PrintedPlan.Words;
import jp.michishirube.municipality.Folders;
import jp.michishirube.problem.Problem;

/**
 * Renders every template of {@code reports/} with sample data, so that whoever edits one sees at once what comes out. Needs neither
 * database nor server.
 */
public final class RenderSamples {

    private static final String LONGEST_NAME = "勘解由小路 麻呂之介左衛門（通称 渡邉\uDB40\uDD0F 髙﨑 𠮷）";
    private static final String LONGEST_ADDRESS = "みちしるべ市大字上ノ原字下川原新田十二番町二丁目三番四号 みちしるべ第二公営住宅 東棟 エレベーター側 1205号室";

    private RenderSamples() {}

    /**
     * The command {@code render-reports [target folder] [the municipality's own folder]}.
     *
     * @return 0 when every template could be rendered
     */
    public static int run(String[] args) throws IOException {
        Path target = Path.of(args.length > 0 ? args[0] : "target/reports");
        return run(args.length > 1 ? Path.of(args[1]) : null, target, System.out) == 0 ? 0 : 1;
    }

    /**
     * @param override the municipality's own folder, or null
     * @param target   receives one PDF per template and variant
     * @param out      one line per file; a broken template is told and the rest goes on
     * @return the number of templates that could not be rendered
     */
    public static int run(Path override, Path target, PrintStream out) throws IOException {
        Files.createDirectories(target);
        Folders folders = new Folders(override);
        Printer printer = new Printer(folders, new NameGlyphs());
        int broken = 0;
        for (Map.Entry<String, Supplier<byte[]>> sample : all(printer, folders).entrySet()) {
            Path file = target.resolve(sample.getKey() + ".pdf");
            try {
                Files.write(file, sample.getValue().get());
                out.println(file);
            } catch (Problem problem) {
                broken++;
                out.println(file + ": " + problem.kind() + " " + List.of(problem.args()));
            }
        }
        return broken;
    }

    /** Sample prints by file name. */
    static Map<String, Supplier<byte[]>> all(Printer printer, Folders folders) {
        Map<String, Supplier<byte[]>> prints = new LinkedHashMap<>();
        for (String template : List.of("plan-a", "plan-b", "plan-c")) {
            for (String data : List.of(template, template + "-longest")) {
                folders.find("reports/samples/" + data + ".txt").ifPresent(found -> {
                    PrintedPlan plan = Samples.plan(template, folders.text("reports/samples/" + data + ".txt"));
                    prints.put(data, () -> printer.plan(plan));
                    prints.put(data + "-large", () -> printer.plan(plan.with(Size.LARGE, Words.PLAIN)));
                    prints.put(data + "-easy", () -> printer.plan(plan.with(Size.NORMAL, Words.EASY)));
                    if (data.equals(template)) {
                        prints.put(data + "-draft", () -> printer.plan(draft(plan)));
                        prints.put(data + "-copy", () -> printer.plan(copy(plan)));
                    }
                });
            }
        }
        prints.put("notice", () -> printer.notice(notice(false)));
        prints.put("receipt", () -> printer.notice(notice(true)));
        prints.put("list", () -> printer.list(list(4)));
        prints.put("list-wide", () -> printer.list(list(8)));
        prints.put("labels", () -> printer.labels(labels()));
        return prints;
    }

    private static PrintedPlan draft(PrintedPlan plan) {
        PrintedPlan.Foot foot = plan.foot();
        return new PrintedPlan(plan.layout(), plan.head(), plan.sections(), plan.map(),
                new PrintedPlan.Foot(foot.qr(), foot.disclaimer(), null, true, false));
    }

    private static PrintedPlan copy(PrintedPlan plan) {
        PrintedPlan.Foot foot = plan.foot();
        return new PrintedPlan(plan.layout(), plan.head(), plan.sections().subList(0, 2), null, new PrintedPlan.Foot(foot.qr(),
                foot.disclaimer(), "本町二丁目町内会 斎藤 一郎 様への写し（本人の同意による。他の人に見せないでください）", false, false));
    }

    private static PrintedNotice notice(boolean receipt) {
        return new PrintedNotice("notice", Size.NORMAL, receipt ? "同意の控え" : "個別避難計画の作成と情報の提供についての説明と同意",
                "みちしるべ市", "2026-00042-7", "髙橋 𠮷郎", LocalDate.of(2026, 11, 22), "説明文「個別避難計画を作ることへの同意」第3版",
                List.of(new PrintedNotice.Part("なぜ計画を作るのですか", "災害のときに、お一人では逃げることがむずかしい方が、だれと、どこへ、"
                                + "どのように逃げるかを、前もって決めておくためです（災害対策基本法第49条の14）。"),
                        new PrintedNotice.Part("だれが見ますか", "市の職員と、計画を作る事業所が見ます。平常時にそのほかの人へ渡すときは、"
                                + "あらためて同意をいただきます。災害が起きたとき、または起きそうなときは、命を守るために同意がなくても"
                                + "必要な人に渡すことがあります。"),
                        new PrintedNotice.Part("やめたいとき", "いつでも同意をやめることができます。市の担当課へご連絡ください。")),
                List.of(new PrintedNotice.Choice("計画を作ることに同意します", receipt),
                        new PrintedNotice.Choice("計画を作ることに同意しません", false)), !receipt, null);
    }

    private static PrintedList list(int columns) {
        List<String> titles = List.of("氏名", "年齢", "住所", "電話", "支援者", "避難先", "優先度", "計画");
        List<Integer> weights = List.of(4, 1, 6, 3, 4, 4, 2, 3);
        List<PrintedList.Column> heads = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            heads.add(new PrintedList.Column(titles.get(i), weights.get(i)));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            rows.add(List.of(i == 3 ? LONGEST_NAME : "髙橋 𠮷郎" + i, "8" + i % 10, i == 3 ? LONGEST_ADDRESS : "みちしるべ市本町二丁目3番" + i + "号",
                    "0242-00-01" + (10 + i), "山﨑 大介", "第一小学校", "1", "第2版").subList(0, columns));
        }
        return new PrintedList("本町二丁目町内会 避難行動要支援者の一覧", "みちしるべ市", "斎藤 一郎 様（町内会長）",
                LocalDate.of(2026, 11, 22), "本人の同意による平常時の提供（災害対策基本法第49条の11第2項）・記録 第118号", heads, rows);
    }

    private static PrintedLabels labels() {
        List<PrintedLabels.Label> labels = new ArrayList<>();
        for (int i = 1; i <= 14; i++) {
            labels.add(new PrintedLabels.Label("965-0000", i == 3 ? LONGEST_ADDRESS : "みちしるべ市本町二丁目3番" + i + "号\nみちしるべ第二住宅 305号室",
                    i == 3 ? LONGEST_NAME : "髙橋 𠮷郎", "2026-000" + (41 + i) + "-7"));
        }
        return new PrintedLabels(labels);
    }
}
