package jp.michishirube.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.japanese.Dashes;

/**
 * What was typed into the search field: words of digits are parts of the case number, all others parts of the name or its reading, each in
 * the order typed.
 *
 * @param name   pattern for the folded name and reading; null when no such word was typed
 * @param number pattern for the case number; null when no such word was typed
 * @param grams  pieces that a row must hold to fit them (see {@link Grams}); null when any may
 */
record SearchWords(String name, String number, String[] grams) {

    static final SearchWords NONE = new SearchWords(null, null, null);
    private static final Pattern NUMBER = Pattern.compile("[0-9-]*[0-9][0-9-]*");
    private static final Pattern DASH = Pattern.compile(Dashes.ANY);

    static SearchWords of(String typed) {
        Map<Boolean, List<String>> words = Arrays.stream(typed.strip().split("[\\s　]+")).map(Folded::of).filter(w -> !w.isEmpty())
                .collect(Collectors.partitioningBy(w -> NUMBER.matcher(dashed(w)).matches()));
        List<String> names = words.get(false);
        List<String> numbers = words.get(true).stream().map(SearchWords::dashed).toList();
        String[] grams = Stream.concat(Grams.ofName(names).stream(), Grams.ofNumber(numbers).stream()).toArray(String[]::new);
        return new SearchWords(pattern(names), pattern(numbers), grams.length == 0 ? null : grams);
    }

    private static String dashed(String word) {
        return DASH.matcher(word).replaceAll("-");
    }

    private static String pattern(List<String> words) {
        return words.isEmpty() ? null
                : words.stream().map(w -> w.replaceAll("([%_\\\\])", "\\\\$1")).collect(Collectors.joining("%", "%", "%"));
    }
}
