package jp.michishirube.evacuation.hazard;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A depth of water as maps write it in words or metres: 「5m以上10m未満」「1.0～2.0m」「0.3m未満」「20m以上」「2.4」. Prefectures cut their classes
 * differently (0.3, 0.5, 1, 3, 5, 10, 20 m), so that only the metres can be compared.
 */
final class DepthText {

    private static final double[] BOUNDS = {0.5, 3, 5, 10, 20};
    private static final double DEEPEST = 100;
    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{1,20})?)";
    private static final String UNIT = "(?:m|メートル)?";
    private static final Pattern RANGE = Pattern.compile(NUMBER + UNIT + "(?:(?:以上|超|より大|から)[~-]?|[~-])" + NUMBER + UNIT + "(?:未満|以下|まで)?");
    private static final Pattern BELOW = Pattern.compile("[~-]?" + NUMBER + UNIT + "(?:未満|以下|まで)|~" + NUMBER + UNIT);
    private static final Pattern ABOVE = Pattern.compile(NUMBER + UNIT + "(?:以上|超|より大|[~-])");
    private static final Pattern EXACT = Pattern.compile(NUMBER + UNIT);

    private DepthText() {}

    /**
     * @return the national class (1–6) that holds the deepest water meant; empty when the text is no depth. Neither 0 nor a number below it
     *         is one: programs of maps write them where nothing was measured. A bare number beyond any flood is of another unit
     */
    static OptionalInt level(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "").replaceAll("[〜～∼]", "~").replaceAll("[ー−‐–—]", "-");
        Matcher range = RANGE.matcher(plain);
        if (range.matches() && number(range.group(1)) < number(range.group(2))) {
            return OptionalInt.of(below(number(range.group(2))));
        }
        Matcher below = BELOW.matcher(plain);
        if (below.matches()) {
            return OptionalInt.of(below(number(below.group(1) != null ? below.group(1) : below.group(2))));
        }
        Matcher above = ABOVE.matcher(plain);
        if (above.matches()) {
            return OptionalInt.of(at(number(above.group(1))));
        }
        Matcher exact = EXACT.matcher(plain);
        return exact.matches() && number(exact.group(1)) > 0 && number(exact.group(1)) < DEEPEST ? OptionalInt.of(at(number(exact.group(1)))) : OptionalInt.empty();
    }

    /** Class of a depth that is reached. */
    private static int at(double metres) {
        int level = 1;
        while (level <= BOUNDS.length && metres >= BOUNDS[level - 1]) {
            level++;
        }
        return level;
    }

    /** Class of the depths just below a bound. */
    private static int below(double metres) {
        int level = 1;
        while (level <= BOUNDS.length && metres > BOUNDS[level - 1]) {
            level++;
        }
        return level;
    }

    private static double number(String digits) {
        return Double.parseDouble(digits);
    }
}
