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

    /** Every letter pair, and words that are a single letter. */
    static Set<String> ofName(List<String> words) {
        Set<String> grams = new LinkedHashSet<>();
        for (String word : words) {
            int[] letters = word.codePoints().toArray();
            if (letters.length == 1) {
                grams.add(word);
            }
            for (int i = 0; i + 1 < letters.length; i++) {
                grams.add(new String(letters, i, 2));
            }
        }
        return grams;
    }

    /** The last two pieces of each word, since numbers begin alike; a single character stands in nearly every number. */
    static Set<String> ofNumber(List<String> words) {
        Set<String> grams = new LinkedHashSet<>();
        for (String word : words) {
            int size = Math.min(NUMBER, word.length());
            for (int i = Math.max(0, word.length() - size - 1); size > 1 && i + size <= word.length(); i++) {
                grams.add("#" + word.substring(i, i + size));
            }
        }
        return grams;
    }
}
