package jp.michishirube.casefile;

import java.time.LocalDate;

/**
 * 避難行動要支援者: the person the plan is for, as far as a case's head shows it. What the roster says beyond (reasons, care levels)
 * stays in the roster; what the plan says stays in the plan.
 *
 * @param id         key inside the installation; 0 before it is stored
 * @param cityNumber the city's own number (宛名番号 or 名簿番号), by which a roster knows the person again
 * @param cityOsId   id on the city OS, the common key of linked systems; null where the person has none
 * @param name       to the letter, never normalised
 * @param kana       full-width katakana
 * @param sex        男, 女 or empty
 * @param birthDate  null while the day is not known
 * @param area       町 (町内会 area) used for lists and assignment
 * @param birthKnown what is known of a birth date whose day is not: {@code 1941}, {@code 1941-05} or {@code 不詳}; empty with a whole date
 */
public record Resident(
        long id, String cityNumber, String cityOsId, String name, String kana, LocalDate birthDate, String sex,
        String postalCode, String address, String phone, String area, String birthKnown) {

    /** Of whom nothing but whole birth dates, or no word on it, is known. */
    public Resident(long id, String cityNumber, String cityOsId, String name, String kana, LocalDate birthDate, String sex, String postalCode,
            String address, String phone, String area) {
        this(id, cityNumber, cityOsId, name, kana, birthDate, sex, postalCode, address, phone, area, "");
    }
}
