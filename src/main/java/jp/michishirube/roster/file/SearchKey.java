package jp.michishirube.roster.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import jp.michishirube.japanese.AddressSpelling;

/**
 * Keys by which the same person is known again although two files spell differently. Only for comparing: what is shown and printed
 * is always the value to the letter.
 */
public final class SearchKey {

    /** Old and rare shapes to the plain one, in pairs. A wrong pair costs a question to a person, never a name. */
    private static final String SHAPES = "髙高﨑崎嵜崎碕崎𠮷吉邉辺邊辺齋斉斎斉齊斉澤沢濱浜濵浜嶋島嶌島廣広櫻桜國国德徳惠恵眞真圓円靜静榮栄瀧滝龍竜條条藏蔵學学將将"
            + "壽寿豐豊渕淵槗橋桒桑曾曽晋晉萬万會会當当實実寶宝與与來来關関鐵鉄縣県嶽岳淺浅莊荘增増都都郞郎黑黒榎榎內内戶戸淸清";
    private static final Map<Integer, Integer> PLAIN = pairs();

    private SearchKey() {}

    /** Name and birth date: people who share it are almost always one. */
    public static String person(String name, BirthDate birth) {
        return digest(name(name) + "|" + birth);
    }

    /** Name, birth date and address: people who share it are one. */
    public static String place(String name, BirthDate birth, String address) {
        return digest(name(name) + "|" + birth + "|" + address(address));
    }

    static String name(String name) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC).codePoints()
                .filter(c -> !Texts.isSpace(c) && !(c >= 0xFE00 && c <= 0xFE0F) && !(c >= 0xE0100 && c <= 0xE01EF))
                .map(c -> PLAIN.getOrDefault(c, c)).forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Spelling apart: {@code 二丁目３番地の１号}, {@code 2丁目3-1}, {@code ２－３－１} become one. */
    public static String address(String address) {
        return AddressSpelling.key(address);
    }

    private static Map<Integer, Integer> pairs() {
        Map<Integer, Integer> pairs = new HashMap<>();
        int[] points = SHAPES.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i += 2) {
            pairs.put(points[i], points[i + 1]);
        }
        return pairs;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
