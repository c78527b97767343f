package jp.michishirube.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFormsTest {

    @TempDir Path folder;

    @Test
    void theShippedFoldersAreWithoutMistake() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = CheckForms.run(new String[0], new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("990019: no mistake", "990027: no mistake", "990035: no mistake");
        assertThat(code).isZero();
    }

    @Test
    void eachMistakeIsNamedWithFilePointerAndReason() throws Exception {
        Path own = Files.createDirectory(folder.resolve("990019"));
        Files.writeString(own.resolve("municipality.yaml"), "code: \"990018\"\nsteps: {cityReview: maybe}\n");
        Files.writeString(own.resolve("plan.schema.json"), Files.readString(Path.of("forms/990019/plan.schema.json"))
                .replace("\"x-kind\": \"kana\"", "\"x-kind\": \"kanna\"").replace("\"field\": \"/remarks/pet\"", "\"field\": \"/remarks/dog\"")
                .replace("\"type\": \"integer\", \"minimum\": -2", "\"type\": \"integr\", \"minimum\": -2")
                .replace("\"cityos.fax\"", "\"cityos.telefax\"").replace("[\"cityos.sex\", \"roster.sex\"]", "[\"cityos.sex\"], \"x-seenby\": [\"S\"]"));
        assertThat(CheckForms.check(own)).anyMatch(m -> m.contains("municipality.yaml /code"))
                .anyMatch(m -> m.contains("municipality.yaml /name")).anyMatch(m -> m.contains("/steps/cityReview"))
                .anyMatch(m -> m.contains("plan.schema.json /properties/resident/properties/kana/x-kind: \"kanna\" is no kind of input"))
                .anyMatch(m -> m.contains("/properties/remarks/properties/petDetail/x-when/field: there is no field /remarks/dog"))
                .anyMatch(m -> m.contains("/properties/household/properties/floor/type"))
                .anyMatch(m -> m.contains("/properties/resident/properties/fax/x-link: \"cityos.telefax\" is no fact of that holder"))
                .anyMatch(m -> m.contains("/properties/resident/properties/sex/x-seenby: is no hint"));
        Files.writeString(own.resolve("plan.schema.json"), Files.readString(Path.of("forms/990019/plan.schema.json")).replace("\"plan-a\"", "\"plan-z\""));
        Files.writeString(own.resolve("municipality.yaml"), "code: \"990019\"\nname: x\nplan: {hazards: [flood], colour: red}\nsharing_: {}\n"
                + "sharing: {readers: {machi1: {kind: NEIGHBOURHOOD, name: a, areas: [b]}, machi2: {kind: NEIGHBOURHOOD, name: c}}}\n"
                + "protection: {setBy: [CARE_MANAGER]}\n");
        Files.writeString(own.resolve("phrases.yaml"), "- {kind: WRONG, section: cats, text: a}\n- {kind: BAD, text: b}\n");
        assertThat(CheckForms.check(own)).anyMatch(m -> m.contains("municipality.yaml /plan/hazards: [flood] differs"))
                .anyMatch(m -> m.contains("/plan/colour: is no setting")).anyMatch(m -> m.contains("/sharing_: is no section"))
                .anyMatch(m -> m.contains("/sharing/readers/machi2/areas: names no 町")).noneMatch(m -> m.contains("machi1"))
                .anyMatch(m -> m.contains("/protection/setBy: \"CARE_MANAGER\" is none of"))
                .anyMatch(m -> m.contains("phrases.yaml /0/section: the form has no section \"cats\"")).anyMatch(m -> m.contains("/1/kind: is none of"))
                .anyMatch(m -> m.contains("notices: no notice in Japanese")).anyMatch(m -> m.contains("/x-report: there is no reports/plan-z.jrxml"));
        Path notices = Files.createDirectories(own.resolve("notices"));
        Files.writeString(notices.resolve("making.v1.ja.md"), "---\ntitle: x\npurposes: [PLAN_MAKING, FUN]\n---\nx");
        Files.writeString(notices.resolve("making.v1.en.md"), "---\ntitle: [\n---\nx");
        assertThat(CheckForms.check(own)).anyMatch(m -> m.contains("making.v1.ja.md /purposes: \"FUN\" is none of"))
                .anyMatch(m -> m.contains("making.v1.en.md line") && m.contains("no YAML")).noneMatch(m -> m.contains("no plan could begin"));
        Files.writeString(notices.resolve("making.v1.ja.md"), "x");
        assertThat(CheckForms.check(own)).anyMatch(m -> m.contains("making.v1.ja.md line 1: has no head")).anyMatch(m -> m.contains("no plan could begin"));
        Files.writeString(own.resolve("plan.schema.json"), "{\"title\": ");
        assertThat(CheckForms.check(own)).anyMatch(m -> m.contains("plan.schema.json line 1: is no JSON"));
    }
}
