package jp.michishirube.sharing.channel;

import java.util.Locale;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.code.IssuePass;

/**
 * What is to be told to whom, by which way.
 *
 * @param once     says what it is; the same thing by the same way is put once, such as {@code event 7 asked 12}
 * @param template name of its texts ({@code message.<template>.…})
 * @param pass     whose address the message carries; by voice, or where the occasion is a code, its code
 * @param caseId   the case it is about; null for none. Stopped with it.
 * @param language of the holder, as far as it is known
 */
public record Message(String once, Holder to, Way way, Occasion occasion, String template, IssuePass.Issued pass, CaseId caseId, Locale language) {

    /** What goes with the words: the pass's address, or by voice its code. */
    String told() {
        if (!way.isSpoken() && !occasion.tellsCode()) {
            return pass.address();
        }
        if (pass.code() == null && occasion == Occasion.WARNING) {
            // what a warning says by voice stands in its words
            return "";
        }
        if (pass.code() == null) {
            throw new IllegalArgumentException("a pass without a code has nothing to tell by voice");
        }
        return pass.code();
    }
}
