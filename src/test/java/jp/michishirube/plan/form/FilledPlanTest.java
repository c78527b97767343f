package jp.michishirube.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilledPlanTest {

    private static final PlanForm FORM = TestForms.load("990019");

    @Test
    void whatAnUntickedReasonHidesIsNoAnswer() {
        FilledPlan plan = plan("{'reasons': {'items': ['physical'], 'careLevel': '23', 'physicalGrade': '2'}}");
        assertThat(plan.at("/reasons/careLevel").orElseThrow().value().asText()).as("kept, in case it is ticked again").isEqualTo("23");
        assertThat(plan.at("/reasons/careLevel").orElseThrow().text(Locale.JAPANESE)).isEmpty();
        assertThat(plan.applicable().toString()).doesNotContain("careLevel\":").contains("physicalGrade");
    }

    /** The battery hangs on the power, the power on the equipment: when the equipment goes, both go. */
    @Test
    void hidingGoesOnAlongAChain() {
        FilledPlan plan = plan("{'medical': {'power': true, 'battery': 30, 'clinic': '内科'}}");
        assertThat(plan.applicable()).isEqualTo(TestForms.answers("{'medical': {'clinic': '内科'}}"));
        assertThat(plan("{'medical': {'equipment': ['oxygen'], 'power': true, 'battery': 30}}").applicable().toString()).contains("battery");
    }

    @Test
    void rowsAreCountedFromOneAsTheyStand() {
        FilledPlan plan = plan("{'supporters': [{'_key': 'a', 'name': '一郎'}, {'_key': 'b'}, {'_key': 'c', 'name': '三郎'}], 'places': [{'_key': 'earthquake', 'other': '庭'}]}");
        assertThat(plan.answered().filter(q -> q.field().role() == Role.SUPPORTER_NAME)).extracting(q -> q.row().label(Locale.JAPANESE))
                .containsExactly("支援者 1", "支援者 3");
        assertThat(plan.at("/places").orElseThrow().rows()).extracting(AskedRow::key).containsExactly("flood", "landslide", "earthquake", "fire");
        assertThat(plan.at("/places/earthquake/other").orElseThrow().row().number()).isEqualTo(3);
        assertThat(plan.applicable().path("supporters")).hasSize(2);
    }

    @Test
    void anAddressIsReadBackAsItIsWritten() {
        for (String text : List.of("/resident", "/resident/name", "/supporters", "/supporters/k3f9", "/supporters/k3f9/name", "/household/family",
                "/household/family/x", "/household/family/x/relation", "/supporters/*/name")) {
            assertThat(FORM.address(text).map(Address::toString)).contains(text);
        }
        for (String text : List.of("", "/", "resident", "/nobody", "/resident/nothing", "/resident/name/x", "/supporters/a/nothing", "/supporters/a/name/b", "/supporters//name/")) {
            assertThat(FORM.address(text)).as(text).isEmpty();
        }
        Address row = FORM.address("/supporters/k").orElseThrow();
        assertThat(row.covers(FORM.address("/supporters/k/name").orElseThrow())).isTrue();
        assertThat(row.covers(FORM.address("/supporters/k2/name").orElseThrow())).isFalse();
        assertThat(FORM.address("/household").orElseThrow().covers(FORM.address("/household/family/k/name").orElseThrow())).isTrue();
    }

    @Test
    void whatTheFormDoesNotAskIsNotThere() {
        FilledPlan plan = plan("{'resident': {'name': '星野', 'older': 'x'}, 'gone': {'a': 'b'}, 'places': [{'_key': 'volcano', 'other': 'x'}], 'household': {'family': ['x']}}");
        assertThat(plan.applicable()).isEqualTo(TestForms.answers("{'resident': {'name': '星野'}}"));
    }

    /** Random answers over every form: nothing hidden leaves, and what leaves is asked again in the same way. */
    @ParameterizedTest
    @ValueSource(strings = {"990019", "990027", "990035"})
    void nothingHiddenLeavesWhateverIsAnswered(String code) {
        PlanForm form = TestForms.load(code);
        for (int i = 0; i < 300; i++) {
            int seed = i;
            ObjectNode answers = answers(form, new Random(seed));
            FilledPlan plan = FilledPlan.of(form, answers);
            ObjectNode left = plan.applicable();
            FilledPlan again = FilledPlan.of(form, left);
            assertThat(again.applicable()).as("seed %d", seed).isEqualTo(left);
            Set<String> asked = plan.answered().filter(q -> !q.field().isGroup()).map(q -> q.address().toString()).collect(Collectors.toSet());
            assertThat(addresses(form, left)).as("seed %d", seed).isEqualTo(asked);
            again.sections().forEach(s -> s.questions().stream().flatMap(AskedQuestion::withCells)
                    .forEach(q -> assertThat(q.applies() || Answers.isEmpty(q.value())).as("seed %d %s", seed, q.address()).isTrue()));
        }
    }

    private static Set<String> addresses(PlanForm form, ObjectNode answers) {
        List<String> found = new ArrayList<>();
        answers.properties().forEach(section -> walk("/" + section.getKey(), section.getValue(), form, found));
        return Set.copyOf(found);
    }

    private static void walk(String at, JsonNode value, PlanForm form, List<String> found) {
        if (form.field(at).filter(f -> !f.isGroup()).isPresent()) {
            found.add(at);
        } else if (value instanceof ArrayNode rows) {
            rows.forEach(r -> walk(at + "/" + r.path("_key").asText(), r, form, found));
        } else {
            value.properties().stream().filter(e -> !e.getKey().equals("_key")).forEach(e -> walk(at + "/" + e.getKey(), e.getValue(), form, found));
        }
    }

    static ObjectNode answers(PlanForm form, Random random) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        form.sections().forEach(s -> s.fields().forEach(f -> {
            if (!f.isGroup()) {
                Answers.put(form, answers, f.pointer(), value(f, random));
                return;
            }
            List<String> keys = f.hasFixedRows() ? f.rows().stream().map(Choice::code).toList() : List.of("k1", "k2", "k3").subList(0, random.nextInt(4));
            keys.forEach(k -> f.columns().forEach(c -> {
                JsonNode value = value(c, random);
                if (value != null) {
                    Answers.put(form, answers, f.address().row(k).cell(c.key()).toString(), value);
                }
            }));
        }));
        return answers;
    }

    private static JsonNode value(FormField field, Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (random.nextInt(3) == 0) {
            return null;
        }
        return switch (field.kind()) {
            case CHOICE, PARTY -> json.textNode(field.choices().get(random.nextInt(field.choices().size())).code());
            case CHOICES -> {
                ArrayNode list = json.arrayNode();
                field.choices().stream().filter(c -> random.nextInt(3) == 0).forEach(c -> list.add(c.code()));
                yield list.isEmpty() ? null : list;
            }
            case YES_NO -> json.booleanNode(random.nextBoolean());
            case NUMBER -> json.numberNode(random.nextInt(5));
            case PLACE -> json.objectNode().put("name", "広場" + random.nextInt(9));
            case PHOTO, DRAWING, FILE -> json.objectNode().put("file", 1 + random.nextInt(9));
            default -> json.textNode("値" + random.nextInt(1_000_000));
        };
    }

    private static FilledPlan plan(String answers) {
        return FilledPlan.of(FORM, TestForms.answers(answers));
    }
}
