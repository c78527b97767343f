package jp.michishirube.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import jp.michishirube.upload.UploadRefused.Reason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF that opens, is not locked and only shows: every object of it is looked at, also one that no page leads to. It is then written anew from
 * its pages on, so that earlier versions of it, objects that nothing names and bytes before, between and behind are not kept. A signature
 * inside does not outlive that.
 */
final class SafePdf {

    /** ISO 32000-1, table 198: actions that run something, send something or open another file. Links to pages and places stay. */
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToR", "GoToE", "Sound", "Movie", "Rendition", "RichMediaExecute");
    /** Keys that name scripts, files inside, or acts that come by themselves. */
    private static final Set<String> KEYS = Set.of("JS", "JavaScript", "AA", "EmbeddedFiles", "EF", "AF", "XFA", "RichMediaContent", "RichMediaSettings");
    private static final Set<String> TYPES = Set.of("EmbeddedFile");
    private static final Set<String> SUBTYPES = Set.of("FileAttachment", "RichMedia", "Movie", "Screen", "Sound", "3D");
    /** What of the trailer leads to something that is shown. */
    private static final Set<COSName> TRAILER = Set.of(COSName.ROOT, COSName.INFO, COSName.SIZE);
    private static final int MOST_OBJECTS = 300_000;
    /** Steps from the trailer to the farthest object: some thousand bookmarks, one behind the other, and no more. */
    private static final int FARTHEST = 2_000;
    private static final long MEMORY = 64L << 20;
    private static final long UNPACKED = 512L << 20;

    private SafePdf() {}

    /**
     * @return the document written anew; the same for the same content
     * @throws UploadRefused {@code DAMAGED}, {@code ENCRYPTED}, {@code ACTIVE}
     */
    static byte[] clean(byte[] content) {
        try (PDDocument pdf = Loader.loadPDF(content, "", null, null, MemoryUsageSetting.setupMixed(MEMORY, UNPACKED).streamCache)) {
            // An entry that is no dictionary locks nothing here, but may do so for another reader of it.
            if (pdf.isEncrypted() || pdf.getDocument().getTrailer().containsKey(COSName.ENCRYPT)) {
                throw new UploadRefused(Reason.ENCRYPTED);
            }
            look(pdf.getDocument());
            if (pdf.getNumberOfPages() == 0) {
                throw new UploadRefused(Reason.DAMAGED);
            }
            return anew(pdf, content);
        } catch (InvalidPasswordException e) {
            throw new UploadRefused(Reason.ENCRYPTED);
        } catch (UploadRefused e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library walks down what leads from one to the next by calling itself.
            throw new UploadRefused(Reason.DAMAGED);
        }
    }

    private static byte[] anew(PDDocument pdf, byte[] content) throws IOException {
        COSDictionary trailer = pdf.getDocument().getTrailer();
        List.copyOf(trailer.keySet()).stream().filter(key -> !TRAILER.contains(key)).forEach(trailer::removeItem);
        pdf.setDocumentId((long) Arrays.hashCode(content));
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        pdf.save(out);
        return out.toByteArray();
    }

    private static void look(COSDocument document) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>(List.of(document.getTrailer()));
        for (int step = 0; !open.isEmpty(); step++) {
            if (step > FARTHEST) {
                throw new UploadRefused(Reason.DAMAGED);
            }
            open = next(open, seen);
        }
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            open.add(document.getObjectFromPool(key));
        }
        while (!open.isEmpty()) {
            open = next(open, seen);
        }
    }

    /** Looks at these, and gives those that they lead to. */
    private static Deque<COSBase> next(Deque<COSBase> open, Set<COSBase> seen) {
        Deque<COSBase> further = new ArrayDeque<>();
        for (COSBase next : open) {
            COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
            if (object == null || !seen.add(object)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                throw new UploadRefused(Reason.DAMAGED);
            }
            if (object instanceof COSDictionary dictionary) {
                judge(dictionary);
                dictionary.getValues().forEach(further::add);
            } else if (object instanceof COSArray array) {
                array.forEach(further::add);
            }
        }
        return further;
    }

    private static void judge(COSDictionary dictionary) {
        boolean active = dictionary.keySet().stream().map(COSName::getName).anyMatch(KEYS::contains)
                || ACTIONS.contains(name(dictionary, COSName.S)) || TYPES.contains(name(dictionary, COSName.TYPE))
                || SUBTYPES.contains(name(dictionary, COSName.SUBTYPE));
        if (active) {
            throw new UploadRefused(Reason.ACTIVE);
        }
    }

    private static String name(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
    }
}
