package jp.michishirube.workflow;

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
        int code = CheckFormsCommand.run(new String[0], new PrintStream(out, true, StandardCharsets.UTF_8));
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
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("municipality.yaml /code"))
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
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("municipality.yaml /plan/hazards: [flood] differs"))
                .anyMatch(m -> m.contains("/plan/colour: is no setting")).anyMatch(m -> m.contains("/sharing_: is no section"))
                .anyMatch(m -> m.contains("/sharing/readers/machi2/areas: names no 町")).noneMatch(m -> m.contains("machi1"))
                .anyMatch(m -> m.contains("/protection/setBy: \"CARE_MANAGER\" is none of"))
                .anyMatch(m -> m.contains("phrases.yaml /0/section: the form has no section \"cats\"")).anyMatch(m -> m.contains("/1/kind: is none of"))
                .anyMatch(m -> m.contains("notices: no notice in Japanese")).anyMatch(m -> m.contains("/x-report: there is no reports/plan-z.jrxml"));
        Path notices = Files.createDirectories(own.resolve("notices"));
        Files.writeString(notices.resolve("making.v1.ja.md"), "---\ntitle: x\npurposes: [PLAN_MAKING, FUN]\n---\nx");
        Files.writeString(notices.resolve("making.v1.en.md"), "---\ntitle: [\n---\nx");
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("making.v1.ja.md /purposes: \"FUN\" is none of"))
                .anyMatch(m -> m.contains("making.v1.en.md line") && m.contains("no YAML")).noneMatch(m -> m.contains("no plan could begin"));
        Files.writeString(notices.resolve("making.v1.ja.md"), "x");
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("making.v1.ja.md line 1: has no head")).anyMatch(m -> m.contains("no plan could begin"));
        Files.writeString(own.resolve("plan.schema.json"), "{\"title\": ");
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("plan.schema.json line 1: is no JSON"));
    }

    /** A municipality's own words: each key that is none, each lost place for a value, each easy text that would keep the old word. */
    @Test
    void textsOfAMunicipalityThatFitNoneOfOursAreNamed() throws Exception {
        Path texts = Files.createDirectories(copy().resolve("texts"));
        Files.writeString(texts.resolve("ja.properties"), "plan.holder.CARE_CIRCLE=つながりノート\nplan.holder.CARE_CYCLE=x\nplan.badge.linked=連携\nsafety.visit.title=安否\n");
        Files.writeString(texts.resolve("en.properties"), "plan.holder.CARE_CIRCLE=\n");
        assertThat(CheckFormsCommand.check(texts.getParent())).hasSize(4)
                .anyMatch(m -> m.contains("ja.properties plan.holder.CARE_CYCLE: is no text of the product"))
                .anyMatch(m -> m.contains("ja.properties plan.badge.linked: has places for the values [], the product's text for [0]"))
                .anyMatch(m -> m.contains("en.properties plan.holder.CARE_CIRCLE: is empty"))
                .anyMatch(m -> m.contains("easy.properties safety.visit.title: is missing"));
        Files.writeString(texts.resolve("en.properties"), "plan.holder.CARE_CIRCLE=\\u00zz\n");
        assertThat(CheckFormsCommand.check(texts.getParent())).anyMatch(m -> m.contains("en.properties cannot be read"));
    }

    /** Each value that a room could not take, or would take for another, is named as the product would meet it. */
    @Test
    void valuesThatNoRoomCanTakeAreNamed() throws Exception {
        Path own = copy();
        String yaml = Files.readString(own.resolve("municipality.yaml"));
        Files.writeString(own.resolve("municipality.yaml"), yaml.replace("asking: SEPARATE", "asking: TOGETHER").replace("{name: 町内会, perArea: true}", "{name: 町内会, perArea: maybe}")
                .replace("    unreachable:", "    unreacheable:").replace("givenBy: SELF", "givenBy: NOBODY").replace("dangerDays: 365", "dangerDays: many")
                .replace("    POLICE:", "    POLIZEI:").replace("PLAN_GIVING: P3Y", "PLAN_GIVING: 3 years"));
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("/consent/asking: \"TOGETHER\" is none of [SEPARATE, COMBINED]"))
                .anyMatch(m -> m.contains("/sharing/parties/NEIGHBOURHOOD/perArea: \"maybe\" is neither true nor false"))
                .anyMatch(m -> m.contains("unreacheable")).anyMatch(m -> m.contains("NOBODY")).anyMatch(m -> m.contains("/evacuation/dangerDays"))
                .anyMatch(m -> m.contains("POLIZEI")).anyMatch(m -> m.contains("/consent/expiry"));
    }

    @Test
    void aDocumentedSettingIsKnown() throws Exception {
        Path own = copy();
        Files.writeString(own.resolve("municipality.yaml"), Files.readString(own.resolve("municipality.yaml")) + "\nroster: {keepRowsDays: 30, packageDays: 3}\n");
        assertThat(CheckFormsCommand.check(own)).isEmpty();
        Files.writeString(own.resolve("municipality.yaml"), Files.readString(own.resolve("municipality.yaml")).replace("keepRowsDays", "keepRowDays"));
        assertThat(CheckFormsCommand.check(own)).singleElement().satisfies(m -> assertThat(m).contains("/roster/keepRowDays: is no setting"));
    }

    @Test
    void garbageBehindTheFormIsNamed() throws Exception {
        Path own = copy();
        Files.writeString(own.resolve("plan.schema.json"), Files.readString(own.resolve("plan.schema.json")) + "}");
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("plan.schema.json") && m.contains("is no JSON"));
    }

    @Test
    void aGroupRenamedWithoutItsHintIsNamed() throws Exception {
        Path own = copy();
        String schema = Files.readString(own.resolve("plan.schema.json"));
        Files.writeString(own.resolve("plan.schema.json"), schema.replace("\"supporters\": {", "\"helpers\": {").replace("\"/supporters\"", "\"/helpers\"")
                .replace(", \"x-is\": \"supporters\"", "").replace("\"birthDate\": {", "\"dateOfBirth\": {").replace("/resident/birthDate", "/resident/dateOfBirth").replace(", \"x-is\": \"resident.birthDate\"", ""));
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("\"x-is\": \"supporters\"")).anyMatch(m -> m.contains("\"x-is\": \"resident.birthDate\""));
        Files.writeString(own.resolve("plan.schema.json"), schema.replace("\"supporters\": {", "\"helpers\": {").replace("\"/supporters\"", "\"/helpers\"")
                .replace("\"birthDate\": {", "\"dateOfBirth\": {").replace("/resident/birthDate", "/resident/dateOfBirth"));
        assertThat(CheckFormsCommand.check(own)).as("the phrases name a section").isNotEmpty().allMatch(m -> m.contains("phrases.yaml"));
        Path phrases = own.resolve("phrases.yaml");
        Files.writeString(phrases, Files.readString(phrases).replace("section: supporters", "section: helpers"));
        assertThat(CheckFormsCommand.check(own)).as("with their hints the names are the city's own").isEmpty();
    }

    @Test
    void anItemOfANoticeThatCoversNothingIsNamed() throws Exception {
        Path own = copy();
        Path notice = own.resolve("notices/giving.v1.ja.md");
        Files.writeString(notice, Files.readString(notice).replace("household,", "houshold,"));
        assertThat(CheckFormsCommand.check(own)).singleElement().satisfies(m -> assertThat(m).contains("giving.v1.ja.md /items: \"houshold\""));
    }

    @Test
    void decisionTablesAreReadAndTried() throws Exception {
        Path own = copy();
        String checks = Files.readString(Path.of("processes/plan-checks.dmn"));
        Files.writeString(own.resolve("checks.dmn"), checks);
        Files.copy(Path.of("processes/priority.dmn"), own.resolve("priority.dmn"));
        assertThat(CheckFormsCommand.check(own)).isEmpty();
        String priority = Files.readString(Path.of("processes/priority.dmn"));
        Files.writeString(own.resolve("priority.dmn"), priority.replace("<text>ventilator</text>", "<text>ventillator</text>"));
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("fact \"ventillator\": is never said"));
        Files.writeString(own.resolve("priority.dmn"), priority.replace("<text>[1..2]</text>", "<text>[1..</text>"));
        assertThat(CheckFormsCommand.check(own)).singleElement().satisfies(m -> assertThat(m).contains("priority.dmn"));
        Files.writeString(own.resolve("priority.dmn"), priority);
        Files.writeString(own.resolve("checks.dmn"), checks.replace("\"supporters\"", "\"/helper\"").replace("<text>\"designated\"</text>", "<text>\"designatet\"</text>"));
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("field \"/helper\"")).anyMatch(m -> m.contains("fact \"designatet\""));
        Files.writeString(own.resolve("checks.dmn"), checks.replace("&gt; 30", "&gt; ("));
        assertThat(CheckFormsCommand.check(own)).singleElement().satisfies(m -> assertThat(m).contains("checks.dmn"));
        Files.writeString(own.resolve("checks.dmn"), checks.replace("\"BLOCKS\"</text></outputEntry>", "\"STOPS\"</text></outputEntry>"));
        assertThat(CheckFormsCommand.check(own)).anyMatch(m -> m.contains("STOPS"));
        Files.writeString(own.resolve("checks.dmn"), "<definitions>");
        Files.writeString(own.resolve("priority.dmn"), "<definitions>");
        Files.writeString(own.resolve("other.dmn"), checks);
        assertThat(CheckFormsCommand.check(own)).hasSize(3);
    }

    private Path copy() throws Exception {
        Path own = folder.resolve("990019");
        try (var files = Files.walk(Path.of("forms/990019"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = own.resolve(Path.of("forms/990019").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else if (!file.toString().matches(".*(osm|geojson|csv)")) {
                    Files.copy(file, to);
                }
            }
        }
        return own;
    }
}
