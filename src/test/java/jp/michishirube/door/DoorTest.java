package jp.michishirube.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What no room ever gets to see. */
@ProductTest
class DoorTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String CONSENT = """
            {"decisions":[{"notice":{"id":"creation","version":1,"language":"ja"},"given":true}],"givenBy":"SELF",
             "channel":"ORAL","witness":"%s","explainedBy":"佐藤 恵","decidedAt":"2026-01-05T10:00:00+09:00"}""";

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    @Test
    void jsonWithTrailingContentDoubledKeysOrNoTextIsRefused() throws Exception {
        CaseFile file = newCase();
        String body = CONSENT.formatted("立会 花子");
        for (String wrong : new String[] {body + body, body.replace("\"witness\"", "\"channel\""), CONSENT.formatted("\\u0000"), CONSENT.formatted("\\ud83d"),
            CONSENT.formatted("a\\u0008b"), body + "x"}) {
            assertThat(consent(file, wrong).getStatus()).as(wrong).isEqualTo(400);
        }
        assertThat(jdbc.sql("select count(*) from consent.record where resident_id = ?").param(file.resident().id()).query(Integer.class).single()).isZero();
    }

    @Test
    void aWitnessOfAHundredThousandCharactersIsNeverAFault() throws Exception {
        CaseFile file = newCase();
        assertThat(consent(file, CONSENT.formatted("長".repeat(100_000))).getStatus()).isEqualTo(413);
        MockHttpServletResponse long200 = consent(file, CONSENT.formatted("長".repeat(201)));
        assertThat(long200.getStatus()).isEqualTo(422);
        assertThat(long200.getContentAsString(StandardCharsets.UTF_8)).contains("\"field\":\"witness\"", "200");
        assertThat(consent(file, CONSENT.formatted("長".repeat(200))).getContentAsString(StandardCharsets.UTF_8)).doesNotContain("witness");
    }

    @Test
    void programsSpeakJsonOnly() throws Exception {
        CaseFile file = newCase();
        assertThat(status(post("/api/v1/cases/{n}/consents", file.number()).with(As.aoba1Token("consents:write")).contentType("application/yaml").content("givenBy: SELF"))).isEqualTo(415);
        assertThat(status(post("/api/v1/cases/{n}/consents", file.number()).with(As.aoba1Token("consents:write")).contentType("application/xml").content("<a/>"))).isEqualTo(415);
        assertThat(status(post("/api/v1/cases/{n}/consents", file.number()).with(As.aoba1Token("consents:write")).content("{}"))).isEqualTo(415);
        for (String asked : new String[] {"application/xml", "application/yaml", "application/cbor", "text/html", "nonsense"}) {
            MockHttpServletResponse answer = mvc.perform(get("/api/v1/cases/{n}", file.number()).with(As.system("cases:read")).header("Accept", asked)).andReturn().getResponse();
            assertThat(answer.getStatus()).as(asked).isEqualTo(406);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        }
    }

    @Test
    void fieldsAreTextThatPeopleWrite() throws Exception {
        assertThat(status(get(URI.create("/inbox?q=%00")).with(As.aoba1()))).isEqualTo(400);
        assertThat(status(get(URI.create("/inbox?q=a%1Fb")).with(As.aoba1()))).isEqualTo(400);
        assertThat(status(get("/inbox").param("tab", "office\uD800").with(As.aoba1()))).isEqualTo(400);
        assertThat(status(get("/inbox").param("area\u0000", "x").with(As.aoba1()))).isEqualTo(400);
        assertThat(status(post("/inbox/filters").param("name", "a\u0000b").param("query", "tab=mine").with(As.aoba1()).with(csrf()))).isEqualTo(400);
        assertThat(status(post("/inbox/filters").param("name", "あ".repeat(30_000)).param("query", "tab=mine").with(As.aoba1()).with(csrf()))).isEqualTo(413);
    }

    /** What somebody wrote is kept whole or refused: never cut in silence. */
    @Test
    void nothingIsCutInSilence() throws Exception {
        assertThat(status(post("/inbox/filters").param("name", "あ".repeat(61)).param("query", "tab=mine").with(As.aoba1()).with(csrf()))).isEqualTo(400);
        assertThat(status(post("/inbox/search").param("q", "山田".repeat(101)).with(As.aoba1()).with(csrf()))).isEqualTo(400);
        jdbc.sql("""
                insert into evacuation.danger_spot (kind, lat, lon, radius, note, from_date, until_date, state, posted_at, posted_by, poster)
                values ('CLOSED', 37.5, 139.9, 50, '', current_date, current_date + 30, 'SHOWN', now(), 'door', 'door')
                """).update();
        long spot = jdbc.sql("select max(id) from evacuation.danger_spot where posted_by = 'door'").query(Long.class).single();
        String reason = "理".repeat(501);
        MockHttpServletResponse told = mvc.perform(post("/dangers/{id}", spot).param("decision", "WITHDRAW").param("note", reason).with(As.review1()).with(csrf()))
                .andReturn().getResponse();
        assertThat(told.getStatus()).isEqualTo(422);
        assertThat(told.getContentAsString(StandardCharsets.UTF_8)).contains(reason, "500文字まで");
        String name = "図".repeat(81);
        MockHttpServletResponse area = mvc.perform(multipart("/hazards").file(new MockMultipartFile("file", "a.geojson", "application/json", "{}".getBytes()))
                .param("hazard", "FLOOD").param("name", name).with(As.review1()).with(csrf())).andReturn().getResponse();
        assertThat(area.getStatus()).isEqualTo(422);
        assertThat(area.getContentAsString(StandardCharsets.UTF_8)).contains(name, "80字まで");
    }

    /** By whoever opens any page, signed in or not. */
    @Test
    void aCookieThatNoneOfOursCanBeIsNone() throws Exception {
        for (String odd : new String[] {"AAAA", "AAE=", "x", "%00", "AAAAfixated", "a".repeat(3_000), Base64.getEncoder().encodeToString("no-session-of-ours".getBytes())}) {
            for (String page : new String[] {"/inbox", "/verify", "/p", "/v/supporter"}) {
                String head = "GET %s HTTP/1.1\nHost: localhost\nCookie: MICHISHIRUBE_SESSION=%s; MICHISHIRUBE_LANGUAGE=%s";
                assertThat(Line.send(port, head.formatted(page, odd, odd))).as(page + " with " + odd).startsWith("HTTP/1.1 " + (page.equals("/inbox") ? 302 : page.startsWith("/v/") ? 401 : 200));
            }
        }
    }

    /** The server repeats what it cannot read: a session's id, a name in a parameter, the first line of a request. It does so once a day, hence no line is waited for. */
    @Test
    void whatTheServerCannotReadIsRepeatedInNoLog() {
        for (String name : List.of("org.apache.tomcat.util.http.parser.Cookie", "org.apache.tomcat.util.http.Rfc6265CookieProcessor", "org.apache.tomcat.util.http.Parameters",
                "org.apache.coyote.http11.Http11Processor", "org.apache.coyote.http11.Http11InputBuffer")) {
            assertThat(LoggerFactory.getLogger(name).isInfoEnabled()).as(name).isFalse();
        }
    }

    @Test
    void aMultipartBodyWithoutABoundaryIsUnreadableAndNoFault() throws Exception {
        assertThat(Line.send(port, """
                POST /verify HTTP/1.1
                Host: localhost
                Accept: text/html
                Content-Type: multipart/form-data
                Content-Length: 3
                """, "abc".getBytes())).startsWith("HTTP/1.1 400");
        assertThat(Line.send(port, """
                POST /verify HTTP/1.1
                Host: localhost
                Content-Type: multipart/form-data; boundary=x
                Content-Length: 3
                """, "abc".getBytes())).startsWith("HTTP/1.1 400");
    }

    @Test
    void aBodyOfNoTypeIsRefusedBeforeALibraryReadsIt() throws Exception {
        for (String path : List.of("/verify", "/api/v1/consent-handovers", "/hooks/line")) {
            assertThat(Line.send(port, """
                    POST %s HTTP/1.1
                    Host: localhost
                    Content-Type: nonsense
                    Content-Length: 2
                    """.formatted(path), "{}".getBytes())).as(path).startsWith("HTTP/1.1 400").contains("unreadable-request");
        }
    }

    @Test
    void bodiesAreBoundedBeforeAnybodyReadsThem() throws Exception {
        byte[] megabyte = "{\"a\":1},".repeat(131_072).getBytes();
        String answer = Line.send(port, """
                POST /api/v1/consent-handovers HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Content-Length: 25165824
                """, twentyFour(megabyte));
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "body-too-large");
        // An upload to a page by nobody: not a byte of it is read, nor to the open page beyond what a plan's file may have.
        assertThat(Line.send(port, """
                POST /roster/imports HTTP/1.1
                Host: localhost
                Accept: text/html
                Content-Type: multipart/form-data; boundary=x
                Content-Length: 150000000
                """)).startsWith("HTTP/1.1 401");
        // Nor at the address of the sign-in under a name that is not ours.
        for (String length : new String[] {"Content-Length: 150000000", "Transfer-Encoding: chunked"}) {
            assertThat(Line.send(port, """
                    POST /oauth2/authorization/michishirube HTTP/1.1
                    Host: example.invalid
                    Content-Type: multipart/form-data; boundary=x
                    %s
                    """.formatted(length))).as(length).containsPattern("^HTTP/1.1 4(13|11)");
        }
        assertThat(Line.send(port, """
                POST /verify HTTP/1.1
                Host: localhost
                Accept: text/html
                Content-Type: multipart/form-data; boundary=x
                Content-Length: 200000000
                """)).startsWith("HTTP/1.1 413").contains("30MBまで");
        assertThat(Line.send(port, """
                POST /verify HTTP/1.1
                Host: localhost
                Content-Type: multipart/form-data; boundary=x
                Transfer-Encoding: chunked
                """)).startsWith("HTTP/1.1 411");
    }

    @Test
    void jsonWithoutALengthIsCountedWhileItIsRead() throws Exception {
        var request = post("/api/v1/cases/{n}/consents", newCase().number()).with(As.aoba1Token("consents:write")).contentType("application/json")
                .content(("[" + "{\"a\":1},".repeat(2_200_000) + "{}]").getBytes());
        assertThat(status(request)).isEqualTo(413);
        assertThat(status(post("/api/v1/consent-handovers").with(As.system("consents:handover")).contentType("application/json")
                .content(("[" + "{},".repeat(60_000) + "{}]").getBytes()))).isEqualTo(413);
    }

    @Test
    void theHostOfARequestNeverSteersARedirect() throws Exception {
        for (String path : new String[] {"/", "/cases/x", "/oauth2/authorization/michishirube", "/inbox?q=x"}) {
            String answer = Line.send(port, """
                    GET %s HTTP/1.1
                    Host: example.invalid
                    X-Forwarded-Host: other.invalid
                    X-Forwarded-Proto: https
                    Forwarded: host=third.invalid
                    Accept: text/html
                    """.formatted(path));
            assertThat(answer).as(path).startsWith("HTTP/1.1 302").doesNotContain("invalid");
        }
        assertThat(Line.send(port, "GET /oauth2/authorization/michishirube?here=1 HTTP/1.1\nHost: example.invalid")).contains("redirect_uri=http://localhost:" + port + "/");
    }

    @Test
    void nobodyHasASessionBeforeSigningIn() throws Exception {
        int before = sessions();
        for (String path : new String[] {"/", "/inbox", "/verify", "/sign-in-failed", "/nowhere", "/oauth2/authorization/michishirube", "/camunda/app/cockpit/",
            "/login/oauth2/code/michishirube?code=a&state=b", "/login/oauth2/code/michishirube"}) {
            assertThat(Line.send(port, "GET " + path + " HTTP/1.1\nHost: localhost:" + port + "\nAccept: text/html")).as(path).doesNotContain("MICHISHIRUBE_SESSION=");
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void oddSpellingsOfTheEnginesPathAreRefusedWithoutAFault() throws Exception {
        for (String path : new String[] {"/camunda//api/engine/engine/default/version", "//camunda/api/engine/engine/default/version",
            "/camunda;x=1/api/engine/engine/default/version", "/%63amunda/api/engine/engine/default/version", "/camunda/%61pi/engine/engine/default/version",
            "/camunda/api;x=1/cockpit/plugin/base/default/process-definition", "/camunda/./api/engine/engine/default/version"}) {
            for (String method : new String[] {"GET", "POST", "DELETE"}) {
                assertThat(Line.send(port, method + " " + path + " HTTP/1.1\nHost: localhost\nContent-Length: 0")).as(method + " " + path).startsWith("HTTP/1.1 4");
            }
        }
        assertThat(Line.send(port, "GET /camunda/api/engine/engine/default/version HTTP/1.1\nHost: localhost")).startsWith("HTTP/1.1 401");
    }

    @Test
    void thePageOfErrorsIsNoPageToAskFor() throws Exception {
        assertThat(Line.send(port, "GET /error HTTP/1.1\nHost: localhost\nAccept: text/html")).startsWith("HTTP/1.1 404");
        assertThat(Line.send(port, "GET /nowhere%00 HTTP/1.1\nHost: localhost\nAccept: text/html")).startsWith("HTTP/1.1 400");
        for (String spelling : List.of("/error", "/%65rror", "/err%6Fr", "/e%72ror?x=1")) {
            MockHttpServletResponse answer = mvc.perform(get(URI.create(spelling)).with(As.aoba1()).accept("text/html").header("Accept-Language", "ja"))
                    .andReturn().getResponse();
            assertThat(answer.getStatus()).as(spelling).isEqualTo(404);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).as(spelling).contains("そのページはありません");
            assertThat(Line.send(port, "GET " + spelling + " HTTP/1.1\nHost: localhost\nAccept: text/html")).as(spelling).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void whatTheServerItselfRefusesIsToldLikeEverythingElse() throws Exception {
        for (String request : new String[] {"GET /api/v1/cases/%00 HTTP/1.1\nHost: localhost", "GET /api/v1/x%2Fy HTTP/1.1\nHost: localhost", "GET /api/v1/%zz HTTP/1.1\nHost: localhost",
            "GET /api/v1/cases HTTP/1.1\nHost: a\nHost: b", "GET /api/v1/cases HTTP/1.1\nHost: localhost\nX: " + "a".repeat(20_000),
            "POST /api/v1/cases HTTP/1.1\nHost: localhost\nContent-Length: 1\nContent-Length: 2"}) {
            assertThat(Line.send(port, request + "\nAccept: text/html")).as(request).startsWith("HTTP/1.1 400").contains("application/problem+json", "unreadable-request")
                    .doesNotContain("<html");
        }
        assertThat(Line.send(port, "POST /api/v1/cases HTTP/1.1\nHost: localhost\nTransfer-Encoding: gzip")).startsWith("HTTP/1.1 501").contains("application/problem+json");
        assertThat(Line.send(port, "GET /nowhere%00 HTTP/1.1\nHost: localhost\nAccept: text/html\nAccept-Language: ja")).startsWith("HTTP/1.1 400")
                .contains("送られた内容を読み取れませんでした", "最初の画面へ").doesNotContain("HTTP Status", "Tahoma");
        assertThat(Line.send(port, "GET /nowhere HTTP/1.1\nHost: localhost\nA B: x\nAccept: text/html")).doesNotContain("HTTP Status", "Tahoma");
    }

    @Test
    void theSignInOfAnUnknownProviderIsNoPage() throws Exception {
        assertThat(Line.send(port, "GET /oauth2/authorization/unknown HTTP/1.1\nHost: localhost\nAccept: text/html")).startsWith("HTTP/1.1 404");
        assertThat(Line.send(port, "GET /oauth2/authorization/system HTTP/1.1\nHost: localhost\nAccept: text/html")).startsWith("HTTP/1.1 404");
    }

    private static byte[][] twentyFour(byte[] megabyte) {
        byte[][] all = new byte[24][];
        java.util.Arrays.fill(all, megabyte);
        return all;
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Integer.class).single();
    }

    private MockHttpServletResponse consent(CaseFile file, String body) throws Exception {
        return mvc.perform(post("/api/v1/cases/{n}/consents", file.number()).with(As.aoba1Token("consents:write")).contentType("application/json")
                .content(body.getBytes(StandardCharsets.UTF_8))).andReturn().getResponse();
    }

    private int status(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    private CaseFile newCase() {
        int n = NUMBERS.incrementAndGet();
        return open.open(new Resident(0, "DOOR-" + n, "DOOR-" + n, "髙橋 一郎", "タカハシ イチロウ", LocalDate.of(1940, 3, 2), "男", "990-0001",
                "みちしるべ市青葉2丁目3番", "0990-00-0001", "青葉町"), "AOBA", 1);
    }
}
