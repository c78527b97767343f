package jp.michishirube.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import jp.michishirube.signing.SealVerdict.Kind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Whether a PDF is sealed by us and whole. Stricter than a PDF reader: a reader accepts whatever was appended behind the last seal,
 * here the last seal must cover everything to the last byte, and the unsigned space around it must be empty.
 */
final class SealCheck {

    /** Readers look for the end mark in so many last bytes. */
    private static final int TAIL = 1024;

    static {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
    }

    private SealCheck() {}

    /** @param ours knows the certificates that this installation has sealed with, by their encoding */
    static SealVerdict of(byte[] file, Predicate<byte[]> ours) {
        if (!new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return SealVerdict.of(Kind.UNREADABLE);
        }
        try (PDDocument pdf = Loader.loadPDF(file)) {
            if (pdf.isEncrypted()) {
                return SealVerdict.of(Kind.ENCRYPTED);
            }
            List<PDSignature> seals = pdf.getSignatureDictionaries().stream().filter(s -> s.getByteRange() != null && s.getByteRange().length == 4)
                    .sorted(Comparator.comparingInt(s -> s.getByteRange()[2])).toList();
            return seals.isEmpty() ? withoutSeal(file, Kind.UNSEALED) : check(file, seals, ours);
        } catch (InvalidPasswordException e) {
            return SealVerdict.of(Kind.ENCRYPTED);
        } catch (IOException | RuntimeException e) {
            return withoutSeal(file, Kind.UNREADABLE);
        }
    }

    private static SealVerdict check(byte[] file, List<PDSignature> seals, Predicate<byte[]> ours) {
        String by = null;
        Instant first = null;
        Instant last = null;
        int own = 0;
        boolean whole = true;
        boolean inTime = true;
        for (PDSignature seal : seals) {
            int[] range = seal.getByteRange();
            if (range[2] + (long) range[3] > file.length) {
                return new SealVerdict(Kind.CUT, own, by, first, last);
            }
            Seal read = read(file, range);
            if (read == null || !ours.test(read.certificate)) {
                whole &= read != null && own == 0;
                continue;
            }
            own++;
            whole &= read.valid && gapIsClean(file, range, read.length);
            inTime &= time(seal) != null && read.holder.isValidOn(Date.from(time(seal)));
            by = by == null ? read.name : by;
            last = first == null ? null : time(seal);
            first = first == null ? time(seal) : first;
        }
        if (own == 0) {
            return SealVerdict.of(seals.stream().allMatch(s -> read(file, s.getByteRange()) != null) ? Kind.FOREIGN : Kind.CHANGED);
        }
        int[] end = seals.get(seals.size() - 1).getByteRange();
        whole &= own == seals.size() && end[2] + end[3] == file.length;
        return new SealVerdict(!whole ? Kind.CHANGED : inTime ? Kind.WHOLE : Kind.OUT_OF_TIME, own, by, first, last);
    }

    private record Seal(byte[] certificate, X509CertificateHolder holder, String name, boolean valid, int length) {}

    /** @return null when what stands in the seal's place is no signature at all */
    private static Seal read(byte[] file, int[] range) {
        try {
            byte[] cms = contents(file, range);
            int length;
            try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(cms))) {
                length = in.readObject().getEncoded().length;
            }
            byte[] signed = new byte[range[1] + range[3]];
            System.arraycopy(file, range[0], signed, 0, range[1]);
            System.arraycopy(file, range[2], signed, range[1], range[3]);
            CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(signed), cms);
            SignerInformation signer = data.getSignerInfos().iterator().next();
            @SuppressWarnings("unchecked")
            X509CertificateHolder holder = (X509CertificateHolder) data.getCertificates().getMatches(signer.getSID()).iterator().next();
            return new Seal(holder.getEncoded(), holder, name(holder.getSubject()), verify(signer, holder), length);
        } catch (IOException | CMSException | RuntimeException e) {
            return null;
        }
    }

    /** Whether the certificate is valid today is not asked: a seal outlives the certificate it was made with. */
    private static boolean verify(SignerInformation signer, X509CertificateHolder holder) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(BouncyCastleProvider.PROVIDER_NAME)
                    .build(publicKey(holder)));
        } catch (CMSException | OperatorCreationException | IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey publicKey(X509CertificateHolder holder)
            throws IOException, GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded())).getPublicKey();
    }

    private static byte[] contents(byte[] file, int[] range) {
        int from = range[0] + range[1];
        String hex = new String(file, from + 1, range[2] - from - 2, StandardCharsets.ISO_8859_1);
        return HexFormat.of().parseHex(hex);
    }

    /** Between the two signed ranges stands the seal itself in angle brackets, filled up with zeros; anything else was put there. */
    private static boolean gapIsClean(byte[] file, int[] range, int length) {
        int from = range[0] + range[1];
        if (range[0] != 0 || file[from] != '<' || file[range[2] - 1] != '>') {
            return false;
        }
        for (int i = from + 1 + 2 * length; i < range[2] - 1; i++) {
            if (file[i] != '0') {
                return false;
            }
        }
        return true;
    }

    /** PAdES tells the time in the PDF's own dictionary, which the seal covers. */
    private static Instant time(PDSignature seal) {
        return seal.getSignDate() == null ? null : seal.getSignDate().toInstant();
    }

    static String name(X509Certificate certificate) {
        return name(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
    }

    private static String name(X500Name subject) {
        var rdn = subject.getRDNs(BCStyle.CN);
        return rdn.length == 0 ? subject.toString() : IETFUtils.valueToString(rdn[0].getFirst().getValue());
    }

    /** A file that broke off on its way has lost its end, and with it the seal, which stands last. */
    private static SealVerdict withoutSeal(byte[] file, Kind otherwise) {
        int tail = Math.max(0, file.length - TAIL);
        boolean ends = new String(file, tail, file.length - tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
        return SealVerdict.of(!ends ? Kind.CUT : hasSealMarks(file) ? Kind.CHANGED : otherwise);
    }

    private static boolean hasSealMarks(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).contains("/ETSI.CAdES.detached");
    }
}
