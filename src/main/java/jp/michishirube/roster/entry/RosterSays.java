package jp.michishirube.roster.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * What the roster says of the person of a case, in the words and codes of the plan form, so that nobody types it again. The roster may be
 * used for the plan without a consent of its own: the law makes its items part of the plan (災害対策基本法49条の14).
 */
@Component
@NamedInterface("entry")
public class RosterSays {

    private static final Map<String, String> CARE_CODES = Map.of("事業対象者", "06", "要支援1", "12", "要支援2", "13", "要介護1", "21", "要介護2", "22",
            "要介護3", "23", "要介護4", "24", "要介護5", "25");

    private final JdbcClient jdbc;

    RosterSays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return texts, and {@code reasons} as a list of codes; only what the roster says; empty for a case that no roster knows */
    public Map<String, Object> of(CaseId caseId) {
        Optional<String> data = jdbc.sql("select data::text from roster.entry where case_id = ?").param(caseId.value()).query(String.class).optional();
        return data.map(json -> said(Json.values(json))).orElse(Map.of());
    }

    public static Map<String, Object> said(Map<String, String> data) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (String key : List.of("name", "kana", "birthDate", "postalCode", "address", "phone", "area", "mentalGrade", "supportGrade")) {
            put(facts, key, data.get(key));
        }
        put(facts, "sex", Map.of("男", "male", "女", "female").get(data.getOrDefault("sex", "")));
        put(facts, "careLevel", CARE_CODES.get(data.getOrDefault("careLevel", "")));
        put(facts, "physicalGrade", data.get("bodyGrade"));
        put(facts, "physicalKind", data.get("bodyKind"));
        put(facts, "intellectualGrade", data.get("intellectual"));
        List<String> reasons = new ArrayList<>();
        reason(reasons, "careLevel", facts.containsKey("careLevel"));
        reason(reasons, "physical", facts.containsKey("physicalGrade"));
        reason(reasons, "intellectual", facts.containsKey("intellectualGrade"));
        reason(reasons, "mental", facts.containsKey("mentalGrade"));
        reason(reasons, "supportGrade", facts.containsKey("supportGrade"));
        reason(reasons, "intractable", !data.getOrDefault("intractable", "").isEmpty());
        reason(reasons, "medicalCare", !data.getOrDefault("equipment", "").isEmpty());
        if (!reasons.isEmpty()) {
            facts.put("reasons", reasons);
        }
        return facts;
    }

    private static void reason(List<String> reasons, String code, boolean holds) {
        if (holds) {
            reasons.add(code);
        }
    }

    private static void put(Map<String, Object> facts, String key, String value) {
        if (value != null && !value.isBlank()) {
            facts.put(key, value);
        }
    }
}
