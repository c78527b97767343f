package jp.michishirube.inbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words of a search cut into the pieces that the index of free text holds (migration V045): whatever holds all the pieces may hold the
 * words, and the pattern decides.
 */
final class Grams {

    private static final int NUMBER = 3;

    private Grams() {}

    /** Every letter pair, and letters that stand alone; {@code _}, any letter, parts them. */
    static String[] ofName(List<String> words) {
        Set<String> grams = new LinkedHashSet<>();
        for (String word : words) {
            for (String run : word.split("_")) {
                int[] letters = run.codePoints().toArray();
                if (letters.length == 1) {
                    grams.add(run);
                }
                for (int i = 0; i + 1 < letters.length; i++) {
                    grams.add(new String(letters, i, 2));
                }
            }
        }
        return grams.toArray(String[]::new);
    }

    /** The last two pieces of each word, since numbers begin alike; a single character stands in nearly every number. */
    static String[] ofNumber(List<String> words) {
        Set<String> grams = new LinkedHashSet<>();
        for (String word : words) {
            int size = Math.min(NUMBER, word.length());
            for (int i = Math.max(0, word.length() - size - 1); size > 1 && i + size <= word.length(); i++) {
                grams.add("#" + word.substring(i, i + size));
            }
        }
        return grams.toArray(String[]::new);
    }
}
