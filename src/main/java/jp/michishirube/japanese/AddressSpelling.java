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

    private static final String OF = "がガヵ";
    /** 自由が丘 and 自由ヶ丘: one place, by whose list it stands on. */
    private static final Pattern BETWEEN_NAMES = Pattern.compile("(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])[" + OF + "](?=\\p{IsHan})");
    private static final Pattern COUNTY = Pattern.compile("^([^市区町村\\d]{1,5}?郡)(?=.{1,6}?[町村])");
    private static final String[] PREFECTURES = {"北海道", "東京都", "大阪府", "京都府"};
    private static final Pattern AZA = Pattern.compile("大字|(?<=.)字");
    private static final String NUMERAL = "〇一二三四五六七八九十百千";
    /** What makes numerals before it a number; elsewhere they are part of a name. */
    private static final String[] COUNTED = {"丁目", "番", "号", "の", "-", "地割", "条"};
    /** What stands between two numbers of an address, and what stands behind the last; the longer before its beginning. */
    private static final String[] BETWEEN = {"丁目", "番地の", "番地", "番", "号", "の", "ノ", "之", "条", "-"};
    private static final String[] BEHIND = {"丁目", "番地", "番", "号", "-"};

    /** Which of these a character is: an address is looked at once for all of them. */
    private static final int DASH = 1;
    private static final int COUNTS = 2;
    private static final int JOINS = 4;
    private static final int OTHER = 8;
    private static final byte[] KINDS = new byte[1 << 16];

    static {
        mark(Dashes.ALL, DASH);
        mark(NUMERAL, COUNTS);
        mark("丁番号のノ之条-", JOINS);
        mark("字ケヵ" + OF, OTHER);
    }

    private AddressSpelling() {}

    private static void mark(String characters, int kind) {
        characters.chars().forEach(c -> KINDS[c] |= kind);
    }

    /** {@code 二丁目３番地の１号}, {@code 2丁目3-1}, {@code ２－３－１} become one; prefecture, 大字 and 字 fall away; ケ and ヶ are one. */
    public static String key(String address) {
        String text = plain(address);
        int kinds = 0;
        for (int i = 0; i < text.length(); i++) {
            kinds |= KINDS[text.charAt(i)];
        }
        text = (kinds & DASH) == 0 ? text : dashed(text);
        text = (kinds & COUNTS) == 0 ? text : counted(text);
        text = withoutPrefecture(text);
        if ((kinds & OTHER) != 0) {
            text = AZA.matcher(text).replaceAll("");
            text = BETWEEN_NAMES.matcher(text).replaceAll("ヶ").replace('ケ', 'ヶ').replace('ヵ', 'カ');
        }
        return numbers(text);
    }

    /** Of ASCII, its full-width twins, kana and the usual ideographs alone: most addresses, and nothing in them to be joined. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 0xFF01 && c <= 0xFF5E || c >= 0x20 && c <= 0x7E || c >= 0x4E00 && c <= 0x9FFF || c >= 0x3041 && c <= 0x3096 || c >= 0x30A1 && c <= 0x30FC)) {
                return false;
            }
        }
        return true;
    }

    /** 二丁目 as 2丁目, and 三郎町 as it is. */
    private static String counted(String text) {
        StringBuilder counted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int end = i;
            while (end < text.length() && (KINDS[text.charAt(end)] & COUNTS) != 0) {
                end++;
            }
            if (end == i) {
                counted.append(text.charAt(i));
            } else if (beginsWithOne(COUNTED, text, end)) {
                counted.append(number(text, i, end));
                i = end - 1;
            } else {
                counted.append(text, i, end);
                i = end - 1;
            }
        }
        return counted.toString();
    }

    private static boolean beginsWithOne(String[] words, String text, int from) {
        for (String word : words) {
            if (text.startsWith(word, from)) {
                return true;
            }
        }
        return false;
    }

    /** Any dash beside a digit is the hyphen. */
    private static String dashed(String text) {
        StringBuilder dashed = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if ((KINDS[text.charAt(i)] & DASH) != 0 && (i > 0 && isDigit(text.charAt(i - 1)) || i + 1 < text.length() && isDigit(text.charAt(i + 1)))) {
                dashed.setCharAt(i, '-');
            }
        }
        return dashed.toString();
    }

    private static String withoutPrefecture(String text) {
        if (beginsWithOne(PREFECTURES, text, 0) || text.length() > 2 && text.charAt(2) == '県' && (text.length() == 3 || text.charAt(3) != '県')) {
            return text.substring(3);
        }
        return text.length() > 3 && text.charAt(3) == '県' ? text.substring(4) : text;
    }

    /** Numbers joined by hyphens, nothing behind the last. By hand: an address book is asked a hundred thousand times. */
    private static String numbers(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            joined.append(c);
            if (isDigit(c) && i + 1 < text.length() && (KINDS[text.charAt(i + 1)] & JOINS) != 0) {
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

    /** Half-width where there is one, and without blanks. */
    private static String plain(String address) {
        String text = isPlain(address) ? address : Normalizer.normalize(address, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char wide = text.charAt(i);
            char c = wide >= 0xFF01 && wide <= 0xFF5E ? (char) (wide - 0xFEE0) : wide;
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

    private static int number(String kanji, int from, int to) {
        int total = 0;
        int digit = 0;
        for (int i = from; i < to; i++) {
            char c = kanji.charAt(i);
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
