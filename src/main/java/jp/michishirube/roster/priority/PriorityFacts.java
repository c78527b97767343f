package jp.michishirube.roster.priority;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import jp.michishirube.roster.file.BirthDate;
import jp.michishirube.roster.file.Grades;

/**
 * What the decision tables may ask about a person, from the roster's values. Numbers are 0 and texts empty where the roster says nothing.
 *
 * <p>{@code age} (the highest possible where the day of birth is not known), {@code careLevel} (text), {@code care} (要介護 1–5), {@code support} (要支援 1–2), {@code body}, {@code mental} (grades; 0
 * none), {@code intellectual} (A, B), {@code supportGrade} (障害支援区分), {@code intractable}, {@code equipment}, {@code ventilator},
 * {@code livingAlone}, {@code flood}, {@code landslide}, {@code surge}, {@code tsunami}, {@code inland}, {@code hazard} (any),
 * {@code facility}.
 */
public final class PriorityFacts {

    private static final Pattern NONE = Pattern.compile("(なし|無|区域外|想定なし|対象外|該当なし|0|×)");

    /** For a person of whose birth nothing is known: no rule for the old may pass her by. */
    private static final int OLDEST = 125;

    private PriorityFacts() {}

    /** @param hazardAt hazards at an address, asked where the roster itself says nothing of them */
    public static Map<String, Object> of(Map<String, String> values, LocalDate today, UnaryOperator<String> hazardAt) {
        String care = values.getOrDefault("careLevel", "");
        String said = values.getOrDefault("hazard", "");
        String hazard = hazards(said.isBlank() ? hazardAt.apply(values.getOrDefault("address", "")) : said);
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
        facts.put("livingAlone", "true".equals(values.get("livingAlone")));
        facts.put("flood", hazard.contains("洪水") || hazard.contains("浸水") && !hazard.contains("内水"));
        facts.put("landslide", hazard.contains("土砂") || hazard.contains("崖") || hazard.contains("土石流") || hazard.contains("地滑り"));
        facts.put("surge", hazard.contains("高潮"));
        facts.put("tsunami", hazard.contains("津波"));
        facts.put("inland", hazard.contains("内水"));
        facts.put("hazard", !hazard.isEmpty());
        String all = values.getOrDefault("reasons", "") + values.getOrDefault("address", "");
        facts.put("facility", all.contains("施設入所") || all.contains("特別養護老人ホーム") || all.contains("介護老人保健施設"));
        return facts;
    }

    private static String hazards(String value) {
        return NONE.matcher(value.strip()).matches() ? "" : value;
    }

    private static boolean present(String value) {
        return value != null && !value.isEmpty() && !NONE.matcher(value.strip()).matches();
    }

    private static int number(String value) {
        return value == null || value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
