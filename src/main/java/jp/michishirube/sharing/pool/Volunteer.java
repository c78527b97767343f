package jp.michishirube.sharing.pool;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.michishirube.sharing.code.Holder;

/**
 * 協力者: a person or an organisation willing to help. Whom they help is not written here.
 *
 * @param contactName of an organisation, the person to speak to; else empty
 * @param area        町 of the own place; empty where it is not known
 * @param address     of the own place; empty where it is not known
 * @param lat         degrees north, null where the place is not known; {@code lon} likewise
 * @param mail        null for none
 * @param phone       national number, digits only; null for none
 * @param areas       町 in which they help
 * @param most        residents they take at most
 * @param office      code of the office that proposed them; null for the city's own entries
 */
public record Volunteer(long id, Party party, String name, String contactName, String area, String address, Double lat, Double lon, String mail,
                        String phone, Locale language, List<String> areas, Set<TimeOfDay> times, int most, Source source, State state, String office, int version) {

    public enum Party { PERSON, ORGANISATION }

    /** From where the municipality knows of them. */
    public enum Source {
        CITY,
        /** 社会福祉協議会 */
        COUNCIL,
        /** 町内会・自主防災組織 */
        ASSOCIATION,
        /** A supporter of a plan made before. */
        PAST_PLAN
    }

    public enum State {
        /** Named by an office; asked by nobody until the city has confirmed. */
        PROPOSED,
        STANDING,
        /** Asked no more; address and number are gone. */
        ENDED
    }

    public Holder holder() {
        return holder(id);
    }

    public static Holder holder(long id) {
        return new Holder(Holder.Kind.VOLUNTEER, String.valueOf(id));
    }

    public boolean isOrganisation() {
        return party == Party.ORGANISATION;
    }
}
