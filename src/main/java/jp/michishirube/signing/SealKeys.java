package jp.michishirube.signing;

import eu.europa.esig.dss.model.ToBeSigned;
import java.time.Clock;
import java.time.ZoneId;
import jp.michishirube.problem.Problem;

/** The key to seal with, when there is one whose certificate is valid now. */
final class SealKeys {

    private final SealKey key;
    private final Sealer sealer;
    private final Clock clock;

    SealKeys(SealKey key, String municipality, Clock clock) {
        this.key = key;
        this.sealer = key == null ? null : new Sealer(key, municipality);
        this.clock = clock;
    }

    /**
     * @throws Problem {@code seal-key-missing} (503) while none is set; {@code seal-certificate-ended} (503) after its certificate's end,
     *                 {@code seal-certificate-not-yet} (503) before its begin
     */
    Sealer sealer() {
        requireValid();
        return sealer;
    }

    /** @throws Problem as {@link #sealer} */
    byte[] certificate() {
        requireValid();
        return key.certificate().getEncoded();
    }

    /**
     * @return the bare signature, for what is no PDF
     * @throws Problem as {@link #sealer}
     */
    byte[] sign(ToBeSigned data) {
        requireValid();
        return key.sign(data).getValue();
    }

    SealState state() {
        return key == null ? SealState.MISSING
                : SealState.of(key.certificate().getCertificate(), clock.instant().atZone(ZoneId.of("Asia/Tokyo")));
    }

    private void requireValid() {
        SealState state = state();
        switch (state.kind()) {
            case MISSING -> throw Problem.unavailable("seal-key-missing");
            case ENDED -> throw Problem.unavailable("seal-certificate-ended", state.ends());
            case NOT_YET -> throw Problem.unavailable("seal-certificate-not-yet", state.begins());
            default -> { }
        }
    }
}
