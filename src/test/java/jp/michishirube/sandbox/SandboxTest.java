package jp.michishirube.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SandboxTest {

    private static final String VERIFIER = "a-verifier-long-enough-to-be-accepted-by-the-server-0123456789";
    private static ConfigurableApplicationContext sandbox;
    private static String base;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0, 0, "http://localhost:1", null);
        base = "http://localhost:" + Sandbox.port(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void turnBack() {
        for (Switches.Service service : Switches.Service.values()) {
            sandbox.getBean(Switches.class).turn(service, Switches.Mode.NORMAL);
        }
    }

    @Test
    void aPersonSignsInWithCodeAndPkceAndTheTokensTellRolesAndOffice() throws Exception {
        JsonNode tokens = signIn("aoba1", "http://localhost:54321/login/oauth2/code/michishirube");

        for (String token : new String[] {"id_token", "access_token"}) {
            Map<String, Object> claims = SignedJWT.parse(tokens.path(token).asText()).getJWTClaimsSet().getClaims();
            assertThat(claims).containsEntry("sub", "aoba1").containsEntry("name", "佐藤 恵").containsEntry("office", "AOBA")
                    .containsEntry("iss", base).containsEntry("email", "aoba1@michishirube.example.jp");
            assertThat(claims.get("roles")).asList().containsExactly("CARE_MANAGER", "OFFICE_LEADER");
        }
        JsonNode info = json.readTree(get("/userinfo", tokens.path("access_token").asText()).body());
        assertThat(info.path("name").asText()).isEqualTo("佐藤 恵");
        assertThat(info.path("roles")).hasSize(2);
    }

    @Test
    void aWrongPasswordIsToldOnTheSignInPage() throws Exception {
        HttpResponse<String> answer = signInAt("aoba1", "wrong");
        assertThat(answer.headers().firstValue("Location")).hasValue(base + "/login?error");
    }

    @Test
    void nobodyIsSentBackToAForeignAddress() throws Exception {
        signInAt("aoba1", "michishirube");
        assertThat(authorize("http://evil.example/login/oauth2/code/michishirube", true).statusCode()).isEqualTo(400);
        assertThat(authorize("http://localhost@evil.example/login/oauth2/code/x", true).statusCode()).isEqualTo(400);
        assertThat(authorize("http://localhost:8080/elsewhere", true).statusCode()).isEqualTo(400);
    }

    @Test
    void signInWithoutPkceIsRefused() throws Exception {
        signInAt("aoba1", "michishirube");
        HttpResponse<String> answer = authorize("http://localhost:8080/login/oauth2/code/michishirube", false);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("error=invalid_request");
    }

    @Test
    void aSystemReachesTheServicesOfItsScopesOnly() throws Exception {
        String profile = systemToken("cityos.profile");
        assertThat(json.readTree(get("/cityos/v1/residents/MC-0003/profile", profile).body()).path("name").asText())
                .isEqualTo("𠮷田 キヨ");
        assertThat(get("/gateway/v1/residents/MC-0003/needs-support", profile).statusCode()).isEqualTo(403);
        assertThat(get("/care-circle/v1/residents/MC-0001/circle", profile).statusCode()).isEqualTo(403);
        assertThat(get("/cityos/v1/residents/MC-0003/profile", null).statusCode()).isEqualTo(401);
        assertThat(get("/cityos/v1/residents/MC-0003/profile", "nonsense").statusCode()).isEqualTo(401);
        assertThat(put("/care-circle/v1/plans/k1", systemToken("carecircle.read"), plan()).statusCode()).isEqualTo(403);
    }

    @Test
    void aSystemTokenNamesNoPerson() throws Exception {
        Map<String, Object> claims = SignedJWT.parse(systemToken("gateway.needs-support")).getJWTClaimsSet().getClaims();
        assertThat(claims).containsEntry("sub", "michishirube").doesNotContainKeys("roles", "office", "name");
    }

    @Test
    void somePeopleAreUnknownToAServiceSoThatGapsShow() throws Exception {
        assertThat(get("/cityos/v1/residents/MC-0012/profile", systemToken("cityos.profile")).statusCode()).isEqualTo(404);
        assertThat(get("/care-circle/v1/residents/MC-0002/circle", systemToken("carecircle.read")).statusCode()).isEqualTo(404);
    }

    @Test
    void placesComeNearestFirstAndFitTheHazard() throws Exception {
        String asked = "{\"lat\":37.508,\"lon\":139.945,\"hazard\":\"崖崩れ、土石流及び地滑り\"}";
        String token = systemToken("disasterapp.places");
        JsonNode answer = json.readTree(places(token, asked).body());
        assertThat(answer.path("places").get(0).path("name").asText()).isEqualTo("若草小学校");
        assertThat(answer.path("places")).allSatisfy(p -> assertThat(p.path("hazards").toString()).contains("土石流"));
        assertThat(places(token, "{\"lat\":37.508}").statusCode()).isEqualTo(400);
        assertThat(places(systemToken("cityos.profile"), asked).statusCode()).isEqualTo(403);
        assertThat(get("/disaster-app/v1/places?lat=37.508&lon=139.945", token).statusCode()).as("not by the address line").isEqualTo(404);
    }

    @Test
    void aPlanIsTakenOnceAndGivenBackOnRecall() throws Exception {
        String token = systemToken("carecircle.write");
        assertThat(put("/care-circle/v1/plans/k1", token, plan()).statusCode()).isEqualTo(201);
        assertThat(put("/care-circle/v1/plans/k1", token, plan()).statusCode()).isEqualTo(200);
        assertThat(get("/", null).body()).contains("2026-00001-1", "/plans/k1/plan.pdf");
        assertThat(get("/plans/k1/plan.pdf", null).body()).startsWith("%PDF");

        HttpRequest.Builder delete = HttpRequest.newBuilder(URI.create(base + "/care-circle/v1/plans/k1")).DELETE();
        JsonNode confirmed = json.readTree(send(delete, token).body());
        assertThat(confirmed.path("recalled").asBoolean()).isTrue();
        assertThat(get("/plans/k1/plan.pdf", null).statusCode()).isEqualTo(404);
        assertThat(json.readTree(send(delete, token).body()).path("recalled").asBoolean()).isTrue();
    }

    @Test
    void whatIsNoPlanIsRefused() throws Exception {
        String token = systemToken("carecircle.write");
        assertThat(put("/care-circle/v1/plans/k2", token, "{\"residentId\":\"MC-0001\",\"pdf\":\"bm8gcGRm\"}").statusCode())
                .isEqualTo(400);
        assertThat(put("/care-circle/v1/plans/k2", token, "{\"residentId\":\"MC-0001\",\"pdf\":\"***\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void switchesMakeOneServiceMisbehaveAndLeaveTheOthers() throws Exception {
        Switches switches = sandbox.getBean(Switches.class);
        String token = systemToken("cityos.profile", "gateway.needs-support");
        String path = "/cityos/v1/residents/MC-0001/profile";

        switches.turn(Switches.Service.CITYOS, Switches.Mode.DOWN);
        assertThat(get(path, token).statusCode()).isEqualTo(503);
        assertThat(get("/gateway/v1/residents/MC-0001/needs-support", token).statusCode()).isEqualTo(200);

        switches.turn(Switches.Service.CITYOS, Switches.Mode.FAILING);
        assertThat(get(path, token).statusCode()).isEqualTo(500);
        assertThat(get(path, token).statusCode()).isEqualTo(500);
        assertThat(get(path, token).statusCode()).isEqualTo(200);

        switches.turn(Switches.Service.CITYOS, Switches.Mode.NONSENSE);
        assertThat(get(path, token).body()).startsWith("<html>");
    }

    @Test
    void thePagesShowInJapaneseAndTheSwitchFormWorks() throws Exception {
        String home = get("/", null).body();
        assertThat(home).contains("相手先のようすを変える").doesNotContain("??");
        assertThat(get("/cityos", null).body()).contains("髙橋 ハナ").doesNotContain("??");
        assertThat(get("/login", null).body()).contains("minsei1").doesNotContain("??").doesNotContain("value=\"michishirube\"");
        HttpResponse<String> answer = send(form("/switches", "service=GATEWAY&mode=DOWN&_csrf=" + csrf(home)), null);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(sandbox.getBean(Switches.class).of(Switches.Service.GATEWAY)).isEqualTo(Switches.Mode.DOWN);
    }

    @Test
    void mailsAreKeptAndShownAndTheServerCanBeStopped() throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(Sandbox.smtpPort(sandbox));
        sender.setDefaultEncoding("UTF-8");
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom("a@example.jp");
        mail.setTo("b@example.jp");
        mail.setSubject("差戻しのお知らせ");
        mail.setText("案件を開いてください。");
        sender.send(mail);
        assertThat(get("/mail", null).body()).contains("差戻しのお知らせ", "案件を開いてください。");
    }

    @Test
    void aConsentThatCannotBeHandedOverIsToldAndKept() throws Exception {
        String page = get("/cityos", null).body();
        send(form("/cityos/consents", "resident=MC-0001&purpose=PLAN_MAKING&state=GIVEN&_csrf=" + csrf(page)), null);
        assertThat(get("/cityos", null).body()).contains("伝えられませんでした", "MC-0001 PLAN_MAKING GIVEN");
    }

    private String plan() {
        String pdf = Base64.getEncoder().encodeToString("%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8));
        return "{\"residentId\":\"MC-0001\",\"caseNumber\":\"2026-00001-1\",\"version\":2,\"extract\":{},\"pdf\":\"" + pdf + "\"}";
    }

    private JsonNode signIn(String user, String redirect) throws Exception {
        signInAt(user, "michishirube");
        String location = authorize(redirect, true).headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(redirect + "?code=");
        String code = location.replaceAll(".*code=([^&]+).*", "$1");
        String body = "grant_type=authorization_code&code=" + code + "&code_verifier=" + VERIFIER + "&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8);
        return json.readTree(send(form("/oauth2/token", body)
                .header("Authorization", basic("michishirube-web", "michishirube-web-secret")), null).body());
    }

    private HttpResponse<String> signInAt(String user, String password) throws Exception {
        String page = get("/login", null).body();
        return send(form("/login", "username=" + user + "&password=" + password + "&_csrf=" + csrf(page)), null);
    }

    private HttpResponse<String> authorize(String redirect, boolean pkce) throws Exception {
        String challenge = Base64.getUrlEncoder().withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return send(HttpRequest.newBuilder(URI.create(base + "/oauth2/authorize?response_type=code&client_id=michishirube-web"
                + "&scope=openid%20profile&state=s&redirect_uri=" + URLEncoder.encode(redirect, StandardCharsets.UTF_8)
                + (pkce ? "&code_challenge_method=S256&code_challenge=" + challenge : ""))).header("Accept", "text/html"), null);
    }

    private String systemToken(String... scopes) throws Exception {
        String scope = java.util.Arrays.stream(scopes).collect(Collectors.joining("%20"));
        return json.readTree(send(form("/oauth2/token", "grant_type=client_credentials&scope=" + scope)
                .header("Authorization", basic("michishirube", "michishirube-secret")), null).body()).path("access_token").asText();
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String csrf(String page) {
        Matcher matcher = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private HttpRequest.Builder form(String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path)), token);
    }

    private HttpResponse<String> places(String token, String asked) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + "/disaster-app/v1/places/search")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked)), token);
    }

    private HttpResponse<String> put(String path, String token, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)), token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) throws Exception {
        HttpRequest.Builder copy = request.copy();
        if (token != null) {
            copy.header("Authorization", "Bearer " + token);
        }
        return http.send(copy.build(), HttpResponse.BodyHandlers.ofString());
    }
}
