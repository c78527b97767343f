package jp.michishirube.document;

import java.time.LocalDate;
import java.util.List;
import jp.michishirube.document.PrintedPlan.Size;

/**
 * A letter to read and perhaps to sign: the consent form, its receipt, a request to a supporter.
 *
 * @param template  below {@code reports/}, normally {@code notice}
 * @param number    case number; null where none is known yet
 * @param person    whom it is about, to the letter; null leaves a line to write on
 * @param noticeId  version of the notice text, printed at the foot so that paper and record match;
 *                  null for a letter that is no notice
 * @param choices   answers to tick, such as 同意します; one may be ticked beforehand on a receipt
 * @param signature lines for signature, relation, date and witness
 * @param qr        address behind the QR code; null for none
 */
public record PrintedNotice(String template, Size size, String title, String municipality, String number, String person, LocalDate date,
                            String noticeId, List<Part> parts, List<Choice> choices, boolean signature, String qr) {

    public PrintedNotice {
        parts = List.copyOf(parts);
        choices = List.copyOf(choices);
    }

    /** @param heading empty for a paragraph without one */
    public record Part(String heading, String text) {}

    public record Choice(String text, boolean ticked) {}
}
