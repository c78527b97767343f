package jp.michishirube.signing;

import eu.europa.esig.dss.model.ToBeSigned;
import jp.michishirube.problem.Problem;

/** The key to seal with, when there is one. */
final class SealKeys {

    private final SealKey key;
    private final Sealer sealer;

    SealKeys(SealKey key, String municipality) {
        this.key = key;
        this.sealer = key == null ? null : new Sealer(key, municipality);
    }

    /** @throws Problem {@code seal-key-missing} (503) while none is set */
    Sealer sealer() {
        return require(sealer);
    }

    byte[] certificate() {
        return require(key).certificate().getEncoded();
    }

    /** @return the bare signature, for what is no PDF */
    byte[] sign(ToBeSigned data) {
        return require(key).sign(data).getValue();
    }

    boolean present() {
        return key != null;
    }

    private static <T> T require(T part) {
        if (part == null) {
            throw Problem.unavailable("seal-key-missing");
        }
        return part;
    }
}
