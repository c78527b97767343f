package jp.michishirube.evacuation.place;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.evacuation.hazard.HazardKind;

/**
 * What a column of a place list means, by its heading and never by its position. Headings are compared without spaces, brackets and
 * punctuation, full width or half width alike.
 */
enum PlaceColumn {
    NUMBER("NO"),
    COMMON_ID("共通ID", "ID"),
    /** 国土地理院's national files alone have it. */
    MUNICIPALITY_NAME("都道府県名及び市町村名", "都道府県名及び市区町村名", "地方公共団体名"),
    PREFECTURE("都道府県名"),
    CITY("市区町村名"),
    PUBLISHER_CODE("全国地方公共団体コード", "都道府県コード又は市区町村コード"),
    LOCATION_CODE("所在地_全国地方公共団体コード"),
    CITY_CODE("市区町村コード"),
    NAME("施設・場所名", "名称", "施設名", "施設名称", "避難所名", "避難場所名"),
    KANA("名称_カナ", "名称_カナ表記"),
    ADDRESS("住所", "所在地_連結表記", "所在地"),
    ADDRESS_PREFECTURE("所在地_都道府県"),
    ADDRESS_CITY("所在地_市区町村"),
    ADDRESS_TOWN("所在地_町字"),
    ADDRESS_REST("所在地_番地以下"),
    BUILDING("方書", "建物名等(方書)"),
    LATITUDE("緯度"),
    LONGITUDE("経度"),
    ELEVATION("標高"),
    PHONE("電話番号"),
    CAPACITY("想定収容人数", "収容人数", "収容人員"),
    AREAS("対象となる町会・自治会"),
    ACCEPTS("受入対象者"),
    SHELTER_TOO("指定避難所との住所同一", "指定避難所との重複"),
    SITE_TOO("指定緊急避難場所との住所同一", "指定緊急避難場所との重複"),
    MAYOR_NOTE("その他市町村長が必要と認める事項"),
    NOTE("備考"),
    FLOOD(HazardKind.FLOOD),
    LANDSLIDE(HazardKind.LANDSLIDE, "崖崩れ、土石流及び地滑り", "がけ崩れ、土石流及び地滑り", "土砂災害", "土砂", "崖崩れ", "がけ崩れ", "急傾斜地の崩壊",
            "土石流", "地滑り", "地すべり"),
    STORM_SURGE(HazardKind.STORM_SURGE),
    EARTHQUAKE(HazardKind.EARTHQUAKE),
    TSUNAMI(HazardKind.TSUNAMI),
    LARGE_FIRE(HazardKind.LARGE_FIRE, "大規模な火事", "大規模火災", "大規模な火災", "大規模火事", "火災"),
    INLAND_FLOOD(HazardKind.INLAND_FLOOD, "内水氾濫", "内水", "内水浸水", "内水はん濫"),
    VOLCANO(HazardKind.VOLCANO, "火山現象", "火山", "火山噴火", "噴火");

    private static final Map<String, PlaceColumn> BY_HEADING = new HashMap<>();

    static {
        for (PlaceColumn column : values()) {
            column.headings.forEach(h -> BY_HEADING.put(bare(h), column));
        }
    }

    /** Of the national data standard, without use for a plan: nothing is lost with them. */
    private static final Set<String> WITHOUT_USE = Stream.of("名称_英字", "町字ID", "内線番号", "連絡先メールアドレス", "連絡先FormURL",
            "連絡先備考（その他、SNSなど）", "郵便番号", "URL", "画像", "画像_ライセンス").map(PlaceColumn::bare).collect(Collectors.toSet());

    private final HazardKind hazard;
    private final List<String> headings;

    PlaceColumn(String... headings) {
        this.hazard = null;
        this.headings = List.of(headings);
    }

    PlaceColumn(HazardKind hazard, String... headings) {
        this.hazard = hazard;
        this.headings = headings.length == 0 ? List.of(hazard.lawName()) : List.of(headings);
    }

    static Optional<PlaceColumn> of(String heading) {
        return heading == null ? Optional.empty() : Optional.ofNullable(BY_HEADING.get(bare(heading)));
    }

    /** Whether the standard says what the column is and a plan has no use for it. */
    static boolean isWithoutUse(String heading) {
        return WITHOUT_USE.contains(bare(heading));
    }

    /** @return the kind of disaster this column is about; null for other columns */
    HazardKind hazard() {
        return hazard;
    }

    /** As the national files write it, for messages. */
    String heading() {
        return headings.get(0);
    }

    private static String bare(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}\\p{Punct}、・，「」()]", "")
                .replaceFirst("^災害種別", "").toUpperCase(java.util.Locale.ROOT);
    }
}
