package jp.michishirube.linkage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * お薬手帳 as a JAHIS file or a set of QR codes tells it (電子版お薬手帳データフォーマット, versions 01 to 08).
 *
 * @param version  of the format, 1 to 99; older ones have shorter records
 * @param dispensings newest first, those without a day last; one for each clinic of a day
 * @param otc      bought without a prescription (records 3 and 31)
 * @param left     how many records of a kind were not taken, by record number; {@code other} for kinds that no version of the format knows
 * @param warnings message keys of what was left out, such as {@code jahis.warning.short-record}; empty when everything was read
 */
public record JahisNotebook(int version, Patient patient, List<Note> notes, List<Dispensing> dispensings, List<Otc> otc,
        Map<String, Integer> left, List<String> warnings) {

    /**
     * @param name      to the letter
     * @param birthDate null when missing or no date that ever was
     * @param sex       男, 女 or empty
     * @param blood     as written, such as A+; empty when missing
     */
    public record Patient(String name, String kana, LocalDate birthDate, String sex, String blood) {}

    /** @param kind 1 allergy, 2 side effect, 3 history, 9 other */
    public record Note(int kind, String text) {}

    /** What was handed out on one day by one pharmacy. @param on null when the notebook does not say */
    public record Dispensing(LocalDate on, String pharmacy, String clinic, String doctor, List<Drug> drugs) {}

    /** @param usage such as 1日1回朝食後; empty when missing @param quantity days or times, with its unit; empty when missing */
    public record Drug(String name, String amount, String unit, String usage, String quantity, String quantityUnit) {}

    /** @param from first day of use @param until last day; both null when not told @param ingredients names, often none */
    public record Otc(String name, LocalDate from, LocalDate until, List<String> ingredients) {}

    /** Largest file taken: a notebook of years has a few ten thousand bytes. */
    public static final int MAX_BYTES = 1_000_000;

    /**
     * Reads a whole notebook from one file, or from the contents of several QR codes in any order when they carry their own numbers
     * (record 911), or were cut anywhere and only one order makes whole records; else in the order given.
     *
     * @throws jp.michishirube.problem.Problem 400 {@code jahis-none}, {@code jahis-not-jahis}, {@code jahis-encoding},
     *         {@code jahis-cut}, {@code jahis-wrong-order}, {@code jahis-part-missing}, {@code jahis-other-set},
     *         {@code jahis-no-patient}; 413 {@code jahis-too-large}
     */
    public static JahisNotebook parse(List<byte[]> parts) {
        return JahisReader.read(JahisParts.join(parts));
    }
}
