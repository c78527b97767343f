package jp.michishirube.document;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;
import jp.michishirube.bench.Figures;
import jp.michishirube.municipality.Folders;

/**
 * {@code plan.pdf.rate}: the sample plan of two pages with its map, plans a second by one thread; baseline the same text, fonts and map
 * written by bare OpenPDF in the same JVM, in turns. Bare means as OpenPDF comes: its fonts are parsed once, too, but apart from those
 * whose packing the product has set, which OpenPDF would else share with it. {@code plan.pdf.heap}: live heap in MB after 1,000 plans; baseline after the
 * first 100; the ratio tells whether it grows.
 */
public final class PlanPdfBench {

    private static final int ROUNDS = 7;
    private static final int PLANS = 40;

    private PlanPdfBench() {}

    public static void main(String[] args) throws Exception {
        ImageIO.setUseCache(false); // as the product does
        Folders folders = new Folders(null);
        Printer printer = new Printer(folders, new NameGlyphs());
        PrintedPlan plan = Samples.plan("plan-a", folders.text("reports/samples/plan-a.txt"));
        rates(printer, plan);
        heap(printer, plan);
    }

    private static void rates(Printer printer, PrintedPlan plan) throws Exception {
        Fonts fonts = new Fonts(font("BIZUDPGothic-Regular.ttf"), font("BIZUDPGothic-Bold.ttf"), font("ipamjm.ttf"));
        for (int i = 0; i < 3 * PLANS; i++) {
            printer.plan(plan);
            bare(plan, fonts);
        }
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = rate(() -> printer.plan(plan));
            theirs[round] = rate(() -> bare(plan, fonts));
        }
        double value = Figures.median(ours);
        double baseline = Figures.median(theirs);
        Figures.write("plan.pdf.rate", value, "plans/s", baseline, value / baseline, "2-page plan with map, one thread; baseline the same text, fonts and map by bare OpenPDF");
    }

    private static void heap(Printer printer, PrintedPlan plan) {
        for (int i = 0; i < 100; i++) {
            printer.plan(plan);
        }
        double early = live();
        for (int i = 0; i < 900; i++) {
            printer.plan(plan);
        }
        double late = live();
        Figures.write("plan.pdf.heap", late, "MB", early, late / early, "live heap after 1,000 plans; baseline after the first 100");
    }

    private static double live() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }

    private interface Work {
        byte[] run() throws Exception;
    }

    private static double rate(Work work) throws Exception {
        long from = System.nanoTime();
        for (int i = 0; i < PLANS; i++) {
            work.run();
        }
        return PLANS * 1e9 / (System.nanoTime() - from);
    }

    private static byte[] bare(PrintedPlan plan, Fonts fonts) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(200_000);
        Document document = new Document(PageSize.A4);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.open();
        Font small = new Font(fonts.regular(), 7);
        Font text = new Font(fonts.regular(), 9.5f);
        Font bold = new Font(fonts.bold(), 11);
        Font rare = new Font(fonts.rare(), 9.5f);
        document.add(new Paragraph(plan.head().title() + plan.head().person(), rare));
        for (PrintedPlan.Section section : plan.sections()) {
            document.add(new Paragraph(section.title(), bold));
            for (PrintedPlan.Row row : section.rows()) {
                Paragraph line = new Paragraph(9);
                line.add(new com.lowagie.text.Chunk(row.label() + " ", small));
                line.add(new com.lowagie.text.Chunk(row.value(), text));
                document.add(line);
            }
        }
        PdfTemplate map = writer.getDirectContent().createTemplate(500, 230);
        Graphics2D graphics = map.createGraphicsShapes(500, 230);
        plan.map().draw(graphics, 500, 230);
        graphics.dispose();
        writer.getDirectContent().addTemplate(map, 40, 60);
        document.close();
        return out.toByteArray();
    }

    private record Fonts(BaseFont regular, BaseFont bold, BaseFont rare) {}

    private static BaseFont font(String file) throws Exception {
        return BaseFont.createFont("print-fonts/" + file, BaseFont.IDENTITY_H, true, false, null, null);
    }
}
