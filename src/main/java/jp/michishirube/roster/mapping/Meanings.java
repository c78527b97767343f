package jp.michishirube.roster.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.michishirube.roster.file.HazardClass;
import jp.michishirube.roster.file.Movement;
import jp.michishirube.roster.file.Texts;
import jp.michishirube.roster.file.ValueKind;

/**
 * What a code can mean, by the kind of its column: the name of the meaning (its label is {@code roster.meaning.<kind>.<name>}) and the value
 * that is kept.
 */
public final class Meanings {

    /** Rows with this value are wrong and go back to whoever made the file. */
    public static final String WRONG = "WRONG";
    /** For offices: nobody makes the plan yet. Any other meaning of an office's column is an office's number. */
    public static final String UNASSIGNED = "UNASSIGNED";

    private static final Pattern GRADE = Pattern.compile("([1-6])級");

    private static final Map<ValueKind, Map<String, String>> ALL = Map.of(
            ValueKind.SEX, map("MALE", "男", "FEMALE", "女", "UNKNOWN", ""),
            ValueKind.CARE_LEVEL, map("CARE1", "要介護1", "CARE2", "要介護2", "CARE3", "要介護3", "CARE4", "要介護4", "CARE5", "要介護5",
                    "SUPPORT1", "要支援1", "SUPPORT2", "要支援2", "PROGRAMME", "事業対象者", "INDEPENDENT", "非該当", "NONE", ""),
            ValueKind.GRADE, map("G1", "1", "G2", "2", "G3", "3", "G4", "4", "G5", "5", "G6", "6", "NONE", ""),
            ValueKind.FLAG, map("YES", "true", "NO", "false", "UNKNOWN", ""),
            ValueKind.MOVEMENT, movements(),
            ValueKind.HAZARD, map("NONE", HazardClass.NONE, "INSIDE", HazardClass.INSIDE, "D1", "0.5m未満", "D2", "0.5～3m", "D3", "3～5m", "D4", "5～10m",
                    "D5", "10～20m", "D6", "20m以上", "ZONE", "警戒区域", "SPECIAL", "特別警戒区域", "UNKNOWN", ""),
            ValueKind.HOUSEHOLD, map("ALONE", "独居", "ELDERLY", "高齢者のみ", "DAYTIME", "日中独居", "FAMILY", "同居", "UNKNOWN", "不明"),
            ValueKind.CLAIM, map("YES", "同意", "NO", "不同意", "OPEN", "未確認"));

    private Meanings() {}

    /** Name → value, in the order to be offered; empty for kinds without codes and for offices. */
    public static Map<String, String> of(ValueKind kind) {
        return ALL.getOrDefault(kind, Map.of());
    }

    /** @return the value to keep; empty for {@link #WRONG} and for a meaning that does not exist */
    static Optional<String> value(ValueKind kind, String meaning) {
        if (kind == ValueKind.OFFICE && !meaning.equals(WRONG)) {
            return Optional.of(meaning.equals(UNASSIGNED) ? "" : meaning);
        }
        return Optional.ofNullable(of(kind).get(meaning));
    }

    /** The meaning that a word has for us, to be proposed; null when there is no likely one. */
    public static String propose(ValueKind kind, String value) {
        if (kind == ValueKind.MOVEMENT) {
            return Movement.read(value).filter(m -> m != Movement.OTHER).map(Movement::name).orElseGet(() -> likeness(value));
        }
        if (kind == ValueKind.GRADE && Codes.known(kind, value).isEmpty()) {
            return gradeAmongWords(value);
        }
        return Codes.known(kind, value).flatMap(known -> of(kind).entrySet().stream().filter(e -> e.getValue().equals(known)).map(Map.Entry::getKey)
                .findFirst()).orElse(null);
    }

    /** 「肢体２級」「１級（聴覚）」; where two grades stand, neither is the whole. */
    private static String gradeAmongWords(String value) {
        List<MatchResult> grades = GRADE.matcher(Texts.narrow(value)).results().toList();
        return grades.size() == 1 ? "G" + grades.get(0).group(1) : null;
    }

    /** Good enough to stand in a list to choose from, never to be acted on. */
    private static String likeness(String value) {
        return Stream.of(Map.entry("死亡", Movement.DIED), Map.entry("転出", Movement.AWAY), Map.entry("入所", Movement.FACILITY), Map.entry("転居", Movement.MOVED),
                Map.entry("新規", Movement.NEW)).filter(e -> value.contains(e.getKey())).map(e -> e.getValue().name()).findFirst().orElse(null);
    }

    private static Map<String, String> movements() {
        Map<String, String> map = new LinkedHashMap<>();
        for (Movement movement : Movement.values()) {
            map.put(movement.name(), movement.left());
        }
        return map;
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
