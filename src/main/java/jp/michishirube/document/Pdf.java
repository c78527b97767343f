package jp.michishirube.document;

import com.lowagie.text.pdf.BaseFont;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import jp.michishirube.problem.Problem;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Fills a template and writes the PDF. */
final class Pdf {

    /** The template's key for the place of the hand signature. */
    private static final String SIGNATURE = "signature";

    static {
        packFast("BIZUDPGothic-Regular.ttf");
        packFast("BIZUDPGothic-Bold.ttf");
        packFast("ipamjm.ttf");
    }

    private Pdf() {}

    /**
     * OpenPDF packs the embedded part of each font anew for every document, which took half of the time of a plan; the fastest
     * level makes the file a few kilobytes larger. The font is found here by the same key that JasperReports asks with.
     */
    static void packFast(String font) {
        try {
            BaseFont.createFont("print-fonts/" + font, BaseFont.IDENTITY_H, true).setCompressionLevel(Deflater.BEST_SPEED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Printed write(Template template, Map<String, Object> values, JRDataSource lines, String title) {
        return write(List.of(new Part(template, values, lines)), title);
    }

    /** A template with what fills it. */
    record Part(Template template, Map<String, Object> values, JRDataSource lines) {

        JasperPrint fill() throws JRException {
            JasperPrint print = JasperFillManager.fillReport(template.report(), values, lines);
            return template.foursOnSheet() ? Imposition.fours(print) : print;
        }
    }

    /** One file of several parts, each on pages of its own. */
    static Printed write(List<Part> parts, String title) {
        try {
            List<JasperPrint> prints = new ArrayList<>();
            for (Part part : parts) {
                prints.add(part.fill());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(200_000);
            JRPdfExporter exporter = new JRPdfExporter();
            exporter.setExporterInput(SimpleExporterInput.getInstance(prints));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
            SimplePdfExporterConfiguration settings = new SimplePdfExporterConfiguration();
            settings.setMetadataTitle(title);
            settings.setMetadataCreator("Michishirube");
            settings.setDisplayMetadataTitle(true);
            settings.setCompressed(true);
            exporter.setConfiguration(settings);
            exporter.exportReport();
            return new Printed(out.toByteArray(), prints.stream().mapToInt(p -> p.getPages().size()).sum(), signature(prints));
        } catch (JRException | JRRuntimeException e) {
            throw Problem.unavailable("print-template-broken", parts.stream().map(p -> p.template().path()).collect(Collectors.joining(", ")),
                    String.valueOf(e.getMessage()));
        }
    }

    /** The last such place, counted over all parts. */
    private static Printed.Box signature(List<JasperPrint> prints) {
        List<JRPrintPage> pages = prints.stream().flatMap(p -> p.getPages().stream()).toList();
        for (int page = pages.size(); page > 0; page--) {
            for (JRPrintElement e : pages.get(page - 1).getElements()) {
                if (SIGNATURE.equals(e.getKey())) {
                    return new Printed.Box(page, e.getX(), e.getY(), e.getWidth(), e.getHeight());
                }
            }
        }
        return null;
    }
}
