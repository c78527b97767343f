package jp.michishirube.evidence;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;

/** The end of a day's chain: whoever holds it can tell whether the chain up to that day is still the same. */
record DayHead(LocalDate day, int links, byte[] chained) {

    /** What is sealed: one line of text, the same in the database and in the file. */
    byte[] text() {
        return (day + " " + links + " " + HexFormat.of().formatHex(chained)).getBytes(StandardCharsets.US_ASCII);
    }
}
