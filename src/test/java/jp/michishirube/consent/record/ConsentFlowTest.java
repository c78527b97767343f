package jp.michishirube.consent.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.Hash;
import jp.michishirube.organization.Role;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Asking, recording, taking back: through the pages and the API, on the real database and engine. */
@ProductTest
class ConsentFlowTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String GIVEN = """
            {"decisions":[{"notice":{"id":"%s","version":1,"language":"ja"},"given":%s}],"givenBy":"SELF","channel":"ELECTRONIC",
             "explainedBy":"佐藤 恵","decidedAt":"2026-06-05T10:00:00+09:00"}""";

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private CaseFiles cases;
    @Autowired private CaseProcess process;
    @Autowired private JdbcClient jdbc;
    @Autowired private ObjectMapper mapper;

    @Test
    void theBedsidePageShowsTheNoticeWithFuriganaAndItsVersion() throws Exception {
        CaseFile file = newCase();
        String page = mvc.perform(get("/cases/{n}/consents/creation", file.number()).with(As.aoba1())).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        assertThat(page).contains("<ruby>避難<rp>（</rp><rt>ひなん</rt>", "creation:1:ja", "取得", "id=\"furigana\"");
        mvc.perform(get("/cases/{n}/consents/creation", file.number()).param("lang", "en").with(As.aoba1()))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("May we make an individual evacuation plan")));
    }

    @Test
    void aYesAtTheBedsideMovesTheCaseOnAndIsTold() throws Exception {
        CaseFile file = newCase();
        mvc.perform(bedside(file, "creation", "yes")).andExpect(redirectedUrl("/cases/" + file.number()));
        assertThat(process.openSteps(file.id())).doesNotContain(Step.OBTAIN_CREATION_CONSENT);
        String history = mvc.perform(get("/cases/{n}/consents", file.number()).with(As.aoba1())).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        assertThat(history).contains("計画の作成（情報の取得）", "取りやめる", "説明文「個別避難計画を作ることへの同意」第1版");
        assertThat(jdbc.sql("select count(*) from casefile.event where case_id = ? and kind = 'consent-given-plan-making'")
                .param(file.id().value()).query(Integer.class).single()).isOne();
    }

    @Test
    void aNoEndsTheCaseProperly() throws Exception {
        CaseFile file = newCase();
        mvc.perform(bedside(file, "creation", "no")).andExpect(status().is3xxRedirection());
        assertThat(cases.get(file.id()).state().name()).isEqualTo("CREATION_REFUSED");
        mvc.perform(record(file, GIVEN.formatted("creation", "true"))).andExpect(status().isConflict());
        assertThat(count(file)).isOne();
    }

    @Test
    void theSameClickTwiceRecordsOnce() throws Exception {
        CaseFile file = newCase();
        mvc.perform(bedside(file, "creation", "yes")).andExpect(status().is3xxRedirection());
        mvc.perform(bedside(file, "creation", "yes")).andExpect(status().isConflict());
        assertThat(count(file)).isOne();
    }

    @Test
    void badInputIsRefusedWithItsReasonAndNothingIsRecorded() throws Exception {
        CaseFile file = newCase();
        String good = GIVEN.formatted("creation", "true");
        Map<String, String> bad = Map.of(
                good.replace("2026-06-05", "2126-01-05"), "decidedAt",
                good.replace("SELF", "FAMILY"), "relation",
                good.replace("\"version\":1", "\"version\":99"), "notice",
                good.replace("\"creation\"", "\"nothing\""), "notice",
                good.replace("ELECTRONIC", "ORAL"), "witness",
                good.replace("ELECTRONIC", "PAPER"), "scan",
                good.replace("\"channel\"", "\"scan\":\"PCFET0NUWVBFIGh0bWw+\",\"channel\""), "scan",
                good.replace("\"佐藤 恵\"", "null"), "explainedBy");
        for (Map.Entry<String, String> e : bad.entrySet()) {
            mvc.perform(record(file, e.getKey())).andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(org.hamcrest.Matchers.containsString(e.getValue())));
        }
        mvc.perform(record(file, good.replace("SELF", "FAMILY").replace("\"channel\"", "\"giverName\":\"x\",\"relation\":\"友人\",\"giverGround\":\"x\",\"channel\"")))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(org.hamcrest.Matchers.containsString("may-not-sign")));
        assertThat(count(file)).isZero();
        assertThat(process.openSteps(file.id())).contains(Step.OBTAIN_CREATION_CONSENT);
    }

    /** By the API's task and by a form that was posted to the wrong page alike: a yes that nobody asked for is none. */
    @Test
    void theCreationStepTakesNoYesToSharing() throws Exception {
        CaseFile file = newCase();
        String task = jdbc.sql("select task_id from inbox.work_item where case_id = ?").param(file.id().value()).query(String.class).single();
        mvc.perform(post("/api/v1/tasks/{t}/claim", task).with(As.aoba1Token("tasks:write"))).andExpect(status().isOk());
        String sharing = GIVEN.formatted("sharing", "true");
        String both = sharing.replace("\"decisions\":[", "\"decisions\":[{\"notice\":{\"id\":\"creation\",\"version\":1,\"language\":\"ja\"},\"given\":true},");
        for (String input : new String[] {sharing, both}) {
            mvc.perform(complete(task, input)).andExpect(status().isUnprocessableEntity()).andExpect(content().string(org.hamcrest.Matchers.containsString("notice-not-asked-here")));
        }
        mvc.perform(post("/cases/{n}/consents/creation", file.number()).param("notice", "sharing:1:ja").param("decision-sharing", "yes").param("givenBy", "SELF")
                .param("channel", "ELECTRONIC").param("explainedBy", "佐藤 恵").param("decidedAt", LocalDate.now().toString()).with(As.aoba1()).with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        for (String silent : new String[] {"\"agreed\":true", "\"given\":\"true\"", "\"given\":null", "\"given\":true,\"other\":1"}) {
            mvc.perform(complete(task, GIVEN.formatted("creation", "true").replace("\"given\":true", silent))).andExpect(status().is4xxClientError());
        }
        mvc.perform(complete(task, "null")).andExpect(status().isUnprocessableEntity());
        assertThat(count(file)).isZero();
        assertThat(process.openSteps(file.id())).contains(Step.OBTAIN_CREATION_CONSENT);
        mvc.perform(complete(task, GIVEN.formatted("creation", "true"))).andExpect(status().isOk());
        assertThat(count(file)).isOne();
    }

    private static org.springframework.test.web.servlet.RequestBuilder complete(String task, String input) {
        return post("/api/v1/tasks/{t}/complete", task).contentType("application/json").content("{\"outcome\":\"RECORDED\",\"input\":" + input + "}")
                .with(As.aoba1Token("tasks:write"));
    }

    @Test
    void aScanOverTenMegabytesIsRefused() throws Exception {
        CaseFile file = newCase();
        byte[] large = new byte[Scans.MAX_BYTES + 1];
        System.arraycopy("%PDF-1.7".getBytes(), 0, large, 0, 8);
        mvc.perform(((MockMultipartHttpServletRequestBuilder) bedside(file, "creation", "yes", "PAPER"))
                .file(new MockMultipartFile("scan", "a.pdf", "application/pdf", large))).andExpect(status().isPayloadTooLarge());
        assertThat(count(file)).isZero();
    }

    @Test
    void anOfficeDoesNotSeeAnothersConsents() throws Exception {
        CaseFile file = newCase();
        mvc.perform(get("/cases/{n}/consents", file.number()).with(As.wakakusa1())).andExpect(status().isNotFound());
        mvc.perform(bedside(file, "creation", "yes").with(As.wakakusa1())).andExpect(status().isNotFound());
        mvc.perform(get("/cases/{n}/consents", file.number()).with(As.machi1())).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/cases/{n}/consents", file.number()).contentType("application/json").content("{}")
                .with(As.system("consents:read"))).andExpect(status().isForbidden());
    }

    @Test
    void withdrawingTheMakingBeforeApprovalEndsTheCaseAtOnce() throws Exception {
        CaseFile file = given(newCase());
        mvc.perform(withdrawal(file, recordOf(file, "PLAN_MAKING"), "END")).andExpect(status().isNoContent());
        assertThat(cases.get(file.id()).state().isEnded()).isTrue();
        assertThat(jdbc.sql("select state from consent.standing where resident_id = ? and purpose = 'PLAN_MAKING'")
                .param(file.resident().id()).query(String.class).single()).isEqualTo("WITHDRAWN");
    }

    @Test
    void whoGoesOnWithoutLinkedDataKeepsThePlan() throws Exception {
        CaseFile file = given(newCase());
        mvc.perform(withdrawal(file, recordOf(file, "PLAN_MAKING"), "CONTINUE")).andExpect(status().isNoContent());
        assertThat(cases.get(file.id()).state().isEnded()).isFalse();
        assertThat(jdbc.sql("select array_to_string(items, ',') from consent.standing where resident_id = ? and state = 'GIVEN'")
                .param(file.resident().id()).query(String.class).single()).contains("resident").doesNotContain("cityos", "carecircle");
    }

    @Test
    void aNumberInTheAddressDoesNotBecomeTheIdOfAnInput() throws Exception {
        CaseFile file = given(newCase());
        mvc.perform(get("/cases/{n}/consents/{id}/withdrawal", file.number(), recordOf(file, "PLAN_MAKING")).with(As.aoba1()))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("<label for=\"f-reason\"")));
    }

    @Test
    void aSecondWithdrawalIsRefused() throws Exception {
        CaseFile file = given(newCase());
        long id = recordOf(file, "PLAN_MAKING");
        mvc.perform(withdrawal(file, id, "END")).andExpect(status().isNoContent());
        mvc.perform(withdrawal(file, id, "END")).andExpect(status().isConflict())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("consent-already-withdrawn")));
        assertThat(count(file)).isEqualTo(2);
    }

    @Test
    void theReceiptIsValidByItsSchemaAndPrints() throws Exception {
        CaseFile file = given(newCase());
        long id = recordOf(file, "PLAN_MAKING");
        String json = mvc.perform(get("/api/v1/consents/{id}/receipt", id).with(As.system("consents:read"))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        JsonNode receipt = mapper.readTree(json);
        assertThat(receiptSchema().validate(receipt)).isEmpty();
        assertThat(receipt.at("/processing/privacyNotice/text").asText()).contains("個別避難計画");
        assertThat(receipt.at("/processing/privacyNotice/version").asInt()).isOne();
        assertThat(receipt.at("/processing/privacyNotice/sha256").asText()).hasSize(64);
        assertThat(receipt.at("/processing/legalGround").asText()).as("on what the reader's use rests").isEqualTo("LAW_OR_ORDINANCE");
        assertThat(receipt.at("/event/eventTime").asText()).startsWith("2026-06-05");
        assertThat(receipt.at("/parties").toString()).contains("EXPLAINER", "佐藤 恵");
        for (int party : new int[] {0, 1}) {
            assertThat(receipt.at("/parties/" + party).fieldNames()).toIterable().as("the person, the controller")
                    .contains("partyId", "type", "name", "address", "contact");
        }
        for (String address : new String[] {"/api/v1/consents/" + id + "/receipt.json", "/api/v1/consents/" + id + "/receipt.pdf"}) {
            mvc.perform(get(address).with(As.system("consents:read"))).andExpect(status().isOk());
        }
        byte[] pdf = mvc.perform(get("/cases/{n}/consents/{id}/receipt.pdf", file.number(), id).with(As.aoba1())).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsByteArray();
        assertThat(Scans.refusal(pdf)).as("a PDF that opens").isEmpty();
    }

    @Test
    void theReceiptOfAForeignOfficesCaseAnswersLikeNone() throws Exception {
        long id = recordOf(given(newCase()), "PLAN_MAKING");
        var foreign = As.token("wakakusa1", "髙橋 美咲", "WAKAKUSA", Role.OFFICE_LEADER, "consents:read");
        for (String receipt : new String[] {"receipt", "receipt.pdf"}) {
            String hidden = mvc.perform(get("/api/v1/consents/" + id + "/" + receipt).with(foreign)).andExpect(status().isNotFound())
                    .andReturn().getResponse().getContentAsString();
            assertThat(hidden).contains("consent-not-found");
            assertThat(mvc.perform(get("/api/v1/consents/999999999/" + receipt).with(foreign)).andReturn().getResponse().getContentAsString())
                    .isEqualTo(hidden.replace("/" + id + "/", "/999999999/"));
        }
    }

    /** The signed paper and its record prove each other. */
    @Test
    void theReceiptOfASignedPaperCarriesTheScansHash() throws Exception {
        CaseFile file = newCase();
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(40, 40, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", png);
        mvc.perform(record(file, GIVEN.formatted("creation", "true").replace("\"ELECTRONIC\"", "\"PAPER\",\"scan\":\""
                + java.util.Base64.getEncoder().encodeToString(png.toByteArray()) + "\""))).andExpect(status().isCreated());
        JsonNode receipt = mapper.readTree(mvc.perform(get("/api/v1/consents/{id}/receipt", recordOf(file, "PLAN_MAKING"))
                .with(As.system("consents:read"))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        assertThat(receipt.at("/event/scanSha256").asText()).isEqualTo(Hash.sha256(png.toByteArray()));
        assertThat(receiptSchema().validate(receipt)).isEmpty();
    }

    private com.networknt.schema.JsonSchema receiptSchema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(getClass().getResourceAsStream("/schema/consent-receipt-1.schema.json"));
    }

    @Test
    void aPaperHandedOverIsARequestAndChangesNoAnswer() throws Exception {
        CaseFile file = given(newCase());
        mvc.perform(post("/cases/{n}/consents/creation/form.pdf", file.number()).param("notice", "creation").with(As.aoba1()).with(csrf()))
                .andExpect(status().isOk()).andExpect(content().contentType("application/pdf"));
        assertThat(count(file)).isEqualTo(2);
        assertThat(jdbc.sql("select state from consent.standing where resident_id = ?").param(file.resident().id()).query(String.class).single())
                .isEqualTo("GIVEN");
    }

    @Test
    void recordsAreNeverChanged() throws Exception {
        CaseFile file = given(newCase());
        org.junit.jupiter.api.Assertions.assertThrows(org.springframework.dao.DataAccessException.class,
                () -> jdbc.sql("update consent.record set event_type = 'REFUSED' where resident_id = ?").param(file.resident().id()).update());
        org.junit.jupiter.api.Assertions.assertThrows(org.springframework.dao.DataAccessException.class,
                () -> jdbc.sql("delete from consent.record where resident_id = ?").param(file.resident().id()).update());
    }

    private CaseFile newCase() {
        int n = NUMBERS.incrementAndGet();
        return open.open(new Resident(0, "CONSENT-" + n, "CO-" + n, "髙橋 一郎", "タカハシ イチロウ", LocalDate.of(1940, 3, 2), "男", "990-0001",
                "みちしるべ市青葉2丁目3番", "0990-00-0001", "青葉町"), "AOBA", 1);
    }

    private CaseFile given(CaseFile file) throws Exception {
        mvc.perform(record(file, GIVEN.formatted("creation", "true"))).andExpect(status().isCreated());
        return file;
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder record(CaseFile file, String body) {
        return post("/api/v1/cases/{n}/consents", file.number()).contentType("application/json").content(body)
                .with(As.aoba1Token("consents:write"));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder withdrawal(CaseFile file, long id, String then) {
        return post("/api/v1/cases/{n}/consents/{id}/withdrawal", file.number(), id).contentType("application/json")
                .content("{\"givenBy\":\"SELF\",\"channel\":\"ORAL\",\"afterwards\":\"" + then + "\"}").with(As.aoba1Token("consents:write"));
    }

    private MockMultipartHttpServletRequestBuilder bedside(CaseFile file, String stage, String decision) {
        return bedside(file, stage, decision, "ELECTRONIC");
    }

    private MockMultipartHttpServletRequestBuilder bedside(CaseFile file, String stage, String decision, String channel) {
        return (MockMultipartHttpServletRequestBuilder) multipart("/cases/{n}/consents/{s}", file.number(), stage).param("step", "open")
                .param("notice", "creation:1:ja").param("decision-creation", decision).param("givenBy", "SELF").param("channel", channel)
                .param("explainedBy", "佐藤 恵").param("decidedAt", LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")).toString())
                .with(As.aoba1()).with(csrf());
    }

    private long recordOf(CaseFile file, String purpose) {
        return jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = ?").params(file.resident().id(), purpose)
                .query(Long.class).single();
    }

    private int count(CaseFile file) {
        return jdbc.sql("select count(*) from consent.record where resident_id = ?").param(file.resident().id()).query(Integer.class).single();
    }
}
