package jp.michishirube.organization;

/**
 * 受託事業者: a contracted office whose care managers make plans.
 *
 * @param code          short code used in the roster files
 * @param name          name as contracted
 * @param kind          居宅介護支援事業所 or 地域包括支援センター
 * @param phone         for the residents' papers
 * @param areas         町 served, for assignment by rule; comma separated; empty for anywhere
 * @param quota         plans a year by contract; 0 for no limit
 * @param contractEnds  last day of the contract; null while open-ended
 */
public record Office(String code, String name, Kind kind, String phone, String areas, int quota, java.time.LocalDate contractEnds) {

    public enum Kind {
        /** 居宅介護支援事業所 */
        HOME_CARE_SUPPORT,
        /** 地域包括支援センター */
        COMMUNITY_SUPPORT_CENTER
    }
}
