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
import java.util.Locale;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import jp.michishirube.bench.Figures;
import jp.michishirube.municipality.Folders;

/**
 * {@code plan.pdf.rate}: the sample plan of two pages with its map, plans a second by one thread; baseline the same text, fonts and map
 * written by bare OpenPDF in the same JVM, in turns. The baseline is fair because it does all that any writing of this plan must (embedded
 * fonts parsed once, vector map, compression) and nothing that a template adds; its fonts are packed as fast as the product packs its own. What
 * that one setting is worth stands in the note, as the ratio to OpenPDF as it comes. {@link PlanPdfHeapBench} measures the heap.
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
        PlanPdfHeapBench.inOwnHeap();
    }

    private static void rates(Printer printer, PrintedPlan plan) throws Exception {
        Fonts asTheyCome = fonts(Deflater.DEFAULT_COMPRESSION);
        Fonts packedFast = fonts(Deflater.BEST_SPEED);
        for (int i = 0; i < 3 * PLANS; i++) {
            printer.plan(plan);
            bare(plan, asTheyCome);
            bare(plan, packedFast);
        }
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] fast = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = rate(() -> printer.plan(plan));
            bare[round] = rate(() -> bare(plan, asTheyCome));
            fast[round] = rate(() -> bare(plan, packedFast));
        }
        double value = Figures.median(ours);
        double baseline = Figures.median(fast);
        Figures.write("plan.pdf.rate", value, "plans/s", baseline, value / baseline, String.format(Locale.ROOT,
                "2-page plan with map, one thread; baseline the same text, fonts and map by bare OpenPDF, fonts packed as fast as ours; as OpenPDF packs them: %.2f",
                value / Figures.median(bare)));
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

    private static Fonts fonts(int packing) throws Exception {
        return new Fonts(font("BIZUDPGothic-Regular.ttf", packing), font("BIZUDPGothic-Bold.ttf", packing), font("ipamjm.ttf", packing));
    }

    private static BaseFont font(String file, int packing) throws Exception {
        BaseFont font = BaseFont.createFont("print-fonts/" + file, BaseFont.IDENTITY_H, true, false, null, null);
        font.setCompressionLevel(packing);
        return font;
    }
}
