package jp.michishirube.inbox;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Text as a search compares it: hiragana and half-width kana are katakana, letters capital, the usual shapes of a family name's characters
 * one, spaces and marks of a variant fall away. The database folds names the same way ({@code inbox.folded}, migration V047).
 */
final class Folded {

    /** Shapes of one character that people do not tell apart when they search; the first stands for all. */
    static final List<String> SHAPES = List.of("高髙", "崎﨑嵜碕", "吉𠮷", "斎斉齊齋", "辺邉邊", "沢澤", "浜濱濵", "広廣", "島嶋嶌", "富冨",
            "桜櫻", "国國", "関關", "恵惠", "徳德", "真眞", "栄榮", "万萬", "曽曾", "条條", "竜龍", "寿壽", "滝瀧", "桑桒", "円圓", "静靜", "蔵藏", "学學", "将將",
            "豊豐", "淵渕", "橋槗", "晋晉", "会會", "実實", "宝寶", "与與", "来來", "鉄鐵", "岳嶽", "浅淺", "荘莊", "増增", "郎郞", "黒黑", "内內", "戸戶", "清淸");
    private static final Map<Integer, Integer> PLAIN = plain();
    /** From a hiragana to its katakana. */
    private static final int KANA = 0x60;

    private Folded() {}

    static String of(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().filter(c -> c != ' ' && !isVariantMark(c)).map(Folded::fold)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean isVariantMark(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static int fold(int c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 'A';
        }
        return c >= 'ぁ' && c <= 'ゖ' ? c + KANA : PLAIN.getOrDefault(c, c);
    }

    private static Map<Integer, Integer> plain() {
        Map<Integer, Integer> plain = new HashMap<>();
        SHAPES.forEach(shapes -> shapes.codePoints().skip(1).forEach(c -> plain.put(c, shapes.codePointAt(0))));
        return plain;
    }
}
