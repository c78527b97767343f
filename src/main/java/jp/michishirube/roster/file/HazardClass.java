package jp.michishirube.roster.file;

import java.util.Set;

/** How a list says that a home lies in a zone of danger. Depths are those of the national flood maps; an unknown depth stays unknown. */
public final class HazardClass {

    /** Outside of every zone, said in so many words. */
    public static final String NONE = "なし";
    /** Inside, how gravely nobody says. */
    public static final String INSIDE = "区域内";

    private static final Set<String> NO = Set.of("なし", "無", "無し", "区域外", "対象外", "想定区域外", "想定なし", "該当なし", "非該当", "×", "浸水なし", "浸水想定なし");
    private static final Set<String> YES = Set.of("あり", "有", "有り", "区域内", "対象", "該当", "想定区域内", "○", "〇", "◯", "●");

    private HazardClass() {}

    /** @throws WrongValue {@code unknown-code}: never taken for the mildest class */
    static String read(String cell) throws WrongValue {
        String text = Texts.narrow(cell).replace(" ", "");
        if (text.isEmpty()) {
            return "";
        }
        if (NO.contains(text)) {
            return NONE;
        }
        if (YES.contains(text)) {
            return INSIDE;
        }
        return switch (text) {
            case "警戒区域", "土砂災害警戒区域", "イエロー", "イエローゾーン" -> "警戒区域";
            case "特別警戒区域", "土砂災害特別警戒区域", "レッド", "レッドゾーン" -> "特別警戒区域";
            case "0.5m未満", "0～0.5m", "0~0.5m", "0.0~0.5m" -> "0.5m未満";
            case "0.5~3m", "0.5~3.0m", "0.5m~3m", "0.5m~3.0m", "0.5m以上3m未満", "0.5m以上3.0m未満" -> "0.5～3m";
            case "3~5m", "3.0~5.0m", "3m~5m", "3.0m~5.0m", "3m以上5m未満", "3.0m以上5.0m未満" -> "3～5m";
            case "5~10m", "5.0~10.0m", "5m~10m", "5.0m~10.0m", "5m以上10m未満", "5.0m以上10.0m未満" -> "5～10m";
            case "10~20m", "10.0~20.0m", "10m~20m", "10.0m~20.0m", "10m以上20m未満", "10.0m以上20.0m未満" -> "10～20m";
            case "20m以上", "20.0m以上", "20m~" -> "20m以上";
            default -> throw new WrongValue("unknown-code");
        };
    }
}
