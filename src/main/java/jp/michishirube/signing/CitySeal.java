package jp.michishirube.signing;

import eu.europa.esig.dss.model.ToBeSigned;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
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

    public boolean isThere() {
        return keys.present();
    }

    /** @throws jp.michishirube.problem.Problem {@code seal-key-missing} (503) while there is no key */
    public Sealed seal(byte[] text) {
        byte[] certificate = keys.certificate();
        certificates.remember(certificate);
        return new Sealed(keys.sign(new ToBeSigned(text)), certificate);
    }

    /** The certificate's end is not asked for: a seal outlives the certificate it was made with. */
    public static boolean isOf(byte[] text, byte[] signature, byte[] certificate) {
        try {
            var key = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)).getPublicKey();
            Signature check = Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
