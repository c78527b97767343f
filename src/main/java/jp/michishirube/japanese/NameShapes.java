package jp.michishirube.japanese;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One shape for a name, for comparing only: what is shown and printed is always the name to the letter. The one table of old and rare
 * shapes, for rosters, notebooks and whatever else spells a name its own way.
 */
public final class NameShapes {

    /** Old and rare shapes to the plain one, in pairs. A wrong pair costs a question to a person, never a name. */
    private static final String SHAPES = "髙高﨑崎嵜崎碕崎𠮷吉邉辺邊辺齋斉斎斉齊斉澤沢濱浜濵浜嶋島嶌島廣広櫻桜國国德徳惠恵眞真圓円靜静榮栄瀧滝龍竜條条藏蔵學学將将"
            + "壽寿豐豊渕淵槗橋桒桑曾曽晋晉萬万會会當当實実寶宝與与來来關関鐵鉄縣県嶽岳淺浅莊荘增増都都郞郎黑黒榎榎內内戶戸淸清";
    private static final Map<Integer, Integer> PLAIN = pairs(SHAPES);
    /** Old programs write small kana large: ｷﾖｳｺ for キョウコ. */
    private static final Map<Integer, Integer> LARGE = pairs("ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケ");

    private NameShapes() {}

    /** Without spaces and variation selectors, widths as one, rare shapes as the plain one. */
    public static String key(String name) {
        return fold(name, PLAIN);
    }

    /** A reading: as {@link #key}, hiragana as katakana, small kana as large ones. */
    public static String reading(String kana) {
        String katakana = key(kana).codePoints().map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return fold(katakana, LARGE);
    }

    /**
     * Whether a person should look: at least half of the longer name stands in the other too, as after a marriage or with a shape that
     * the table lacks.
     */
    public static boolean alike(String a, String b) {
        List<Integer> one = key(a).codePoints().boxed().collect(Collectors.toList());
        List<Integer> other = key(b).codePoints().boxed().collect(Collectors.toList());
        int longer = Math.max(one.size(), other.size());
        int shared = (int) one.stream().filter(other::remove).count();
        return shared > 0 && shared * 2 >= longer;
    }

    private static String fold(String text, Map<Integer, Integer> shapes) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC).codePoints().filter(c -> !isFiller(c))
                .map(c -> shapes.getOrDefault(c, c)).forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Spaces, and the selectors that only choose between drawings of one character. */
    private static boolean isFiller(int c) {
        return c == 0x3000 || c == 0xA0 || c == 0xFEFF || c == 0x200B || Character.isWhitespace(c)
                || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static Map<Integer, Integer> pairs(String shapes) {
        Map<Integer, Integer> pairs = new HashMap<>();
        int[] points = shapes.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i += 2) {
            pairs.put(points[i], points[i + 1]);
        }
        return pairs;
    }
}
