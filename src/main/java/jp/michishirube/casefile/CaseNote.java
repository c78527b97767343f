package jp.michishirube.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What whoever opens the case, or sees it in the list of work, should know at once: a line in the head of every page of the case, a
 * badge in the list.
 *
 * @param badge two or three words
 * @param text  one sentence that says what to do
 * @param path  below {@code /cases/{number}/}, where it is done
 */
public record CaseNote(String badge, String text, String path) {

    /** A room's notes on cases; rooms declare one as a bean. Asked for whole pages of cases at once. */
    public interface Source {

        /** @return in the reader's language; a case without notes is absent */
        Map<CaseId, List<CaseNote>> of(Collection<CaseId> cases, Locale locale);
    }
}
