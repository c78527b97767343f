package jp.michishirube.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanFormTest {

    static List<String> municipalities() throws Exception {
        try (var folders = Files.list(Path.of("forms"))) {
            return folders.filter(Files::isDirectory).filter(f -> Files.exists(f.resolve("plan.schema.json"))).map(f -> f.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("municipalities")
    void everyShippedFormIsWithoutMistake(String code) {
        PlanForm form = TestForms.load(code);
        assertThat(form.sections()).isNotEmpty();
        assertThat(form.fields()).allSatisfy(f -> assertThat(f.label(Locale.ENGLISH)).as(f.pointer()).isNotBlank());
        assertThat(form.disclaimer(Locale.JAPANESE)).contains("保証するものではありません");
    }

    @Test
    void everyFactThatHoldersTellHasItsFieldInSomeForm() throws Exception {
        Set<String> linked = new TreeSet<>();
        for (String code : municipalities()) {
            TestForms.load(code).fields().forEach(f -> linked.addAll(f.links()));
        }
        for (Holder holder : Holder.values()) {
            assertThat(linked).containsAll(holder.links());
        }
    }

    @Test
    void fieldsAreFoundByDefinitionAndByAnswer() {
        PlanForm form = TestForms.load("990019");
        assertThat(form.field("/supporters/*/name")).isPresent();
        assertThat(form.field("/supporters/k3f9/name").orElseThrow().label()).isEqualTo("氏名または名称");
        assertThat(form.field("/medical/medications/jahis-1/dose")).isPresent();
        assertThat(form.field("/supporters/k3f9")).isEmpty();
        assertThat(form.groupOf("/supporters/k3f9").orElseThrow().pointer()).isEqualTo("/supporters");
        assertThat(form.field("/resident/nothing")).isEmpty();
    }

    @Test
    void everyMistakeIsNamedByPointer() throws Exception {
        ObjectNode schema = (ObjectNode) TestForms.JSON.readTree("""
                {"title": "x", "properties": {
                  "a": {"type": "object", "title": "A", "properties": {
                    "b": {"type": "string", "title": "B", "x-kind": "rainbow", "maxLength": 5},
                    "c": {"type": "string", "title": "C", "x-kind": "choice", "oneOf": [{"const": "1", "title": "1"}, {"const": "1", "title": "2"}]},
                    "d": {"type": "string", "title": "D", "x-kind": "number", "x-link": "mars.d", "x-seen-by": ["Q"]},
                    "e": {"type": "string", "x-kind": "text", "maxLength": 5, "x-when": {"field": "/a/zz", "is": "1"}},
                    "f": {"$ref": "#/$defs/none", "title": "F", "x-kind": "text", "type": "string", "maxLength": 5},
                    "g": {"type": "string", "title": "G", "x-kind": "text", "maxLength": 5, "x-when": {"field": "/a/c", "is": "9"}}}}}}
                """);
        List<FormReader.Mistake> mistakes = new ArrayList<>();
        FormReader.read("x", schema, mistakes);
        assertThat(mistakes).extracting(FormReader.Mistake::pointer).contains("/x-version", "/properties/a/properties/b/x-kind",
                "/properties/a/properties/c/oneOf", "/properties/a/properties/d/type", "/properties/a/properties/d/x-link",
                "/properties/a/properties/d/x-seen-by", "/properties/a/properties/e/title", "/properties/a/properties/e/x-when/field",
                "/properties/a/properties/f/$ref", "/properties/a/properties/g/x-when");
    }
}
