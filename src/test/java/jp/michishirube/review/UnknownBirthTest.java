package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.MoveToNewerForm;
import jp.michishirube.plan.draft.OfferFacts;
import jp.michishirube.plan.form.Completeness;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormReader;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.form.RoleDemands;
import jp.michishirube.plan.form.TestForms;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A person of whom only the year of birth is known, or nothing, gets a plan like everybody. */
@ProductTest
class UnknownBirthTest {

    private static final String SAID = "1941年（月日不詳）";
    private static final String OLD_FORM = "2026.1-before-unknown-births";

    @Autowired MockMvc mvc;
    @Autowired Loop loop;
    @Autowired CaseFiles cases;
    @Autowired Drafts drafts;
    @Autowired OfferFacts offers;
    @Autowired SubmitPlan submit;
    @Autowired MoveToNewerForm move;
    @Autowired PlanForms forms;
    @Autowired JdbcClient jdbc;

    @Test
    void thePlanIsHandedInPrintedComparedAndExported() throws Exception {
        CaseFile file = born("1941");
        offers.begin(file.id(), "aoba2");
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/resident/birthKnown").asText()).as("from the roster").isEqualTo(SAID);
        loop.as("aoba2", () -> {
            Map<String, JsonNode> all = loop.complete();
            all.remove("/resident/birthDate");
            loop.write(file, all);
            return submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        assertThat(text("/cases/" + file.number(), As.aoba2())).contains(SAID);
        assertThat(text("/cases/" + file.number() + "/plan", As.aoba2())).contains(SAID);
        assertThat(text("/api/v1/cases/" + file.number() + "/plan", As.aoba1Token("plans:read"))).contains("\"birthKnown\":\"" + SAID + "\"");
        assertThat(printed(file)).contains(SAID);
        assertThat(text("/cases/" + file.number() + "/review", As.review1())).contains(SAID).doesNotContain("生年月日が名簿と違います");
    }

    /** The paper that tells the day is found: the day takes the place of the words, and the difference shows both. */
    @Test
    void aDayFoundLaterTakesItsPlace() throws Exception {
        CaseFile file = born("1941");
        loop.as("aoba2", () -> {
            Map<String, JsonNode> all = loop.complete();
            all.put("/resident/birthDate", TextNode.valueOf("1941-07-07"));
            loop.write(file, all);
            return submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/resident/birthDate").asText()).isEqualTo("1941-07-07");
        assertThat(text("/api/v1/cases/" + file.number() + "/plan", As.aoba1Token("plans:read"))).contains("1941-07-07").doesNotContain(SAID);
    }

    @Test
    void aFormOfBeforeMovesAndTheRosterFillsWhatItAsksAnew() {
        CaseFile file = born("1941-05");
        ObjectNode older = (ObjectNode) TestForms.schema("990019");
        older.put("x-version", OLD_FORM);
        ((ObjectNode) older.at("/properties/resident/properties")).remove("birthKnown");
        ((ObjectNode) older.at("/properties/resident/properties/birthDate")).remove("x-required-unless");
        jdbc.sql("insert into plan.form (version, schema) values (?, ?::json) on conflict do nothing").params(OLD_FORM, older.toString()).update();
        loop.as("aoba2", () -> loop.write(file, Map.of()));
        jdbc.sql("update plan.draft set form_version = ?, answers = answers #- '{resident,birthKnown}', provenance = provenance - '/resident/birthKnown' where case_id = ?")
                .params(OLD_FORM, file.id().value()).update();
        loop.as("aoba2", () -> loop.write(file, Map.of("/remarks/text", TextNode.valueOf("犬がいる"))));
        loop.as("aoba2", () -> move.move(file.id(), forms.current().version()));
        ObjectNode answers = drafts.find(file.id()).orElseThrow().answers();
        assertThat(answers.at("/resident/birthKnown").asText()).isEqualTo("1941年5月（日不詳）");
        assertThat(answers.at("/remarks/text").asText()).isEqualTo("犬がいる");
    }

    @ParameterizedTest
    @ValueSource(strings = {"990019", "990027", "990035"})
    void everyShippedFormTakesSuchAPerson(String code) {
        PlanForm form = TestForms.load(code);
        FilledPlan nothing = FilledPlan.of(form, JsonNodeFactory.instance.objectNode());
        assertThat(Completeness.missing(nothing)).anyMatch(p -> p.field().equals("/resident/birthDate"));
        FilledPlan known = FilledPlan.of(form, TestForms.answers("{'resident': {'birthKnown': '生年月日不詳'}}"));
        assertThat(Completeness.missing(known)).noneMatch(p -> p.field().startsWith("/resident/birth"));
        assertThat(known.text(Role.RESIDENT_BIRTH_KNOWN)).isEqualTo("生年月日不詳");
        FilledPlan both = FilledPlan.of(form, TestForms.answers("{'resident': {'birthKnown': '1941年', 'birthDate': '1941-07-07'}}"));
        assertThat(both.text(Role.RESIDENT_BIRTH_KNOWN)).as("the day is known").isEmpty();
    }

    @Test
    void aFormThatAsksTheDayOfEverybodyIsAMistake() {
        assertThat(mistakes(schema -> ((ObjectNode) schema.at("/properties/resident/properties")).remove("birthKnown"))).singleElement().asString()
                .contains("could have no plan");
        assertThat(mistakes(schema -> ((ObjectNode) schema.at("/properties/resident/properties/birthDate")).put("x-required-unless", "/resident/phone")))
                .singleElement().asString().contains("/resident/birthKnown");
        assertThat(mistakes(schema -> {
            ((ObjectNode) schema.at("/properties/resident/properties")).remove("birthKnown");
            ((ObjectNode) schema.at("/properties/resident/properties/birthDate")).remove("x-required");
        })).as("a form that does not insist").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "1940-03-02, '', 1940-03-02, '', 0", "1940-03-02, '', 1940-03-20, '', 1", "1940-03-02, '', -, 1940年（月日不詳）, 1",
            "-, 1941, 1941-07-07, '', 0", "-, 1941, 1942-07-07, '', 1", "-, 1941-05, 1941-06-01, '', 1", "-, 1941, -, 1941年（月日不詳）, 0",
            "-, 1941, -, 昭和のはじめ, 1", "-, 不詳, 1941-07-07, '', 1", "-, 不詳, -, 生年月日不詳, 0"})
    void thePlanIsComparedWithTheRosterAsFarAsThatKnows(LocalDate listed, String known, String day, String said, int differs) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        ObjectNode resident = answers.putObject("resident");
        if (day != null) {
            resident.put("birthDate", day);
        }
        resident.put("birthKnown", said);
        Resident person = new Resident(1, "1", null, "試験 太郎", "", listed, "", "", "", "", "", known);
        assertThat(Observations.of(FilledPlan.of(TestForms.load("990019"), answers), person, LocalDate.of(2026, 11, 1)))
                .filteredOn(s -> s.observation().fact().equals("rosterBirthDate")).singleElement()
                .satisfies(s -> assertThat(s.observation().number().intValue()).isEqualTo(differs));
    }

    private CaseFile born(String known) {
        CaseFile file = loop.atInterview();
        jdbc.sql("update casefile.resident set birth_date = null, birth_known = ? where id = ?").params(known, file.resident().id()).update();
        return cases.get(file.id());
    }

    private String text(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who).locale(Locale.JAPANESE)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String printed(CaseFile file) throws Exception {
        byte[] pdf = mvc.perform(get("/cases/" + file.number() + "/plan.pdf").with(As.aoba2())).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> mistakes(java.util.function.Consumer<JsonNode> change) {
        JsonNode schema = TestForms.schema("990019");
        change.accept(schema);
        PlanForm form = FormReader.read("990019", schema, new ArrayList<>());
        return RoleDemands.mistakes(form, new RoleDemands.Policies(true, true, true)).stream().map(FormReader.Mistake::reason).toList();
    }
}
