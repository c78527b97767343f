package jp.michishirube.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import jp.michishirube.problem.Problem;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The signed paper, scanned. What the file is, its content says; its name and declared type are not believed. */
record Scan(String mediaType, byte[] content) {

    static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final long MAX_PIXELS = 100_000_000;

    /** @throws Problem {@code scan-too-large} (413), {@code scan-not-readable} (400) for anything but an openable PDF, JPEG or PNG */
    static Scan of(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw Problem.tooLarge("signing-scan-too-large");
        }
        String type = startsWithPdf(content) ? pdf(content) : image(content);
        if (type == null) {
            throw Problem.badRequest("signing-scan-not-readable");
        }
        return new Scan(type, content);
    }

    String fileName() {
        return "signed-paper." + switch (mediaType) {
            case "application/pdf" -> "pdf";
            case "image/png" -> "png";
            default -> "jpg";
        };
    }

    private static boolean startsWithPdf(byte[] content) {
        return content.length > 5 && new String(content, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    private static String pdf(byte[] content) {
        try (PDDocument pdf = Loader.loadPDF(content)) {
            return pdf.getNumberOfPages() > 0 && !pdf.isEncrypted() ? "application/pdf" : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static String image(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                return (format.equals("png") || format.equals("jpeg")) && opens(reader, in) ? "image/" + format : null;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Decodes coarsely: a torn file is found out, a huge one does not fill the memory. */
    private static boolean opens(ImageReader reader, ImageInputStream in) throws IOException {
        reader.setInput(in);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
            return false;
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(16, 16, 0, 0);
        return reader.read(0, param) != null;
    }
}
