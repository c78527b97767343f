package jp.michishirube.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import jp.michishirube.testing.ExifJpeg;
import jp.michishirube.testing.TestPdf;
import jp.michishirube.upload.UploadRefused.Reason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionSubmitForm;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.Test;

class UploadJudgeTest {

    private static final Wanted PAPER = Wanted.paper(1 << 20);
    private static final Color[] CORNERS = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};

    private interface Making {
        void in(PDDocument pdf) throws IOException;
    }

    private static byte[] pdf(Making making) {
        return TestPdf.with(pdf -> {
            try {
                making.in(pdf);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void refused(byte[] content, Reason reason) {
        assertThatThrownBy(() -> UploadJudge.look(content, PAPER)).isInstanceOfSatisfying(UploadRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void aDocumentThatOnlyShowsIsKept() throws IOException {
        byte[] linked = pdf(pdf -> {
            PDPageFitDestination here = new PDPageFitDestination();
            here.setPage(pdf.getPage(0));
            PDActionGoTo go = new PDActionGoTo();
            go.setDestination(here);
            pdf.getDocumentCatalog().setOpenAction(go);
            link(pdf, new PDActionURI());
        });
        for (byte[] content : new byte[][] {TestPdf.page(), linked}) {
            Upload kept = UploadJudge.look(content, PAPER);
            assertThat(kept.kind()).isEqualTo(FileKind.PDF);
            assertThat(kept.content()).as("the same each time").isEqualTo(UploadJudge.look(content, PAPER).content());
            try (PDDocument before = Loader.loadPDF(content); PDDocument after = Loader.loadPDF(kept.content())) {
                assertThat(after.getNumberOfPages()).isEqualTo(1);
                assertThat(after.getPage(0).getAnnotations()).hasSameSizeAs(before.getPage(0).getAnnotations());
                assertThat(after.getDocumentCatalog().getOpenAction() == null).isEqualTo(before.getDocumentCatalog().getOpenAction() == null);
            }
        }
    }

    /** Objects that the table of objects does not know, an earlier version, and bytes around: another reader might find them. */
    @Test
    void whatNoPageLeadsToIsNotKept() throws IOException {
        String script = "<< /Type /Action /S /JavaScript /JS (app.alert\\('unnamed'\\)) >>";
        String page = new String(TestPdf.page(), StandardCharsets.ISO_8859_1);
        byte[] earlier = pdf(pdf -> pdf.getDocumentInformation().setTitle("earlier-version"));
        ByteArrayOutputStream later = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(earlier)) {
            pdf.getDocumentInformation().setTitle("later");
            pdf.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            pdf.saveIncremental(later);
        }
        assertThat(raw(later.toByteArray())).contains("%%EOF").containsPattern("(?s)%%EOF.*%%EOF");
        byte[] unlisted = (page + "\n77 0 obj\n" + script + "\nendobj\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] around = join(join(page.substring(0, page.indexOf('\n') + 1).getBytes(StandardCharsets.ISO_8859_1), ("%" + script + "\n").getBytes(StandardCharsets.ISO_8859_1)),
                TestPdf.page());
        for (byte[] content : List.of(unlisted, around, later.toByteArray())) {
            Upload kept = UploadJudge.look(content, PAPER);
            assertThat(raw(kept.content())).doesNotContain("JavaScript", "unnamed", "earlier-version").containsOnlyOnce("%%EOF");
            assertThat(everyObject(kept.content())).doesNotContain("JavaScript", "unnamed", "earlier-version");
        }
        assertThat(everyObject(UploadJudge.look(later.toByteArray(), PAPER).content())).as("what is shown is").contains("later");
    }

    /** Each leads to the next. No scan and no print goes that deep, and who follows it step by step comes to an end of the memory for it. */
    @Test
    void aRowOfObjectsHasAnEnd() throws IOException {
        assertThat(UploadJudge.look(rowOf(500), PAPER).kind()).isEqualTo(FileKind.PDF);
        refused(rowOf(2_100), Reason.DAMAGED);
    }

    private static byte[] rowOf(int objects) throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            COSDictionary last = pdf.getDocumentCatalog().getCOSObject();
            for (int i = 0; i < objects; i++) {
                COSDictionary next = new COSDictionary();
                last.setItem(COSName.getPDFName("Further"), next);
                last = next;
            }
            pdf.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    @Test
    void anOddLockIsALock() throws IOException {
        String page = new String(plain(), StandardCharsets.ISO_8859_1);
        for (String lock : new String[] {"/Encrypt /Standard", "/Encrypt [1 2]", "/Encrypt 99 0 R", "/Encrypt (x)"}) {
            byte[] odd = page.replaceAll("(?s)trailer\\s*<<", "trailer\n<<" + lock + " ").getBytes(StandardCharsets.ISO_8859_1);
            assertThat(raw(odd)).contains(lock);
            refused(odd, Reason.ENCRYPTED);
        }
    }

    /** With the trailer in sight. */
    private static byte[] plain() throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static String raw(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** All objects of a file unpacked, those in streams of objects too. */
    private static String everyObject(byte[] content) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(content)) {
            StringBuilder all = new StringBuilder(pdf.getDocument().getTrailer().toString());
            pdf.getDocument().getXrefTable().keySet().forEach(key -> all.append(pdf.getDocument().getObjectFromPool(key).getObject()));
            return all.toString();
        }
    }

    @Test
    void aDocumentThatDoesMoreThanShowIsRefused() {
        PDActionJavaScript hello = new PDActionJavaScript("app.alert('hello')");
        refused(pdf(pdf -> pdf.getDocumentCatalog().setOpenAction(hello)), Reason.ACTIVE);
        refused(pdf(pdf -> link(pdf, hello)), Reason.ACTIVE);
        refused(pdf(pdf -> link(pdf, new PDActionLaunch())), Reason.ACTIVE);
        refused(pdf(pdf -> link(pdf, new PDActionSubmitForm())), Reason.ACTIVE);
        refused(pdf(pdf -> {
            PDActionGoTo first = new PDActionGoTo();
            first.setNext(List.of(hello));
            link(pdf, first);
        }), Reason.ACTIVE);
        refused(pdf(pdf -> {
            PDPageAdditionalActions acts = new PDPageAdditionalActions();
            acts.setO(hello);
            pdf.getPage(0).setActions(acts);
        }), Reason.ACTIVE);
        refused(pdf(pdf -> {
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            PDJavascriptNameTreeNode scripts = new PDJavascriptNameTreeNode();
            scripts.setNames(Map.of("hello", hello));
            names.setJavascript(scripts);
            pdf.getDocumentCatalog().setNames(names);
        }), Reason.ACTIVE);
        refused(pdf(pdf -> {
            COSDictionary form = new COSDictionary();
            form.setString(COSName.getPDFName("XFA"), "<xdp/>");
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        }), Reason.ACTIVE);
    }

    @Test
    void aDocumentWithFilesInsideIsRefused() {
        refused(pdf(pdf -> {
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("a.txt", inside(pdf)));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            pdf.getDocumentCatalog().setNames(names);
        }), Reason.ACTIVE);
        refused(pdf(pdf -> {
            PDAnnotationFileAttachment pinned = new PDAnnotationFileAttachment();
            pinned.setFile(inside(pdf));
            pdf.getPage(0).getAnnotations().add(pinned);
        }), Reason.ACTIVE);
    }

    @Test
    void aLockedDocumentIsTold() {
        for (String password : new String[] {"secret", ""}) {
            refused(pdf(pdf -> pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()))), Reason.ENCRYPTED);
        }
    }

    @Test
    void whatIsDamagedTooLargeOrSomethingElseIsRefused() throws IOException {
        byte[] page = TestPdf.page();
        refused(Arrays.copyOf(page, 40), Reason.DAMAGED);
        refused("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII), Reason.DAMAGED);
        refused(Arrays.copyOf(page, (1 << 20) + 1), Reason.TOO_LARGE);
        refused("<html>%PDF-".getBytes(StandardCharsets.US_ASCII), Reason.NOT_ACCEPTED);
        refused(new byte[0], Reason.NOT_ACCEPTED);
        refused(new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0}, Reason.HEIF);
        refused(Arrays.copyOf(picture("png"), 60), Reason.DAMAGED);
        assertThatThrownBy(() -> UploadJudge.look(page, Wanted.photo(1 << 20, 1_000_000, 800))).isInstanceOf(UploadRefused.class);
        assertThatThrownBy(() -> UploadJudge.look(picture("png"), Wanted.photo(1 << 20, 1_000, 800)))
                .isInstanceOfSatisfying(UploadRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_MANY_PIXELS));
    }

    /** EXIF's eight turns and mirrorings: what stands in the four corners of the picture kept, from the top left, row by row. */
    @Test
    void everyTurnOfACameraEndsUpright() throws IOException {
        int[][] corners = {{0, 1, 2, 3}, {1, 0, 3, 2}, {3, 2, 1, 0}, {2, 3, 0, 1}, {0, 2, 1, 3}, {2, 0, 3, 1}, {3, 1, 2, 0}, {1, 3, 0, 2}};
        for (int turn = 1; turn <= 8; turn++) {
            Upload kept = UploadJudge.look(ExifJpeg.of(picture("jpeg"), turn), PAPER);
            assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", ExifJpeg.SECRET);
            BufferedImage upright = ImageIO.read(new ByteArrayInputStream(kept.content()));
            assertThat(upright.getWidth()).as("turn %d", turn).isEqualTo(turn < 5 ? 200 : 100);
            int w = upright.getWidth();
            int h = upright.getHeight();
            int[] seen = {nearest(upright.getRGB(w / 4, h / 4)), nearest(upright.getRGB(3 * w / 4, h / 4)), nearest(upright.getRGB(w / 4, 3 * h / 4)),
                nearest(upright.getRGB(3 * w / 4, 3 * h / 4))};
            assertThat(seen).as("turn %d", turn).isEqualTo(corners[turn - 1]);
        }
    }

    @Test
    void aPictureIsWrittenAnewAndSecondFilesBehindItAreGone() throws IOException {
        for (String format : new String[] {"png", "jpeg"}) {
            byte[] two = join(picture(format), "PK\u0003\u0004 a second file".getBytes(StandardCharsets.ISO_8859_1));
            Upload kept = UploadJudge.look(two, PAPER);
            assertThat(kept.kind()).isEqualTo(format.equals("png") ? FileKind.PNG : FileKind.JPEG);
            assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("second file");
        }
    }

    @Test
    void namesCannotSteerAHeaderOrAPath() {
        assertThat(FileNames.safe("C:\\書類\\..\\地図.PDF", "file", FileKind.PDF)).isEqualTo("地図.pdf");
        assertThat(FileNames.safe("a\"\r\nSet-Cookie: x.exe", "file", FileKind.PNG)).isEqualTo("aSet-Cookie x.png");
        assertThat(FileNames.safe("photo\u202Egpj.exe", "file", FileKind.JPEG)).isEqualTo("photogpj.jpg");
        assertThat(FileNames.safe("../../etc/passwd", "file", FileKind.PDF)).isEqualTo("passwd.pdf");
        assertThat(FileNames.safe("????", "file", FileKind.PDF)).isEqualTo("file.pdf");
        assertThat(FileNames.safe(null, "file", FileKind.PDF)).isEqualTo("file.pdf");
        assertThat(FileNames.safe("𠮷".repeat(300), "file", FileKind.PDF)).isEqualTo("𠮷".repeat(80) + ".pdf");
    }

    @Test
    void theCitysScannerDecidesAndSilenceIsNoYes() {
        byte[] infected = join(TestPdf.page(), "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*".getBytes(StandardCharsets.US_ASCII));
        List<String> grep = List.of("sh", "-c", "! grep -q EICAR-STANDARD \"$1\"", "scan");
        assertThat(by(grep, TestPdf.page())).isNull();
        assertThat(by(grep, infected)).isEqualTo(Reason.INFECTED);
        assertThat(by(List.of("sh", "-c", "grep -q EICAR-STANDARD {file} && exit 1; exit 0"), infected)).isEqualTo(Reason.INFECTED);
        assertThat(by(List.of("sh", "-c", "exit 2"), TestPdf.page())).isEqualTo(Reason.NOT_SCANNED);
        assertThat(by(List.of("sh", "-c", "sleep 20"), TestPdf.page())).isEqualTo(Reason.NOT_SCANNED);
        assertThat(by(List.of("no-such-program-here"), TestPdf.page())).isEqualTo(Reason.NOT_SCANNED);
        assertThat(by(List.of(""), TestPdf.page())).as("none set up").isNull();
    }

    private static Reason by(List<String> command, byte[] content) {
        try {
            new UploadJudge(new MalwareScanner(command, Duration.ofSeconds(command.contains("sleep 20") ? 1 : 30))).judge(content, PAPER);
            return null;
        } catch (UploadRefused e) {
            return e.reason();
        }
    }

    private static void link(PDDocument pdf, PDAction action) throws IOException {
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(action);
        pdf.getPage(0).setAnnotations(List.of(link));
    }

    private static PDComplexFileSpecification inside(PDDocument pdf) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("a.txt");
        file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream("hello".getBytes(StandardCharsets.US_ASCII))));
        return file;
    }

    /** Four corners, each of its colour. */
    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int i = 0; i < 4; i++) {
            g.setColor(CORNERS[i]);
            g.fillRect(100 * (i % 2), 50 * (i / 2), 100, 50);
        }
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int nearest(int rgb) {
        Color seen = new Color(rgb);
        int best = 0;
        for (int i = 1; i < 4; i++) {
            best = distance(seen, CORNERS[i]) < distance(seen, CORNERS[best]) ? i : best;
        }
        return best;
    }

    private static int distance(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue());
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
