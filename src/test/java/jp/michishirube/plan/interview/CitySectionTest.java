package jp.michishirube.plan.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.draft.EraseContent;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** 市記入欄: the city's own section of a plan, on a form that has one. */
@ProductTest
class CitySectionTest {

    private static final String VERSION = "2026.1-city";

    @Autowired MockMvc web;
    @Autowired Loop loop;
    @Autowired Submissions submissions;
    @Autowired SubmitPlan submit;
    @Autowired EraseContent erase;
    @Autowired ObjectMapper json;
    @Autowired JdbcClient jdbc;

    private CaseFile file;

    @BeforeEach
    void aPlanOfSuchAFormIsBeingChecked() throws Exception {
        ObjectNode schema = (ObjectNode) json.readTree(Files.readString(Path.of("forms/990019/plan.schema.json")));
        schema.put("x-version", VERSION);
        ((ObjectNode) schema.get("properties")).set("office", json.readTree("""
                {"type": "object", "title": "市記入欄", "x-title-en": "For the city", "x-is": "city", "additionalProperties": false, "properties": {
                  "receivedOn": {"type": "string", "format": "date", "title": "受付日", "x-kind": "date"},
                  "note": {"type": "string", "maxLength": 40, "title": "備考", "x-kind": "text"}}}"""));
        jdbc.sql("insert into plan.form (version, schema) values (?, ?::json) on conflict do nothing").params(VERSION, schema.toString()).update();
        file = loop.atInterview();
        loop.as("aoba1", () -> {
            loop.write(file, Map.of());
            jdbc.sql("update plan.draft set form_version = ? where case_id = ?").params(VERSION, file.id().value()).update();
            assertThatThrownBy(() -> loop.write(file, Map.of("/office/note", TextNode.valueOf("事業所が書く")))).hasMessageContaining("locked");
            loop.write(file, loop.complete());
            return submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
    }

    @Test
    void whoChecksThePlanFillsItAndTheOfficesAnswersStay() throws Exception {
        assertThat(text(get(at("/review")), As.review1())).contains("市の記入欄を書く", at("/city-section"));
        assertThat(text(get(at("/city-section")), As.review1())).contains("市記入欄", "name=\"/office/receivedOn\"").doesNotContain("/resident/name", "??", "id=\"f-/office/note\" name=\"/office/note\" value=\"\" readonly");
        JsonNode handedIn = kept();

        MockHttpServletResponse saved = send(fill(0).param("/office/receivedOn", "令和8年12月1日").param("/office/note", "一次受付"), As.review1());
        assertThat(saved.getStatus()).isEqualTo(302);
        assertThat(answers().at("/office/receivedOn").asText()).isEqualTo("2026-12-01");
        assertThat(answers().at("/resident/name").asText()).isEqualTo("試験 太郎");
        assertThat(kept()).as("what the office handed in").isEqualTo(handedIn);
        assertThat(text(get(at("/review")), As.review1())).contains("一次受付");
        assertThat(text(get(at("/plan")), As.aoba1())).contains("一次受付");
        assertThat(text(get(at("/timeline")), As.review1())).contains("市の記入欄を書きました（第1版）。");
    }

    @Test
    void aColleaguesWordsAreNotOverwrittenAndWrongOnesAreShownAgain() throws Exception {
        assertThat(send(fill(0).param("/office/note", "中村が受付"), As.review1()).getStatus()).isEqualTo(302);
        assertThat(send(fill(0).param("/office/note", "別の人"), As.review2()).getStatus()).isEqualTo(409);
        MockHttpServletResponse wrong = send(fill(1).param("/office/note", "中村が受付").param("/office/receivedOn", "昭和65年1月1日"), As.review1());
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8)).contains("昭和65年1月1日", "中村が受付");
        assertThat(answers().at("/office").toString()).isEqualTo("{\"note\":\"中村が受付\"}");
    }

    @Test
    void nothingElseIsWrittenThere() throws Exception {
        assertThat(send(fill(0).param("/resident/name", "別人"), As.review1()).getStatus()).isEqualTo(422);
        assertThat(answers().at("/resident/name").asText()).isEqualTo("試験 太郎");
        assertThat(send(fill(0).param("/office/note", "事業所"), As.aoba1()).getStatus()).isEqualTo(403);
        assertThat(answers().has("office")).isFalse();
    }

    /** When the person wants no plan, what the city wrote goes with the rest. */
    @Test
    void itGoesWithThePlan() throws Exception {
        assertThat(send(fill(0).param("/office/note", "一次受付"), As.review1()).getStatus()).isEqualTo(302);
        loop.as("review1", () -> {
            erase.of(file.id());
            return null;
        });
        assertThat(answers()).isEmpty();
        assertThat(send(get(at("/city-section")), As.review1()).getContentAsString(StandardCharsets.UTF_8)).doesNotContain("一次受付");
    }

    private MockHttpServletRequestBuilder fill(int edits) {
        return post(at("/city-section")).with(csrf()).param("version", "1").param("edits", "" + edits);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
        return web.perform(request.with(who)).andReturn().getResponse();
    }

    private String text(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
        return send(request, who).getContentAsString(StandardCharsets.UTF_8);
    }

    private ObjectNode answers() {
        return submissions.latest(file.id()).orElseThrow().answers();
    }

    private JsonNode kept() throws Exception {
        return json.readTree(jdbc.sql("select answers from plan.submission where case_id = ?").param(file.id().value()).query(String.class).single());
    }

    private String at(String path) {
        return "/cases/" + file.number() + path;
    }
}
