package jp.michishirube.renewal;

import java.time.LocalDate;

/**
 * Who said that nothing changed.
 *
 * @param name of whoever was asked in the resident's place; empty for the resident
 */
record Asking(Who who, String name, How how, LocalDate on) {

    /** Words under {@code renewal.who.<name>}. */
    enum Who { SELF, FAMILY, REPRESENTATIVE }

    /** Words under {@code renewal.how.<name>}. */
    enum How { VISIT, TELEPHONE, OFFICE, ONLINE, LETTER }
}
