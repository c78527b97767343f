package jp.michishirube.consent.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.consent.record.Scans;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What no consent can be recorded from: by the page and by the API, with the reason, and without a trace. */
@ProductTest
class BadInputTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String BODY = """
            {"decisions":[{"notice":{"id":"creation","version":1,"language":"ja"},"given":true}],"givenBy":"SELF",
             "channel":"ELECTRONIC","explainedBy":"佐藤 恵","decidedAt":"2026-06-05T10:00:00+09:00"}""";

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private JdbcClient jdbc;
    @Autowired private ObjectMapper mapper;
    @Autowired private Environment environment;

    @Test
    void datedInTheFuture() throws Exception {
        CaseFile file = newCase();
        refused(api(file, b -> b.put("decidedAt", "2126-01-05T10:00:00+09:00")), 422, "decidedAt", "future");
        refused(page(file, Map.of("decidedAt", "2126-01-05"), null), 422, "まだ来ていない日付です");
        nothingRecorded(file);
    }

    @Test
    void datedBeforeTheNoticeWasInUseOrThePersonWasBorn() throws Exception {
        CaseFile file = newCase();
        refused(api(file, b -> b.put("decidedAt", "1999-01-01T10:00:00+09:00")), 422, "decidedAt", "before-notice");
        refused(api(file, b -> b.put("decidedAt", "2026-03-31T23:59:59+09:00")), 422, "decidedAt", "before-notice");
        refused(api(file, b -> b.put("decidedAt", "1899-01-01T10:00:00+09:00")), 422, "before-birth");
        refused(page(file, Map.of("decidedAt", "1999-01-01"), null), 422, "この説明文を使い始める前の日付です");
        nothingRecorded(file);
        assertThat(api(file, b -> b.put("decidedAt", "2026-04-01T00:00:00+09:00")).getStatus()).isEqualTo(201);
    }

    /** Silence is no answer: recorded as a no, it would end the case. */
    @Test
    void withoutAYesOrANo() throws Exception {
        CaseFile file = newCase();
        refused(api(file, b -> decision(b).remove("given")), 422, "decisions[0].given", "answer-required");
        refused(api(file, b -> decision(b).putNull("given")), 422, "decisions[0].given");
        refused(api(file, b -> ((ObjectNode) decision(b).put("agreed", true)).remove("given")), 400, "unreadable-request");
        refused(api(file, b -> b.put("note", "x")), 400, "unreadable-request");
        for (String given : new String[] {"\"true\"", "1", "0", "\"no\"", "\"\"", "[true]"}) {
            var answer = mvc.perform(post("/api/v1/cases/{n}/consents", file.number()).with(As.aoba1Token("consents:write")).contentType("application/json")
                    .content(BODY.replace("\"given\":true", "\"given\":" + given).getBytes(StandardCharsets.UTF_8))).andReturn().getResponse();
            assertThat(answer.getStatus()).as(given).isEqualTo(400);
        }
        refused(api(file, b -> b.put("explainedBy", 5)), 400, "unreadable-request");
        refused(api(file, b -> b.put("decidedAt", 1_780_000_000)), 400, "unreadable-request");
        nothingRecorded(file);
        assertThat(jdbc.sql("select state from casefile.casefile where id = ?").param(file.id().value()).query(String.class).single()).isEqualTo(file.state().name());
        assertThat(api(file, b -> { }).getStatus()).isEqualTo(201);
    }

    private static ObjectNode decision(ObjectNode body) {
        return (ObjectNode) body.at("/decisions/0");
    }

    @Test
    void bySomeoneWhoMayNotSign() throws Exception {
        CaseFile file = newCase();
        refused(api(file, b -> b.put("givenBy", "FAMILY").put("giverName", "友人 太郎").put("relation", "友人").put("giverGround", "x")), 422,
                "relation", "may-not-sign");
        refused(page(file, Map.of("givenBy", "FAMILY", "giverName", "友人 太郎", "relation", "友人", "giverGround", "x"), null), 422,
                "代わりに決めることができません");
        refused(api(file, b -> b.put("givenBy", "NEIGHBOUR")), 400, "unreadable-request");
        nothingRecorded(file);
    }

    /** A record of who stood by is evidence: it holds the whole name or none of it. */
    @Test
    void aNameThatIsTooLongIsToldAndKeptAndNeverCut() throws Exception {
        CaseFile file = newCase();
        String longest = "長".repeat(201);
        refused(page(file, Map.of("channel", "ORAL", "witness", longest), null), 422, longest, "200");
        refused(page(file, Map.of("explainedBy", longest), null), 422, longest, "200");
        refused(page(file, Map.of("givenBy", "FAMILY", "giverName", longest, "relation", "子", "giverGround", "x"), null), 422, longest, "200");
        nothingRecorded(file);
        assertThat(page(file, Map.of("channel", "ORAL", "witness", "立".repeat(200)), null).getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select witness from consent.record where resident_id = ?").param(file.resident().id()).query(String.class).single()).hasSize(200);
    }

    @Test
    void forAnUnknownPurposeOrNoticeVersion() throws Exception {
        CaseFile file = newCase();
        for (String notice : new String[] {"everything:1:ja", "creation:99:ja", "creation:1:fr"}) {
            String[] ref = notice.split(":");
            refused(api(file, b -> ((ObjectNode) b.at("/decisions/0/notice")).put("id", ref[0]).put("version", Integer.parseInt(ref[1]))
                    .put("language", ref[2])), 422, "notice-unknown");
            refused(page(file, Map.of("notice", notice, "decision-" + ref[0], "yes"), null), 422, "この説明文は使われていません");
        }
        nothingRecorded(file);
    }

    /** A number names no word of a list, nor does one in quotes. */
    @Test
    void wordsByTheirPlace() throws Exception {
        CaseFile file = newCase();
        refused(api(file, b -> b.put("givenBy", 0)), 400, "unreadable-request");
        refused(api(file, b -> b.put("givenBy", "0")), 400, "unreadable-request");
        refused(api(file, b -> b.put("channel", 1)), 400, "unreadable-request");
        refused(api(file, b -> decision(b).putArray("recipients").add(0)), 400, "unreadable-request");
        nothingRecorded(file);
        assertThat(api(file, b -> { }).getStatus()).isEqualTo(201);
        long id = jdbc.sql("select record_id from consent.standing where resident_id = ?").param(file.resident().id()).query(Long.class).single();
        for (String afterwards : new String[] {"0", "\"0\""}) {
            refused(mvc.perform(post("/api/v1/cases/{n}/consents/{id}/withdrawal", file.number(), id).with(As.aoba1Token("consents:write"))
                    .contentType("application/json").content("{\"givenBy\":\"SELF\",\"channel\":\"ORAL\",\"afterwards\":" + afterwards + "}")).andReturn().getResponse(),
                    400, "unreadable-request");
        }
        assertThat(count(file)).isOne();
    }

    /** Times that no database holds are wrong like any other, also where the decision stands already. */
    @Test
    void datedBeyondAllCalendars() throws Exception {
        CaseFile file = newCase();
        assertThat(api(file, b -> { }).getStatus()).isEqualTo(201);
        refused(api(file, b -> b.put("decidedAt", "-1000000000-01-01T00:00:00Z")), 422, "before-notice");
        refused(api(file, b -> b.put("decidedAt", "+1000000000-12-31T23:59:59Z")), 422, "future");
        refused(page(file, Map.of("step", "none", "decidedAt", "-999999999-01-01"), null), 422, "この説明文を使い始める前の日付です");
        refused(page(file, Map.of("step", "none", "decidedAt", "+999999999-12-31"), null), 422, "まだ来ていない日付です");
        assertThat(count(file)).isOne();
    }

    @Test
    void onAClosedCase() throws Exception {
        CaseFile file = newCase();
        assertThat(page(file, Map.of("decision-creation", "no"), null).getStatus()).isEqualTo(302);
        int before = count(file);
        refused(api(file, b -> { }), 409, "newer-decision");
        jdbc.sql("update casefile.casefile set state = 'LEFT_ROSTER' where id = ?").param(file.id().value()).update();
        refused(api(file, b -> { }), 409, "case-ended");
        refused(page(file, Map.of("step", "none"), null), 409, "この案件は終わっているため");
        assertThat(count(file)).isEqualTo(before);
    }

    @Test
    void aWithdrawalTwice() throws Exception {
        CaseFile file = newCase();
        assertThat(page(file, Map.of(), null).getStatus()).isEqualTo(302);
        long id = jdbc.sql("select record_id from consent.standing where resident_id = ?").param(file.resident().id()).query(Long.class).single();
        Map<String, String> back = Map.of("givenBy", "SELF", "channel", "ORAL", "afterwards", "END");
        assertThat(withdrawalPage(file, id, back).getStatus()).isEqualTo(302);
        int before = count(file);
        refused(withdrawalPage(file, id, back), 409, "もう取りやめになっています");
        refused(mvc.perform(post("/api/v1/cases/{n}/consents/{id}/withdrawal", file.number(), id).with(As.aoba1Token("consents:write"))
                .contentType("application/json").content(mapper.writeValueAsString(back))).andReturn().getResponse(), 409, "consent-already-withdrawn");
        assertThat(count(file)).isEqualTo(before);
    }

    @Test
    void aScanThatIsNoImageOrPdf() throws Exception {
        CaseFile file = newCase();
        byte[] page = "%PDF-1.7 says so, but is none".getBytes();
        refused(api(file, b -> b.put("channel", "PAPER").put("scan", Base64.getEncoder().encodeToString(page))), 422, "scan-type");
        refused(page(file, Map.of("channel", "PAPER"), page), 422, "PDF、PNG、JPEGのどれでもない");
        nothingRecorded(file);
    }

    @Test
    void aScanOverTenMegabytes() throws Exception {
        CaseFile file = newCase();
        byte[] large = new byte[Scans.MAX_BYTES + 1];
        System.arraycopy("%PDF-1.7".getBytes(), 0, large, 0, 8);
        refused(api(file, b -> b.put("channel", "PAPER").put("scan", Base64.getEncoder().encodeToString(large))), 413, "scan-too-large");
        refused(page(file, Map.of("channel", "PAPER", "explainedBy", "説明 した人"), large), 413, "10 MBまでにしてください", "説明 した人");
        nothingRecorded(file);
        assertThat(jdbc.sql("select count(*) from consent.scan where case_id = ?").param(file.id().value()).query(Integer.class).single()).isZero();
    }

    /** As another system sends it, over the line; a scan is decoded as it is read, so that the limit of a JSON text is not in its way. */
    @Test
    void aScanOverTenMegabytesOverTheLine(@LocalServerPort int port) throws Exception {
        CaseFile file = newCase();
        String token = token();
        for (int megabytes : new int[] {16, 60}) {
            String scan = Base64.getEncoder().encodeToString(new byte[megabytes << 20]);
            HttpRequest ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/cases/" + file.number() + "/consents"))
                    .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(BODY.replace("\"ELECTRONIC\"", "\"PAPER\",\"scan\":\"" + scan + "\""))).build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%d MB", megabytes).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("scan-too-large", "10 MBまで", "\"status\":413");
        }
        nothingRecorded(file);
    }

    private String token() throws Exception {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(environment.getProperty("michishirube.oidc.issuer") + "/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("demo-api:demo-api-secret".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=consents:write")).build();
        return mapper.readTree(HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.ofString()).body()).get("access_token").asText();
    }

    private MockHttpServletResponse api(CaseFile file, Consumer<ObjectNode> change) throws Exception {
        ObjectNode body = (ObjectNode) mapper.readTree(BODY);
        change.accept(body);
        return mvc.perform(post("/api/v1/cases/{n}/consents", file.number()).with(As.aoba1Token("consents:write"))
                .contentType("application/json").content(mapper.writeValueAsBytes((JsonNode) body))).andReturn().getResponse();
    }

    private MockHttpServletResponse page(CaseFile file, Map<String, String> changes, byte[] scan) throws Exception {
        Map<String, String> fields = new HashMap<>(Map.of("step", "open", "notice", "creation:1:ja", "decision-creation", "yes", "givenBy", "SELF",
                "channel", "ELECTRONIC", "explainedBy", "佐藤 恵", "decidedAt", LocalDate.now(Notices.JAPAN).toString()));
        fields.putAll(changes);
        var request = (MockMultipartHttpServletRequestBuilder) multipart("/cases/{n}/consents/creation", file.number()).with(As.aoba1()).with(csrf());
        fields.forEach(request::param);
        if (scan != null) {
            request.file(new MockMultipartFile("scan", "a.pdf", "application/pdf", scan));
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse withdrawalPage(CaseFile file, long id, Map<String, String> fields) throws Exception {
        var request = post("/cases/{n}/consents/{id}/withdrawal", file.number(), id).with(As.aoba1()).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private static void refused(MockHttpServletResponse response, int status, String... reasons) throws Exception {
        String body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(status);
        assertThat(body).contains(reasons);
    }

    private void nothingRecorded(CaseFile file) {
        assertThat(count(file)).isZero();
    }

    private int count(CaseFile file) {
        return jdbc.sql("select count(*) from consent.record where resident_id = ?").param(file.resident().id()).query(Integer.class).single();
    }

    private CaseFile newCase() {
        int n = NUMBERS.incrementAndGet();
        return open.open(new Resident(0, "BAD-" + n, "BAD-" + n, "髙橋 一郎", "タカハシ イチロウ", LocalDate.of(1940, 3, 2), "男", "990-0001",
                "みちしるべ市青葉2丁目3番", "0990-00-0001", "青葉町"), "AOBA", 1);
    }
}
