package jp.michishirube.sharing.pool;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the cells of a list mean by their words. What is no word of ours stays as it is, and is refused as wrong. */
final class ListWords {

    private static final Map<String, String> PARTIES = Map.of("個人", "PERSON", "団体", "ORGANISATION", "", "PERSON");
    private static final Map<String, String> LANGUAGES = Map.of("日本語", "ja", "やさしい日本語", "easy", "英語", "en", "english", "en", "", "ja");
    private static final Map<String, String> SOURCES = Map.of("市", "CITY", "町", "CITY", "社会福祉協議会", "COUNCIL", "社協", "COUNCIL", "町内会", "ASSOCIATION",
            "自主防災組織", "ASSOCIATION", "以前の計画", "PAST_PLAN", "", "CITY");
    private static final Map<String, List<String>> TIMES = Map.of("日中", List.of("DAY"), "夕方", List.of("EVENING"), "夜", List.of("EVENING"), "夕方・夜", List.of("EVENING"),
            "深夜", List.of("NIGHT"), "早朝", List.of("NIGHT"), "深夜・早朝", List.of("NIGHT"), "休日", List.of("HOLIDAY"), "土日祝", List.of("HOLIDAY"),
            "いつでも", Arrays.stream(TimeOfDay.values()).map(Enum::name).toList());

    private ListWords() {}

    static String party(String cell) {
        return PARTIES.getOrDefault(plain(cell), cell);
    }

    /** An unknown language is no Japanese. */
    static String language(String cell) {
        return LANGUAGES.get(plain(cell).toLowerCase(java.util.Locale.ROOT));
    }

    static String source(String cell) {
        return SOURCES.getOrDefault(plain(cell), cell);
    }

    static List<String> times(String cell) {
        return Arrays.stream(plain(cell).split("[、,;/]")).filter(t -> !t.isEmpty()).flatMap(t -> TIMES.getOrDefault(t, List.of(t)).stream()).distinct().toList();
    }

    static String number(String cell) {
        String plain = plain(cell).replaceAll("[人名]$", "").replaceAll("\\.0+$", "");
        return plain.isEmpty() ? "1" : plain;
    }

    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
