package jp.michishirube.evidence;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;

/** The end of a day's chain: whoever holds it can tell whether the chain up to that day is still the same. */
record DayHead(LocalDate day, int links, byte[] chained) {

    /** The same in the database, the file and the mail. */
    String line() {
        return day + " " + links + " " + HexFormat.of().formatHex(chained);
    }

    /** What is sealed. */
    byte[] text() {
        return line().getBytes(StandardCharsets.US_ASCII);
    }
}
