package jp.michishirube.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are the municipality's own: other rooms find a question by what it is ({@code x-is}). */
class RolesTest {

    private static final RoleDemands.Policies ALL = new RoleDemands.Policies(true, true, true);

    @ParameterizedTest
    @ValueSource(strings = {"990019", "990027", "990035"})
    void everyShippedFormSaysWhatItsPoliciesNeed(String code) {
        assertThat(RoleDemands.mistakes(TestForms.load(code), ALL)).isEmpty();
    }

    /** Every key of every form renamed, its hint kept: the same roles, the same questions, the same answers. */
    @ParameterizedTest
    @ValueSource(strings = {"990019", "990027", "990035"})
    void renamingEveryKeyBreaksNothing(String code) {
        PlanForm form = TestForms.load(code);
        PlanForm renamed = read(code, RenamedForm.of(TestForms.schema(code)));
        assertThat(RoleDemands.mistakes(renamed, ALL)).isEmpty();
        for (int seed = 0; seed < 20; seed++) {
            ObjectNode answers = FilledPlanTest.answers(form, new Random(seed));
            FilledPlan before = FilledPlan.of(form, answers);
            FilledPlan after = FilledPlan.of(renamed, RenamedForm.answers(answers));
            assertThat(told(after)).as("seed %d", seed).isEqualTo(told(before));
            for (Role role : Role.values()) {
                assertThat(after.text(role)).as(role.word()).isEqualTo(before.text(role));
                assertThat(after.rows(role)).as(role.word()).hasSameSizeAs(before.rows(role));
            }
            assertThat(Completeness.missing(after)).hasSameSizeAs(Completeness.missing(before));
        }
    }

    /** One by one and without the hint: what a policy needs is missed by name. */
    @ParameterizedTest
    @ValueSource(strings = {"resident.name", "resident.birthDate", "resident.address", "resident.phone", "supporters", "supporters.name", "supporters.phone",
            "supporters.agreement", "places"})
    void withoutItsHintItIsMissedByName(String role) {
        for (String code : List.of("990019", "990027", "990035")) {
            JsonNode schema = TestForms.schema(code);
            schema.findParents("x-is").stream().filter(n -> n.path("x-is").asText().equals(role)).forEach(n -> ((ObjectNode) n).remove("x-is"));
            assertThat(RoleDemands.mistakes(read(code, schema), ALL)).as(code).anyMatch(m -> m.reason().contains("\"" + role + "\""));
        }
    }

    @Test
    void aRoleThatCannotBeIsRefused() {
        assertThat(mistakesWith("/properties/supporters", "places")).anyMatch(m -> m.contains("said of"));
        assertThat(mistakesWith("/properties/resident/properties/sex", "resident.birthDate")).anyMatch(m -> m.contains("/resident/birthDate too") || m.contains("/resident/sex"));
        assertThat(mistakesWith("/properties/remarks/properties/text", "supporters.minutes")).anyMatch(m -> m.contains("/supporters/*/minutes too"));
        assertThat(mistakesWith("/properties/household/properties/floor", "resident.age")).isEmpty();
        assertThat(mistakesWith("/properties/household/properties/bedroom", "resident.age")).anyMatch(m -> m.contains("is of the kind [number]"));
        List<FormReader.Mistake> unknown = new ArrayList<>();
        ObjectNode schema = (ObjectNode) TestForms.schema("990019");
        ((ObjectNode) schema.at("/properties/remarks/properties/text")).put("x-is", "suporters");
        FormReader.read("990019", schema, unknown);
        assertThat(unknown).singleElement().satisfies(m -> assertThat(m.pointer()).endsWith("/text/x-is"));
    }

    @Test
    void aConsentAskedInTheFormMustSayToWhom() {
        ObjectNode schema = (ObjectNode) TestForms.schema("990019");
        ObjectNode police = ((ObjectNode) schema.at("/properties/remarks/properties")).putObject("police");
        police.put("type", "boolean").put("title", "警察への提供に同意しますか").put("x-kind", "yesNo");
        assertThat(RoleDemands.mistakes(read("990019", schema), ALL)).anyMatch(m -> m.pointer().startsWith("/remarks/police"));
        police.put("x-is", "consent.police");
        assertThat(RoleDemands.mistakes(read("990019", schema), ALL)).isEmpty();
    }

    /** Plans were made with forms that had no hints: what their keys meant then they mean still. */
    @ParameterizedTest
    @ValueSource(strings = {"990019", "990027", "990035"})
    void aFormStoredBeforeRolesKeepsWhatItsKeysMeant(String code) {
        JsonNode old = TestForms.schema(code);
        old.findParents("x-is").forEach(n -> ((ObjectNode) n).remove("x-is"));
        PlanForm upgraded = read(code, OldForms.withRoles(old));
        PlanForm now = TestForms.load(code);
        for (Role role : Role.values()) {
            assertThat(upgraded.role(role).map(FormField::pointer)).as(role.word()).isEqualTo(now.role(role).map(FormField::pointer));
        }
        assertThat(OldForms.askTheSame(old, TestForms.schema(code))).isTrue();
        ((ObjectNode) old.at("/properties/resident/properties/name")).put("title", "名前");
        assertThat(OldForms.askTheSame(old, TestForms.schema(code))).isFalse();
    }

    private static List<String> mistakesWith(String pointer, String role) {
        ObjectNode schema = (ObjectNode) TestForms.schema("990019");
        ((ObjectNode) schema.at(pointer)).put("x-is", role);
        return RoleDemands.mistakes(read("990019", schema), ALL).stream().map(m -> m.pointer() + " " + m.reason()).toList();
    }

    private static List<String> told(FilledPlan plan) {
        return plan.answered().map(q -> q.field().label() + "=" + q.value().toString().replaceAll("\"x([A-Za-z])", "\"$1")).toList();
    }

    private static PlanForm read(String code, JsonNode schema) {
        List<FormReader.Mistake> mistakes = new ArrayList<>();
        PlanForm form = FormReader.read(code, schema, mistakes);
        assertThat(mistakes).isEmpty();
        return form;
    }

    /** Puts an x before every key that a form gives, in the schema, in its conditions and in answers. */
    static final class RenamedForm {

        private RenamedForm() {}

        static JsonNode of(JsonNode schema) {
            ObjectNode renamed = schema.deepCopy();
            properties(renamed);
            Stream.of("x-when", "x-required-unless").forEach(hint -> renamed.findParents(hint).forEach(n -> {
                if (n.get(hint).isTextual()) {
                    ((ObjectNode) n).put(hint, pointer(n.get(hint).asText()));
                } else {
                    ((ObjectNode) n.get(hint)).put("field", pointer(n.get(hint).path("field").asText()));
                }
            }));
            return renamed;
        }

        private static void properties(ObjectNode node) {
            if (node.path("properties") instanceof ObjectNode keys && !node.path("x-kind").asText().equals("place")) {
                ObjectNode renamed = keys.objectNode();
                keys.properties().forEach(e -> {
                    if (e.getValue() instanceof ObjectNode below) {
                        properties(below);
                    }
                    renamed.set(e.getKey().equals("_key") ? "_key" : "x" + e.getKey(), e.getValue());
                });
                node.set("properties", renamed);
            }
            if (node.path("items") instanceof ObjectNode items) {
                properties(items);
            }
        }

        private static String pointer(String old) {
            return old.startsWith("./") ? "./x" + old.substring(2) : old.replace("/", "/x");
        }

        static ObjectNode answers(ObjectNode old) {
            ObjectNode renamed = old.objectNode();
            old.properties().forEach(s -> renamed.set("x" + s.getKey(), s.getValue() instanceof ArrayNode rows ? rows(rows) : section(s.getValue())));
            return renamed;
        }

        private static JsonNode section(JsonNode fields) {
            ObjectNode renamed = ((ObjectNode) fields).objectNode();
            fields.properties().forEach(e -> renamed.set("x" + e.getKey(),
                    e.getValue() instanceof ArrayNode rows && !rows.isEmpty() && rows.get(0).has("_key") ? rows(rows) : e.getValue()));
            return renamed;
        }

        private static ArrayNode rows(ArrayNode rows) {
            ArrayNode renamed = rows.arrayNode();
            rows.forEach(r -> {
                ObjectNode row = renamed.addObject();
                r.properties().forEach(e -> row.set(e.getKey().equals("_key") ? "_key" : "x" + e.getKey(), e.getValue()));
            });
            return renamed;
        }
    }
}
