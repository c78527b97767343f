package jp.michishirube.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import jp.michishirube.bench.Figures;
import jp.michishirube.municipality.Folders;

/**
 * {@code plan.pdf.heap}: live heap in MB after 1,000 plans, baseline after the first 100; the ratio tells whether it grows. Runs in a JVM
 * of its own with {@code -Xmx256m} that does nothing but render: an OutOfMemoryError there fails the bench.
 */
public final class PlanPdfHeapBench {

    private static final int HEAP_MB = 256;

    private PlanPdfHeapBench() {}

    static void inOwnHeap() throws IOException, InterruptedException {
        int exit = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + HEAP_MB + "m",
                "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), PlanPdfHeapBench.class.getName()))
                .inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the rendering of 1,000 plans at -Xmx" + HEAP_MB + "m ended with " + exit);
        }
    }

    public static void main(String[] args) {
        ImageIO.setUseCache(false); // as the product does
        Folders folders = new Folders(null);
        Printer printer = new Printer(folders, new NameGlyphs());
        PrintedPlan plan = Samples.plan("plan-a", folders.text("reports/samples/plan-a.txt"));
        render(printer, plan, 100);
        double early = live();
        render(printer, plan, 900);
        double late = live();
        Figures.write("plan.pdf.heap", late, "MB", early, late / early, "live heap after 1,000 plans at -Xmx"
                + Runtime.getRuntime().maxMemory() / 1048576 + "m; baseline after the first 100");
    }

    private static void render(Printer printer, PrintedPlan plan, int times) {
        for (int i = 0; i < times; i++) {
            printer.plan(plan);
        }
    }

    private static double live() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }
}
