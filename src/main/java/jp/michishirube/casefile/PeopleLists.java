package jp.michishirube.casefile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.michishirube.organization.Person;

/**
 * The one port through which a list of people goes to whoever asked for it, on the screen, by the API, on paper or as a file. It takes out
 * the protected (支援措置) whom that reader must not know of, and leaves one line of who was shown whom, in the transaction of the reading:
 * no line, no list. Implemented by {@code privacy}.
 */
public interface PeopleLists {

    /**
     * @param list what is shown
     * @param rows reads what would be shown, cut to the page; called once, within the transaction
     * @param who  whom a row shows
     * @return the rows to show
     */
    <T> List<T> show(Shown list, Supplier<List<T>> rows, Function<T, Somebody> who);

    /**
     * The same for somebody who reads behind a pass and is not signed in.
     *
     * @param reader with the role that the pass stands for
     */
    <T> List<T> show(Person reader, Shown list, Supplier<List<T>> rows, Function<T, Somebody> who);

    /**
     * @param word   stable name of the list, in words under {@code privacy.list.<word>}, such as {@code inbox}
     * @param leaves whether it goes to paper or into a file, beyond the reach of whatever is decided later
     * @param filter what it was narrowed by; of free text, which may name somebody, only that there was any
     */
    record Shown(String word, boolean leaves, Map<String, String> filter) {

        private static final List<String> FREE_TEXT = List.of("q", "commissioner");

        public Shown {
            Map<String, String> kept = new TreeMap<>();
            filter.forEach((key, value) -> {
                if (value != null && !value.isBlank()) {
                    kept.put(key, FREE_TEXT.contains(key) ? "*" : value);
                }
            });
            filter = Map.copyOf(kept);
        }

        public static Shown onScreen(String word, Map<String, String> filter) {
            return new Shown(word, false, filter);
        }

        public static Shown asFile(String word, Map<String, String> filter) {
            return new Shown(word, true, filter);
        }
    }

    /**
     * Whom a row shows.
     *
     * @param caseId     null for somebody without a case
     * @param cityNumber by which the roster knows the person; null where the row tells none
     */
    record Somebody(CaseId caseId, String cityNumber) {

        public static Somebody of(CaseId caseId) {
            return new Somebody(caseId, null);
        }
    }
}
