package jp.michishirube.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.time.Instant;
import jp.michishirube.document.Printed;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;

/**
 * Joins the scan of the signed paper to the sealed document: as a file attached by a pin on the page, in an update behind the seal,
 * which the seal permits (annotations) and which therefore leaves it valid.
 */
final class JoinScan {

    private JoinScan() {}

    static byte[] to(byte[] sealed, Scan scan, Printed.Box box, String words, Instant at) {
        try (PDDocument pdf = Loader.loadPDF(sealed); ByteArrayOutputStream out = new ByteArrayOutputStream(sealed.length + scan.content().length)) {
            PDPage page = pdf.getPage(box == null ? pdf.getNumberOfPages() - 1 : box.page() - 1);
            PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(scan.content()));
            file.setSubtype(scan.mediaType());
            file.setSize(scan.content().length);
            Calendar time = Calendar.getInstance();
            time.setTime(Date.from(at));
            file.setCreationDate(time);
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(scan.fileName());
            specification.setFileUnicode(scan.fileName());
            specification.setEmbeddedFile(file);
            PDAnnotationFileAttachment pin = new PDAnnotationFileAttachment();
            pin.setFile(specification);
            pin.setAttachmentName(PDAnnotationFileAttachment.ATTACHMENT_NAME_PAPERCLIP);
            pin.setContents(words);
            pin.setPrinted(false);
            pin.setRectangle(place(page, box));
            List<PDAnnotation> annotations = page.getAnnotations();
            annotations.add(pin);
            page.setAnnotations(annotations);
            COSDictionary changed = page.getCOSObject();
            changed.setNeedToBeUpdated(true);
            pdf.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside the place of the signature, not on it. */
    private static PDRectangle place(PDPage page, Printed.Box box) {
        float height = page.getMediaBox().getHeight();
        return box == null ? new PDRectangle(20, 20, 14, 18)
                : new PDRectangle((float) box.x() - 18, height - (float) box.y() - 18, 14, 18);
    }
}
