package jp.michishirube.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;

/** The municipality's key, from a PKCS#12 file. One key entry is expected; of several the first is taken. */
final class SealKey {

    private final Pkcs12SignatureToken token;
    private final DSSPrivateKeyEntry entry;

    private SealKey(Pkcs12SignatureToken token, DSSPrivateKeyEntry entry) {
        this.token = token;
        this.entry = entry;
    }

    /** @throws IllegalStateException with one plain sentence when the file is missing, is no PKCS#12 or the password is wrong */
    static SealKey open(Path file, char[] password) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("電子シールの鍵ファイルが読めません: " + file + "（設定 michishirube.seal.keystore）。"
                    + " / The seal's key file cannot be read.");
        }
        try {
            Pkcs12SignatureToken token = new Pkcs12SignatureToken(Files.readAllBytes(file),
                    new KeyStore.PasswordProtection(password));
            List<DSSPrivateKeyEntry> keys = token.getKeys();
            if (keys.isEmpty()) {
                throw new IllegalStateException("電子シールの鍵ファイルに秘密鍵がありません: " + file + " / There is no private key in the seal's key file.");
            }
            return new SealKey(token, keys.get(0));
        } catch (IOException | eu.europa.esig.dss.model.DSSException e) {
            throw new IllegalStateException("電子シールの鍵が開けません。鍵ファイルがPKCS#12で、パスワードが正しいことを確かめてください"
                    + "（設定 michishirube.seal.keystore と michishirube.seal.password）: " + file
                    + " / The seal's key cannot be opened: check that the file is PKCS#12 and the password right.", e);
        }
    }

    CertificateToken certificate() {
        return entry.getCertificate();
    }

    CertificateToken[] chain() {
        return entry.getCertificateChain();
    }

    /** The token is not told to be safe for threads. */
    synchronized SignatureValue sign(ToBeSigned data) {
        return token.sign(data, DigestAlgorithm.SHA256, entry);
    }
}
