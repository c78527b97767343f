package jp.michishirube.signing;

import eu.europa.esig.dss.model.ToBeSigned;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** The city's key for what is no PDF: seals a few bytes and tells whether they were sealed. */
@Component
public class CitySeal {

    private final SealKeys keys;
    private final SealCertificates certificates;

    CitySeal(SealKeys keys, SealCertificates certificates) {
        this.keys = keys;
        this.certificates = certificates;
    }

    /** @param certificate X.509, DER */
    public record Sealed(byte[] signature, byte[] certificate) {}

    public SealState state() {
        return keys.state();
    }

    /**
     * @throws jp.michishirube.problem.Problem {@code seal-key-missing}, {@code seal-certificate-ended}, {@code seal-certificate-not-yet} (503)
     *                                         while there is no key whose certificate is valid
     */
    public Sealed seal(byte[] text) {
        byte[] certificate = keys.certificate();
        certificates.remember(certificate);
        return new Sealed(keys.sign(new ToBeSigned(text)), certificate);
    }

    /**
     * A seal outlives the certificate it was made with: that was valid at the time of the seal, whether it still is does not matter.
     *
     * @param at when it was sealed
     */
    public static boolean isOf(byte[] text, byte[] signature, byte[] certificate, Instant at) {
        try {
            var holder = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
            holder.checkValidity(Date.from(at));
            var key = holder.getPublicKey();
            Signature check = Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
