package jp.michishirube.japanese;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One spelling for an address, for comparing only: what is shown and printed is always the value to the letter. The same for the roster,
 * the address book and searches.
 */
public final class AddressSpelling {

    private static final Pattern NUMERALS = Pattern.compile("([〇一二三四五六七八九十百]+)(?=丁目|番|号|の|-|地割|条)");
    private static final Pattern COUNTY = Pattern.compile("^([^市区町村\\d]{1,5}?郡)(?=.{1,6}?[町村])");

    private AddressSpelling() {}

    /** {@code 二丁目３番地の１号}, {@code 2丁目3-1}, {@code ２－３－１} become one; prefecture, 大字 and 字 fall away; ケ and ヶ are one. */
    public static String key(String address) {
        String text = Normalizer.normalize(address, Normalizer.Form.NFKC).replaceAll("[\\s\\u3000]", "")
                .replaceAll("[‐‑‒–—―−ー](?=\\d)", "-").replaceAll("(?<=\\d)[‐‑‒–—―−ー]", "-");
        Matcher numerals = NUMERALS.matcher(text);
        text = numerals.replaceAll(m -> String.valueOf(number(m.group(1))));
        return text.replaceFirst("^(北海道|東京都|大阪府|京都府|.{2,3}県)", "").replaceAll("大字|(?<=.)字", "")
                .replaceAll("(?<=\\d)(丁目|番地の|番地|番|号|の|条|-)+(?=\\d)", "-").replaceAll("(?<=\\d)(丁目|番地|番|号|-)+(?=\\D|$)", "")
                .replace('ヶ', 'ケ').replace('ヵ', 'カ').replace("ケ", "ヶ");
    }

    /** The key without 郡, which lists of towns and villages leave out as often as not. */
    public static String withoutCounty(String key) {
        return COUNTY.matcher(key).replaceFirst("");
    }

    /**
     * What the address may begin with, the longest first. A number is never cut: 41 does not begin with 4.
     *
     * @param key of {@link #key}
     */
    public static List<String> beginnings(String key) {
        List<String> beginnings = new ArrayList<>();
        for (int end = key.length(); end > 0; end--) {
            boolean cutsNumber = end < key.length() && isDigit(key.charAt(end)) && isDigit(key.charAt(end - 1));
            if (!cutsNumber && key.charAt(end - 1) != '-') {
                beginnings.add(key.substring(0, end));
            }
        }
        return beginnings;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String kanji) {
        int total = 0;
        int digit = 0;
        for (char c : kanji.toCharArray()) {
            int d = "〇一二三四五六七八九".indexOf(c);
            if (d >= 0) {
                digit = digit * 10 + d;
            } else {
                total += Math.max(1, digit) * (c == '十' ? 10 : 100);
                digit = 0;
            }
        }
        return total + digit;
    }
}
