package jp.michishirube.plan.form;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who held a linked value: the word before the dot of a form's {@code x-link}, and the facts it may tell, the words behind it. */
public enum Holder {
    /** 都市OS */
    CITY_OS("cityos", "name", "kana", "birthDate", "sex", "postalCode", "address", "building", "phone", "mobile", "fax", "email", "household",
            "family"),
    /** The municipality's secure gateway. */
    GATEWAY("gateway", "flag", "reasons", "careLevel", "physicalGrade", "physicalKind", "intellectualGrade", "mentalGrade", "supportGrade",
            "disease", "medicalCare", "otherReason"),
    /** デジタル防災 */
    DISASTER_APP("disasterapp", "places"),
    /** ケアエール */
    CARE_CIRCLE("carecircle", "supporters", "contacts", "medication", "clinic", "clinicPhone", "condition", "allergies"),
    /** お薬手帳 (JAHIS), read at the interview. */
    JAHIS("jahis", "medication", "clinic", "history", "allergies", "bloodType", "rh"),
    /** 避難行動要支援者名簿 */
    ROSTER("roster", "name", "kana", "birthDate", "birthKnown", "sex", "postalCode", "address", "phone", "area", "reasons", "careLevel", "physicalGrade",
            "physicalKind", "intellectualGrade", "mentalGrade", "supportGrade"),
    /** The plan before a renewal: any question's own address. */
    PREVIOUS_PLAN("previous");

    private final String prefix;
    private final Set<String> links;

    Holder(String prefix, String... facts) {
        this.prefix = prefix;
        this.links = Arrays.stream(facts).map(f -> prefix + "." + f).collect(Collectors.toUnmodifiableSet());
    }

    public String prefix() {
        return prefix;
    }

    /** Names of all its facts, such as {@code cityos.name}. */
    public Set<String> links() {
        return links;
    }

    /** The link by which the plan before a renewal answers the question at that pointer. */
    public static String previous(String pointer) {
        return PREVIOUS_PLAN.prefix + pointer.replace('/', '.');
    }

    /** Message key of the name people know it by. */
    public String label() {
        return "plan.holder." + name();
    }

    public static Optional<Holder> ofLink(String link) {
        int dot = link.indexOf('.');
        return dot < 0 ? Optional.empty() : Arrays.stream(values()).filter(h -> h.prefix.equals(link.substring(0, dot))).findFirst();
    }
}
