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

    private static final Pattern NUMERALS = Pattern.compile("([〇一二三四五六七八九十百千]+)(?=丁目|番|号|の|-|地割|条)");
    private static final String OF = "がガヵ";
    /** 自由が丘 and 自由ヶ丘: one place, by whose list it stands on. */
    private static final Pattern BETWEEN_NAMES = Pattern.compile("(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])[" + OF + "](?=\\p{IsHan})");
    private static final Pattern COUNTY = Pattern.compile("^([^市区町村\\d]{1,5}?郡)(?=.{1,6}?[町村])");
    private static final Pattern DASHES = Pattern.compile("(?<=\\d)" + Dashes.ANY + "|" + Dashes.ANY + "(?=\\d)");
    private static final Pattern PREFECTURE = Pattern.compile("^(?:北海道|東京都|大阪府|京都府|.{2,3}県)");
    private static final Pattern AZA = Pattern.compile("大字|(?<=.)字");
    private static final String NUMERAL = "〇一二三四五六七八九十百千";
    /** What stands between two numbers of an address, and what stands behind the last; the longer before its beginning. */
    private static final String[] BETWEEN = {"丁目", "番地の", "番地", "番", "号", "の", "ノ", "之", "条", "-"};
    private static final String[] BEHIND = {"丁目", "番地", "番", "号", "-"};

    private AddressSpelling() {}

    /** {@code 二丁目３番地の１号}, {@code 2丁目3-1}, {@code ２－３－１} become one; prefecture, 大字 and 字 fall away; ケ and ヶ are one. */
    public static String key(String address) {
        String text = plain(address);
        text = hasOneOf(Dashes.ALL, text) ? DASHES.matcher(text).replaceAll("-") : text;
        text = hasOneOf(NUMERAL, text) ? NUMERALS.matcher(text).replaceAll(m -> String.valueOf(number(m.group(1)))) : text;
        text = inPrefecture(text);
        text = text.indexOf('字') < 0 ? text : AZA.matcher(text).replaceAll("");
        text = hasOneOf(OF, text) ? BETWEEN_NAMES.matcher(text).replaceAll("ヶ") : text;
        return numbers(text).replace('ケ', 'ヶ').replace('ヵ', 'カ');
    }

    /** Of ASCII, kana and the usual ideographs alone: most addresses, and nothing in them to be made narrow or joined. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 0x20 && c <= 0x7E || c >= 0x4E00 && c <= 0x9FFF || c >= 0x3041 && c <= 0x3096 || c >= 0x30A1 && c <= 0x30FC)) {
                return false;
            }
        }
        return true;
    }

    /** Without its prefecture. */
    private static String inPrefecture(String text) {
        boolean named = text.length() > 2 && (text.charAt(2) == '県' || text.length() > 3 && text.charAt(3) == '県' || "北東大京".indexOf(text.charAt(0)) >= 0);
        return named ? PREFECTURE.matcher(text).replaceFirst("") : text;
    }

    /** Numbers joined by hyphens, nothing behind the last. By hand: an address book is asked a hundred thousand times. */
    private static String numbers(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            joined.append(c);
            if (isDigit(c)) {
                int between = run(BETWEEN, text, i + 1);
                if (between > i + 1 && between < text.length() && isDigit(text.charAt(between))) {
                    joined.append('-');
                    i = between - 1;
                } else {
                    i = run(BEHIND, text, i + 1) - 1;
                }
            }
        }
        return joined.toString();
    }

    /** @return where the words end that begin there */
    private static int run(String[] words, String text, int from) {
        for (int w = 0; w < words.length; w++) {
            if (text.startsWith(words[w], from)) {
                return run(words, text, from + words[w].length());
            }
        }
        return from;
    }

    private static boolean hasOneOf(String characters, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Half-width where there is one, and without blanks. */
    private static String plain(String address) {
        String text = isPlain(address) ? address : Normalizer.normalize(address, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) || c >= 0x1C && c <= 0x1F) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** The key without 郡, which lists of towns and villages leave out as often as not. */
    public static String withoutCounty(String key) {
        int county = key.indexOf('郡');
        return county < 1 || county > 5 ? key : COUNTY.matcher(key).replaceFirst("");
    }

    /**
     * What the address may begin with, the longest first. A number is never cut: 41 does not begin with 4.
     *
     * @param key of {@link #key}
     */
    public static List<String> beginnings(String key) {
        List<String> beginnings = new ArrayList<>();
        for (int end = key.length(); end > 0; end--) {
            if (mayEndAt(key, end)) {
                beginnings.add(key.substring(0, end));
            }
        }
        return beginnings;
    }

    /** Whether a key may be cut there: within a number it may not. */
    public static boolean mayEndAt(String key, int end) {
        boolean cutsNumber = end < key.length() && isDigit(key.charAt(end)) && isDigit(key.charAt(end - 1));
        return !cutsNumber && key.charAt(end - 1) != '-';
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
                total += Math.max(1, digit) * (c == '十' ? 10 : c == '百' ? 100 : 1000);
                digit = 0;
            }
        }
        return total + digit;
    }
}
