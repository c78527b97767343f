package jp.michishirube.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import jp.michishirube.document.NameGlyphs;
import jp.michishirube.document.Printed;
import jp.michishirube.document.PrintedPlan;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Folders;
import jp.michishirube.signing.SealVerdict.Kind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private static final Instant SEALED = Instant.parse("2026-11-22T01:02:03Z");
    private static final Instant SIGNED = Instant.parse("2026-11-24T05:00:00Z");

    @TempDir
    static Path folder;

    private static SealKey key;
    private static Sealer sealer;
    private static byte[] sealed;
    private static byte[] signed;
    private static Predicate<byte[]> ours;

    @BeforeAll
    static void sealAPlan() {
        Path file = folder.resolve("seal.p12");
        OwnKey.make(file, "demo-seal".toCharArray(), "みちしるべ市", SEALED);
        key = SealKey.open(file, "demo-seal".toCharArray());
        sealer = new Sealer(key, "みちしるべ市");
        byte[] own = key.certificate().getEncoded();
        ours = certificate -> Arrays.equals(certificate, own);
        NameGlyphs glyphs = new NameGlyphs();
        Printed printed = new Printer(new Folders(null), glyphs).print(plan());
        sealed = sealer.seal(printed, "承認された計画", SEALED);
        byte[] picture = new SignatureSheet(glyphs).draw(stroke(), List.of("髙橋 𠮷郎（本人）", "2026年11月24日"),
                printed.signature().w(), printed.signature().h());
        signed = sealer.sealSignature(sealed, picture, printed.signature(), "本人の署名", SIGNED);
    }

    @Test
    void theSealedPlanIsWhole() {
        SealVerdict verdict = SealCheck.of(sealed, ours);
        assertThat(verdict.kind()).isEqualTo(Kind.WHOLE);
        assertThat(verdict.sealedBy()).startsWith("みちしるべ市");
        assertThat(verdict.sealedAt()).isEqualTo(SEALED);
        assertThat(verdict.signedAt()).isNull();
    }

    @Test
    void theSignatureLeavesTheFirstSealValid() {
        SealVerdict verdict = SealCheck.of(signed, ours);
        assertThat(verdict.kind()).isEqualTo(Kind.WHOLE);
        assertThat(verdict.seals()).isEqualTo(2);
        assertThat(verdict.signedAt()).isEqualTo(SIGNED);
        assertThat(Arrays.copyOf(signed, sealed.length)).as("the first revision is untouched").isEqualTo(sealed);
    }

    @Test
    void anIndependentValidatorAgrees() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(key.certificate());
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(signed));
        validator.setCertificateVerifier(verifier);
        var report = validator.validateDocument().getSimpleReport();
        assertThat(report.getSignatureIdList()).hasSize(2);
        report.getSignatureIdList().forEach(id -> assertThat(report.getIndication(id)).isEqualTo(Indication.TOTAL_PASSED));
    }

    @Test
    void oneChangedByteIsSeen() {
        for (byte[] file : List.of(sealed, signed)) {
            for (int at = 200; at < file.length; at += file.length / 61) {
                byte[] changed = file.clone();
                changed[at] ^= 1;
                assertThat(SealCheck.of(changed, ours).isWhole()).as("byte %d of %d", at, file.length).isFalse();
            }
        }
    }

    @Test
    void zerosBehindTheSealAreSeenWhenFilled() {
        byte[] changed = sealed.clone();
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        int zeros = text.indexOf("0000000000000000000000>");
        changed[zeros] = '7';
        assertThat(SealCheck.of(changed, ours).kind()).isEqualTo(Kind.CHANGED);
    }

    @Test
    void appendedBytesAreSeen() throws IOException {
        for (String more : List.of("\n", "x", "%%EOF\n")) {
            assertThat(SealCheck.of(joined(signed, more.getBytes()), ours).kind()).isEqualTo(Kind.CHANGED);
        }
        assertThat(SealCheck.of(rewritten(signed), ours).isWhole()).isFalse();
    }

    @Test
    void aCutFileIsToldFromAChangedOne() {
        for (int length : new int[] {sealed.length - 40, sealed.length * 3 / 4, sealed.length / 2, sealed.length / 5}) {
            assertThat(SealCheck.of(Arrays.copyOf(sealed, length), ours).kind()).as("%d of %d bytes", length, sealed.length).isEqualTo(Kind.CUT);
        }
        assertThat(SealCheck.of(Arrays.copyOf(signed, signed.length - 40), ours).kind()).isEqualTo(Kind.CUT);
    }

    @Test
    void foreignUnsealedEncryptedAndOtherFilesAreToldApart() throws IOException {
        assertThat(SealCheck.of(sealed, certificate -> false).kind()).isEqualTo(Kind.FOREIGN);
        assertThat(SealCheck.of(empty(null), ours).kind()).isEqualTo(Kind.UNSEALED);
        assertThat(SealCheck.of(empty("secret"), ours).kind()).isEqualTo(Kind.ENCRYPTED);
        assertThat(SealCheck.of("PK\3\4".getBytes(), ours).kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(SealCheck.of(new byte[0], ours).kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(SealCheck.of("%PDF-1.7 nothing\n%%EOF".getBytes(), ours).kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void aWrongPasswordIsOnePlainSentence() {
        assertThatThrownBy(() -> SealKey.open(folder.resolve("seal.p12"), "wrong".toCharArray()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("パスワード");
        assertThatThrownBy(() -> SealKey.open(folder.resolve("none.p12"), "x".toCharArray()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("none.p12");
    }

    @Test
    void aKeyFileThatIsNoneIsOnePlainSentence() throws IOException {
        Path file = Files.write(folder.resolve("text.p12"), "hello".getBytes());
        assertThatThrownBy(() -> SealKey.open(file, "x".toCharArray())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PKCS#12");
    }

    private static PrintedPlan plan() {
        return new PrintedPlan(PrintedPlan.Layout.of("plan-a"),
                new PrintedPlan.Head("個別避難計画", "みちしるべ市", "2026-00042-7", "髙橋 𠮷郎", 1, LocalDate.of(2026, 11, 22), "", null),
                List.of(new PrintedPlan.Section("resident", "本人", List.of(new PrintedPlan.Row("氏名", "髙橋 𠮷郎", "")))), null,
                new PrintedPlan.Foot("https://example.org/x", "保証しません。", null, false, true));
    }

    private static BufferedImage stroke() {
        BufferedImage image = new BufferedImage(300, 80, BufferedImage.TYPE_INT_ARGB);
        for (int x = 10; x < 290; x++) {
            image.setRGB(x, 40 + (int) (20 * Math.sin(x / 20.0)), 0xFF000000);
        }
        return image;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] rewritten(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] empty(String password) throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            if (password != null) {
                pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
