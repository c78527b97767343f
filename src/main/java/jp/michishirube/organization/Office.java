package jp.michishirube.organization;

import java.time.LocalDate;

/**
 * 受託事業者: a contracted office whose care managers make plans.
 *
 * @param code          short code used in the roster files
 * @param name          name as contracted
 * @param kind          what the office is by law, by the code of {@code roster/office-kinds.yaml}
 * @param phone         for the residents' papers
 * @param areas         町 served, for assignment by rule; comma separated; empty for anywhere
 * @param quota         plans a year by contract; 0 for no limit
 * @param contractBegins first day of the contract; null when it is not known
 * @param contractEnds  last day of the contract; null while open-ended
 */
public record Office(String code, String name, Kind kind, String phone, String areas, int quota, LocalDate contractBegins, LocalDate contractEnds) {

    /** A kind of office by its code: cities contract with more kinds than anyone has listed. */
    public record Kind(String code) {

        /** 居宅介護支援事業所 */
        public static final Kind HOME_CARE_SUPPORT = new Kind("HOME_CARE_SUPPORT");
        /** 地域包括支援センター */
        public static final Kind COMMUNITY_SUPPORT_CENTER = new Kind("COMMUNITY_SUPPORT_CENTER");
    }

    /** Where the contract stands on a day. */
    public enum Contract {
        NOT_BEGUN, RUNS, ENDED
    }

    /** With a contract that runs from the beginning. */
    public Office(String code, String name, Kind kind, String phone, String areas, int quota, LocalDate contractEnds) {
        this(code, name, kind, phone, areas, quota, null, contractEnds);
    }

    /** First and last day belong to the contract. */
    public Contract contract(LocalDate today) {
        if (contractBegins != null && contractBegins.isAfter(today)) {
            return Contract.NOT_BEGUN;
        }
        return contractEnds != null && contractEnds.isBefore(today) ? Contract.ENDED : Contract.RUNS;
    }
}
