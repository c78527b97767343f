package jp.michishirube.safety.reach;

import jp.michishirube.casefile.Resident;
import jp.michishirube.sharing.code.Holder;

/**
 * Somebody who may be asked.
 *
 * @param residentId null for somebody whom the roster alone knows
 * @param person     the city's number; of somebody without one {@code #} and our own
 */
public record Whom(Long residentId, String person) {

    public static Whom of(Resident resident) {
        return new Whom(resident.id(), resident.cityNumber() == null ? "#" + resident.id() : resident.cityNumber());
    }

    /** As whom they link LINE; null for somebody whom the roster alone knows. */
    public Holder holder() {
        return residentId == null ? null : new Holder(Holder.Kind.RESIDENT, String.valueOf(residentId));
    }
}
