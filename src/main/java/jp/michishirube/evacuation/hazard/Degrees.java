package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Reads a coordinate without the exactness to the last bit that Java's own reading pays for: 18 digits are read, which is less than a
 * millionth of a millimetre on the ground. A file of 500 MB holds twenty million of them.
 */
final class Degrees {

    private static final int MOST_DIGITS = 18;
    private static final double[] POWERS = new double[MOST_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= MOST_DIGITS; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Degrees() {}

    /** @param parser at a number */
    static double at(JsonParser parser) throws IOException {
        char[] text = parser.getTextCharacters();
        int at = parser.getTextOffset();
        int end = at + parser.getTextLength();
        boolean negative = text[at] == '-';
        long digits = 0;
        int read = 0;
        int behindPoint = -1;
        for (int i = negative ? at + 1 : at; i < end; i++) {
            char c = text[i];
            if (c == '.') {
                behindPoint = 0;
            } else if (c < '0' || c > '9') {
                // an exponent
                return parser.getDoubleValue();
            } else if (read < MOST_DIGITS) {
                digits = digits * 10 + c - '0';
                read += digits == 0 ? 0 : 1;
                behindPoint += behindPoint < 0 ? 0 : 1;
            } else if (behindPoint < 0) {
                // too large to be a coordinate
                return parser.getDoubleValue();
            }
        }
        if (behindPoint > MOST_DIGITS) {
            return parser.getDoubleValue();
        }
        double value = behindPoint <= 0 ? digits : digits / POWERS[behindPoint];
        return negative ? -value : value;
    }
}
