package jp.michishirube.inbox;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was typed into the search field, as patterns for the columns: hiragana and half-width kana find the kana of the roster, and a
 * family name is found whichever of its usual shapes was typed (高橋 finds 髙橋). Columns are compared without their spaces.
 *
 * @param name   pattern for the name
 * @param kana   pattern for the kana
 * @param number pattern for the case number
 * @param nameGrams pieces that a name must hold to fit its pattern, likewise {@code kanaGrams} and {@code numberGrams}
 */
record SearchWords(String name, String kana, String number, String[] nameGrams, String[] kanaGrams, String[] numberGrams) {

    /** Shapes of one character that people do not tell apart when they search. */
    private static final List<String> SHAPES = List.of("高髙", "崎﨑嵜碕", "吉𠮷", "斉斎齊齋", "辺邉邊", "沢澤", "浜濱濵", "広廣", "島嶋嶌", "富冨",
            "桜櫻", "国國", "関關", "恵惠", "徳德", "真眞", "栄榮", "万萬", "曽曾", "条條", "竜龍", "寿壽", "滝瀧", "桑桒");

    static SearchWords of(String typed) {
        List<String> words = Arrays.stream(typed.strip().split("[\\s　]+")).toList();
        List<String> kana = words.stream().map(w -> katakana(plain(w))).toList();
        List<String> numbers = words.stream().map(w -> plain(w).toUpperCase(Locale.ROOT)).toList();
        return new SearchWords(pattern(words, SearchWords::anyShape), pattern(kana, w -> w), pattern(numbers, w -> w),
                Grams.ofName(words.stream().map(SearchWords::anyShape).toList()), Grams.ofName(kana), Grams.ofNumber(numbers));
    }

    private static String pattern(List<String> words, java.util.function.UnaryOperator<String> shape) {
        return words.stream().map(w -> shape.apply(w.replaceAll("([%_\\\\])", "\\\\$1"))).collect(Collectors.joining("%", "%", "%"));
    }

    private static String anyShape(String word) {
        return word.codePoints().mapToObj(Character::toString)
                .map(c -> SHAPES.stream().anyMatch(s -> s.contains(c)) ? "_" : c).collect(Collectors.joining());
    }

    /** Not for names: some of their characters are compatibility forms that would become another character. */
    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC);
    }

    /** Hiragana stand 0x60 before their katakana. */
    private static String katakana(String word) {
        return word.codePoints().map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + 0x60 : c).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
