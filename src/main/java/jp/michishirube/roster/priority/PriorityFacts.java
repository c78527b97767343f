package jp.michishirube.roster.priority;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.michishirube.roster.file.BirthDate;
import jp.michishirube.roster.file.Grades;

/**
 * What the decision tables may ask about a person, from the roster's values; told to municipalities in docs/roster-layout.md. Numbers are 0 and
 * texts empty where the roster says nothing. A danger of which nobody knows, and whether somebody lives alone of whom nothing is said, is
 * null: neither {@code true} nor {@code false} fits it.
 *
 * <p>{@code age} (the highest possible where the day of birth is not known), {@code careLevel} (text), {@code care} (要介護 1–5), {@code support} (要支援 1–2), {@code body}, {@code mental} (grades; 0
 * none), {@code intellectual} (A, B, 不明), {@code supportGrade} (障害支援区分), {@code intractable}, {@code equipment}, {@code ventilator},
 * {@code livingAlone}, {@code flood}, {@code landslide}, {@code surge}, {@code tsunami}, {@code inland}, {@code hazard} (any),
 * {@code hazardJudged} (the roster or the maps say whether the home lies in a danger), {@code facility}.
 */
public final class PriorityFacts {

    private static final Pattern NONE = Pattern.compile("(なし|無|区域外|想定なし|対象外|該当なし|0|×)");

    private static final Pattern NOT_KNOWN = Pattern.compile("(?:不明|未確認|未判定|未調査|調査中|確認中|[?？])");

    /** For a person of whose birth nothing is known: no rule for the old may pass her by. */
    private static final int OLDEST = 125;

    private PriorityFacts() {}

    /** @param hazardAt hazards at an address, asked where the roster itself says nothing of them */
    public static Map<String, Object> of(Map<String, String> values, LocalDate today, Function<String, Optional<String>> hazardAt) {
        String care = values.getOrDefault("careLevel", "");
        String said = values.getOrDefault("hazard", "");
        boolean silent = said.isBlank() || NOT_KNOWN.matcher(said.strip()).matches();
        String hazard = hazards(silent ? hazardAt.apply(values.getOrDefault("address", "")).orElse(null) : said);
        String equipment = values.getOrDefault("equipment", "");
        String birth = values.getOrDefault("birthDate", "");
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("age", birth.isEmpty() ? 0 : BirthDate.of(birth).careful(today, OLDEST));
        facts.put("careLevel", care);
        facts.put("care", care.startsWith("要介護") ? care.charAt(3) - '0' : 0);
        facts.put("support", care.startsWith("要支援") ? care.charAt(3) - '0' : 0);
        facts.put("body", number(values.get("bodyGrade")));
        facts.put("mental", number(values.get("mentalGrade")));
        facts.put("intellectual", Grades.intellectual(values.getOrDefault("intellectual", "")));
        facts.put("supportGrade", number(values.get("supportGrade")));
        facts.put("intractable", present(values.get("intractable")));
        facts.put("equipment", present(equipment));
        facts.put("ventilator", equipment.contains("呼吸器"));
        String alone = values.getOrDefault("livingAlone", "");
        facts.put("livingAlone", alone.isEmpty() ? null : alone.equals("true"));
        facts.put("flood", of(hazard, h -> h.contains("洪水") || h.contains("浸水") && !h.contains("内水")));
        facts.put("landslide", of(hazard, h -> h.contains("土砂") || h.contains("崖") || h.contains("土石流") || h.contains("地滑り")));
        facts.put("surge", of(hazard, h -> h.contains("高潮")));
        facts.put("tsunami", of(hazard, h -> h.contains("津波")));
        facts.put("inland", of(hazard, h -> h.contains("内水")));
        facts.put("hazard", of(hazard, h -> !h.isEmpty()));
        facts.put("hazardJudged", hazard != null);
        String all = values.getOrDefault("reasons", "") + values.getOrDefault("address", "");
        facts.put("facility", all.contains("施設入所") || all.contains("特別養護老人ホーム") || all.contains("介護老人保健施設"));
        return facts;
    }

    private static Boolean of(String hazard, Predicate<String> says) {
        return hazard == null ? null : Boolean.valueOf(says.test(hazard));
    }

    /** @param value null where nobody knows */
    private static String hazards(String value) {
        return value == null ? null : NONE.matcher(value.strip()).matches() ? "" : value;
    }

    private static boolean present(String value) {
        return value != null && !value.isEmpty() && !NONE.matcher(value.strip()).matches();
    }

    private static int number(String value) {
        return value == null || value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
