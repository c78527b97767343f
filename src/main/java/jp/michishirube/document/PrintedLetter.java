package jp.michishirube.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A letter for a long envelope with a window (長形3号): through the window nothing but the address is seen. Template {@code letter}.
 *
 * @param sender     lines at the right, the municipality first
 * @param postalCode empty where it is not known
 * @param address    to the letter; empty for a letter that is handed over
 * @param person     to the letter, without 様
 * @param mark       number by which the letter is known; never anything of a person
 * @param code       to be read in large digits, under {@code codeLabel}; null for none
 * @param qr         address behind the QR code; null for none
 * @param typed      what to type without a camera; null for none
 */
public record PrintedLetter(List<String> sender, String postalCode, String address, String person, LocalDate date, String mark, String title,
                            List<PrintedNotice.Part> parts, String codeLabel, String code, String qr, String typed) {

    public PrintedLetter {
        sender = List.copyOf(sender);
        parts = List.copyOf(parts);
        if (code != null && qr != null) {
            throw new IllegalArgumentException("link and code do not travel together");
        }
    }
}
