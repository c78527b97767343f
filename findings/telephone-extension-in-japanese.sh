#!/bin/sh
# How libphonenumber 9.0.43 reads telephone numbers as Japanese rosters write them, seen 2026-11-30 on JDK 17.
#
# It knows the words for an extension in several languages ("ext.", "доб.", "anexo"), but not 内線, which has a column of its own in the
# national data standard: with it, or with a remark in brackets, parse() refuses the whole number, while the finder of numbers in texts
# gives the number and drops the extension in silence. A number that begins with 0990, a service that ended in 2014, is still called
# valid.
. "$(dirname "$0")/common"
libraries com.googlecode.libphonenumber:libphonenumber:9.0.43
run Seen.java <<'JAVA'
import com.google.i18n.phonenumbers.*;
import java.util.List;

public class Seen {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    public static void main(String[] args) {
        for (String text : List.of("0120-000-000 ext. 12", "0120-000-000 内線12", "0120-000-000（夜間）", "０１２０－０００－０００", "0990-22-1007")) {
            System.out.println(text + " -> " + parsed(text) + "; found in text: " + found(text));
        }
    }

    private static String parsed(String text) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(text, "JP");
            return NUMBERS.format(number, PhoneNumberUtil.PhoneNumberFormat.NATIONAL) + (NUMBERS.isValidNumber(number) ? " valid" : " not valid");
        } catch (NumberParseException e) {
            return e.getErrorType().toString();
        }
    }

    private static String found(String text) {
        StringBuilder all = new StringBuilder();
        NUMBERS.findNumbers(text, "JP").forEach(m -> all.append(all.length() == 0 ? "" : ", ")
                .append(NUMBERS.format(m.number(), PhoneNumberUtil.PhoneNumberFormat.NATIONAL)));
        return all.length() == 0 ? "none" : all.toString();
    }
}
JAVA
expect <<'SEEN'
0120-000-000 ext. 12 -> 0120-000-000 ext. 12 valid; found in text: 0120-000-000 ext. 12
0120-000-000 内線12 -> NOT_A_NUMBER; found in text: 0120-000-000
0120-000-000（夜間） -> NOT_A_NUMBER; found in text: 0120-000-000
０１２０－０００－０００ -> 0120-000-000 valid; found in text: 0120-000-000
0990-22-1007 -> 0990-221-007 valid; found in text: 0990-221-007
SEEN
