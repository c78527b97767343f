package jp.michishirube.japanese;

import java.util.regex.Pattern;

/**
 * The one rule for the reading of a name (ふりがな), on the roster and in a plan: full-width katakana, and the Latin letters in which
 * residence cards write the names of foreign residents.
 */
public final class Reading {

    private static final Pattern SHAPE = Pattern.compile("[\\p{IsKatakana}゠ー・　 A-Za-zＡ-Ｚａ-ｚ'’.\\-−]*");

    private Reading() {}

    /** @param reading with kana made full-width katakana, sound marks joined */
    public static boolean fits(String reading) {
        return SHAPE.matcher(reading).matches();
    }
}
