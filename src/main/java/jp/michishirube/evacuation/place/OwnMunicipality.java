package jp.michishirube.evacuation.place;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the own rows of a national or prefectural list from everyone else's. Codes come in six digits, without the check digit, or with
 * the leading zero lost to a spreadsheet.
 */
final class OwnMunicipality {

    private static final List<String> PREFECTURES = List.of("北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県",
            "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県",
            "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県",
            "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県");

    private final Set<String> codes = new HashSet<>();
    private final Set<String> fiveDigits = new HashSet<>();
    private final String name;
    private final String prefecture;

    /**
     * @param code  six digits
     * @param name  such as 会津若松市
     * @param wards codes of the wards of a designated city, whose places carry them
     */
    OwnMunicipality(String code, String name, List<String> wards) {
        this.name = name;
        int number = Integer.parseInt(code.substring(0, 2));
        this.prefecture = number >= 1 && number <= PREFECTURES.size() ? PREFECTURES.get(number - 1) : null;
        add(code);
        wards.forEach(this::add);
    }

    private void add(String code) {
        String five = code.substring(0, 5);
        fiveDigits.add(five);
        codes.addAll(List.of(code, five, code.replaceFirst("^0", ""), five.replaceFirst("^0", "")));
    }

    /** What a row says of its municipality; {@code NOTHING} is for the file as a whole to judge. */
    enum Says { OWN, OTHER, NOTHING }

    Says says(RawPlace row) {
        String id = ascii(row.text(PlaceColumn.COMMON_ID));
        if (id.matches("E\\d{13}")) {
            return own(fiveDigits.contains(id.substring(1, 6)));
        }
        for (PlaceColumn column : List.of(PlaceColumn.CITY_CODE, PlaceColumn.LOCATION_CODE, PlaceColumn.PUBLISHER_CODE)) {
            String code = ascii(row.text(column)).replaceFirst("\\.0$", "");
            if (!code.isEmpty()) {
                return own(codes.contains(code));
            }
        }
        String said = row.text(PlaceColumn.MUNICIPALITY_NAME);
        if (said.isEmpty() && row.text(PlaceColumn.CITY).isEmpty()) {
            return Says.NOTHING;
        }
        return own(isName(said.isEmpty() ? row.text(PlaceColumn.PREFECTURE) + row.text(PlaceColumn.CITY) : said));
    }

    private static Says own(boolean own) {
        return own ? Says.OWN : Says.OTHER;
    }

    private boolean isName(String said) {
        int at = said.indexOf(name);
        if (at < 0) {
            return false;
        }
        String before = said.substring(0, at).strip();
        String after = said.substring(at + name.length()).strip();
        return (before.isEmpty() || prefecture == null || before.startsWith(prefecture)) && (after.isEmpty() || after.endsWith("区"));
    }

    private static String ascii(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    }
}
