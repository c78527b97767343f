package jp.michishirube.consent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scans of signed papers. What a file is, its content says; its name and declared type are not believed. */
@Repository
class Scans {

    static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final long MAX_PIXELS = 100_000_000;

    private final JdbcClient jdbc;
    private final WhoAmI who;
    private final Clock clock;

    Scans(JdbcClient jdbc, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    record Scan(String mediaType, byte[] content) {}

    long keep(CaseId caseId, byte[] content) {
        Person me = who.orProcess();
        return jdbc.sql("""
                insert into consent.scan (case_id, media_type, sha256, content, uploaded_by, uploaded_at)
                values (?, ?, ?, ?, ?, ?) returning id
                """)
                .params(caseId.value(), mediaType(content).orElseThrow(), Hash.sha256(content), content, me.id(),
                        Sql.time(clock.instant()))
                .query(Long.class).single();
    }

    Optional<Scan> find(CaseId caseId, long id) {
        return jdbc.sql("select media_type, content from consent.scan where id = ? and case_id = ?").params(id, caseId.value())
                .query((rs, n) -> new Scan(rs.getString(1), rs.getBytes(2))).optional();
    }

    /** By which the signed paper proves to be the one of that record. */
    String sha256(long id) {
        return jdbc.sql("select sha256 from consent.scan where id = ?").param(id).query(String.class).single();
    }

    /**
     * @return the type as the content proves it by opening: PDF with a page, PNG or JPEG; empty for anything else
     * @throws Problem {@code scan-too-large} (413) over 10 MB
     */
    static Optional<String> mediaType(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw Problem.tooLarge("scan-too-large");
        }
        if (startsWith(content, "%PDF-")) {
            return isPdf(content) ? Optional.of("application/pdf") : Optional.empty();
        }
        return imageType(content);
    }

    private static boolean isPdf(byte[] content) {
        try (PDDocument pdf = Loader.loadPDF(content)) {
            return pdf.getNumberOfPages() > 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static Optional<String> imageType(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                return (format.equals("png") || format.equals("jpeg")) && opens(reader, in)
                        ? Optional.of("image/" + format) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Decodes it coarsely, so that a torn file is found out while a huge one does not fill the memory. */
    private static boolean opens(ImageReader reader, ImageInputStream in) throws IOException {
        reader.setInput(in);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MAX_PIXELS) {
            return false;
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(16, 16, 0, 0);
        return reader.read(0, param) != null;
    }

    private static boolean startsWith(byte[] content, String head) {
        return content.length >= head.length()
                && new String(content, 0, head.length(), java.nio.charset.StandardCharsets.ISO_8859_1).equals(head);
    }
}
