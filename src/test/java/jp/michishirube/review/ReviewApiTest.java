package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.organization.Role;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The revision loop by the API: the same rules, the same refusals, each with its stable name. */
@ProductTest
class ReviewApiTest {

    private static final String PHONE = "{\"version\":1,\"pointer\":\"/resident/phone\",\"kind\":\"wrong\",\"text\":\"番号\",\"proposed\":\"0242-33-4444\"}";

    @Autowired MockMvc mvc;
    @Autowired Loop loop;
    @Autowired WorkItems items;
    @Autowired CaseProcess process;
    @Autowired Drafts drafts;
    @Autowired Remarks remarks;
    @Autowired CloseRemark close;

    @Test
    void aRoundByTheApiAlone() throws Exception {
        CaseFile file = loop.atReview();
        write(file, "/remarks", PHONE).andExpect(status().isCreated());
        complete(file, Step.REVIEW_PLAN, "RETURNED", "{\"version\":1,\"note\":\"お願いします\"}").andExpect(status().is2xxSuccessful());
        long id = remarks.of(file.id()).get(0).id();
        read(file, "/remarks").andExpect(jsonPath("$[0].state").value("OPEN")).andExpect(jsonPath("$[0].proposed").value("0242-33-4444"));
        write(file, "/remarks/" + id + "/reply", "{\"text\":\"どの番号ですか\"}").andExpect(status().isNoContent());
        write(file, "/remarks/" + id + "/accept", "").andExpect(status().isNoContent());
        complete(file, Step.REVISE_PLAN, "SUBMITTED", "{}").andExpect(status().is2xxSuccessful());
        read(file, "/submissions").andExpect(jsonPath("$", hasSize(2)));
        read(file, "/submissions/1/diff/2").andExpect(status().isOk()).andExpect(jsonPath("$.changes", hasSize(1)))
                .andExpect(jsonPath("$.changes[0].pointer").value("/resident/phone")).andExpect(jsonPath("$.changes[0].after").value("0242-33-4444"));
        complete(file, Step.REVIEW_PLAN, "APPROVED", "{\"version\":2}").andExpect(status().is2xxSuccessful());
        assertThat(process.openSteps(file.id())).doesNotContain(Step.REVIEW_PLAN, Step.REVISE_PLAN);
    }

    @Test
    void whatIsRefused() throws Exception {
        CaseFile file = loop.atReview();
        refused(complete(file, Step.REVIEW_PLAN, "RETURNED", "{\"version\":1}"), 400, "return-needs-remark");
        refused(complete(file, Step.REVIEW_PLAN, "APPROVED", "{\"version\":7}"), 409, "version-not-latest");
        refused(complete(file, Step.REVIEW_PLAN, "APPROVED", "{}"), 400, "version-needed");
        for (String guessed : new String[] {"{\"version\":\"1\"}", "{\"version\":1.9}", "{\"version\":1,\"remark\":[]}", "{\"version\":1,\"opensAll\":\"true\"}", "[1]",
            "{\"version\":1,\"remarks\":[{\"pointer\":\"/resident/phone\",\"kind\":\"wrong\",\"text\":5}]}", "{\"version\":1,\"remarks\":[null]}"}) {
            refused(complete(file, Step.REVIEW_PLAN, "RETURNED", guessed), 400, "body-unreadable");
        }
        refused(write(file, "/remarks", PHONE.replace("\"version\":1", "\"version\":9")), 409, "version-not-latest");
        refused(write(file, "/remarks", "{\"version\":1,\"pointer\":\"/supporters\",\"kind\":\"wrong\",\"text\":\"?\",\"proposed\":\"x\"}"), 422, "remark-invalid");
        write(file, "/remarks", PHONE).andExpect(status().isCreated());
        refused(complete(file, Step.REVIEW_PLAN, "APPROVED", "{\"version\":1}"), 409, "approve-with-remarks");
        complete(file, Step.REVIEW_PLAN, "RETURNED", "{\"version\":1}").andExpect(status().is2xxSuccessful());
        long id = remarks.of(file.id()).get(0).id();
        refused(write(file, "/remarks/" + id + "/kept", "{}"), 422, "remark-invalid");
        refused(write(file, "/remarks/" + id + "/reply", "{\"text\":\" \"}"), 422, "remark-invalid");
        refused(write(file, "/remarks/999999999/reply", "{\"text\":\"?\"}"), 404, "remark-not-found");
        loop.as("review1", () -> close.close(file, id, null));
        refused(write(file, "/remarks/" + id + "/kept", "{\"text\":\"遅い\"}"), 409, "remark-closed");
        refused(write(file, "/remarks/" + id + "/accept", ""), 409, "remark-closed");
        read(file, "/submissions/1/diff/9").andExpect(status().isNotFound());
    }

    @Test
    void lockedFieldsStayLockedAndNothingOfTheTryIsKept() throws Exception {
        CaseFile file = loop.atReview();
        write(file, "/remarks", PHONE).andExpect(status().isCreated());
        complete(file, Step.REVIEW_PLAN, "RETURNED", "{\"version\":1}").andExpect(status().is2xxSuccessful());
        refused(complete(file, Step.REVISE_PLAN, "SUBMITTED", "{\"answers\":{\"resident\":{\"name\":\"別の 人\",\"phone\":\"0242-44-4444\"}}}"), 422, "plan-fields-wrong")
                .andExpect(jsonPath("$.errors[*].field", hasItem("/resident/name")));
        JsonNode resident = drafts.find(file.id()).orElseThrow().answers().at("/resident");
        assertThat(resident.path("name").asText()).isEqualTo("試験 太郎");
        assertThat(resident.path("phone").asText()).isEqualTo("0242-12-3456");
    }

    @Test
    void anAttachmentThatLiesAndAForeignOfficeAreRefused() throws Exception {
        CaseFile file = loop.atReview();
        String at = "/api/v1/cases/" + file.number();
        MockMultipartFile lie = new MockMultipartFile("attachment", "plan.pdf", "application/pdf", "<html><script>".getBytes(StandardCharsets.UTF_8));
        refused(mvc.perform(multipart(at + "/messages").file(lie).param("text", "図面です").with(As.review1Token("tasks:write"))), 422, "attachment-refused");
        refused(write(file, "/messages", "{\"text\":\"\"}"), 422, "message-invalid");
        refused(write(file, "/messages", "{\"text\":\"?\",\"pointer\":\"/nowhere\"}"), 422, "message-invalid");
        read(file, "/messages").andExpect(jsonPath("$", hasSize(0)));
        write(file, "/remarks", PHONE).andExpect(status().isCreated());
        complete(file, Step.REVIEW_PLAN, "RETURNED", "{\"version\":1}").andExpect(status().is2xxSuccessful());
        long id = remarks.of(file.id()).get(0).id();
        for (String path : new String[] {"/remarks/" + id + "/reply", "/remarks/" + id + "/kept", "/messages"}) {
            refused(mvc.perform(post(at + path).contentType(MediaType.APPLICATION_JSON).content("{\"text\":\"よその事業所\"}")
                    .with(ofForeignOffice())), 404, "case-not-found");
        }
        assertThat(remarks.of(file.id()).get(0).thread()).isEmpty();
    }

    private static RequestPostProcessor ofForeignOffice() {
        return As.token("wakakusa1", "髙橋 美咲", "WAKAKUSA", Role.CARE_MANAGER, "tasks:write");
    }

    /** A person's own token: the consent that a system needs is another test's business. */
    private static RequestPostProcessor ofReviewer() {
        return As.review1Token("cases:read", "plans:read");
    }

    private ResultActions read(CaseFile file, String path) throws Exception {
        return mvc.perform(get("/api/v1/cases/" + file.number() + path).with(ofReviewer()));
    }

    private ResultActions write(CaseFile file, String path, String body) throws Exception {
        return mvc.perform(post("/api/v1/cases/" + file.number() + path).contentType(MediaType.APPLICATION_JSON).content(body).with(path.endsWith("/accept") || path.endsWith("/kept") ? As.aoba1Token("tasks:write") : As.review1Token("tasks:write")));
    }

    private ResultActions complete(CaseFile file, Step step, String outcome, String input) throws Exception {
        String task = items.find(file.id(), step).orElseThrow().taskId();
        RequestPostProcessor worker = step == Step.REVIEW_PLAN ? As.review1Token("tasks:write") : As.aoba1Token("tasks:write");
        mvc.perform(post("/api/v1/tasks/" + task + "/claim").with(worker)).andExpect(status().isOk());
        return mvc.perform(post("/api/v1/tasks/" + task + "/complete").contentType(MediaType.APPLICATION_JSON)
                .content("{\"outcome\":\"" + outcome + "\",\"input\":" + input + "}").with(worker));
    }

    private static ResultActions refused(ResultActions answer, int status, String kind) throws Exception {
        return answer.andExpect(status().is(status)).andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.type").value("https://michishirube.jp/problems/" + kind));
    }
}
