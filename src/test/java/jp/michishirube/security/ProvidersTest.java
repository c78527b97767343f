package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import jp.michishirube.Product;
import jp.michishirube.launch.Outside;
import jp.michishirube.organization.Person;
import jp.michishirube.testing.ProductSurroundings;
import jp.michishirube.testing.SandboxPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * People of different providers sign in through HTTP and walk about, sessions end where the provider ends them, and the provider comes and
 * goes: in a product of its own, started before its provider.
 */
@SpringBootTest(classes = {Product.class, ProvidersTest.Later.class}, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ExtendWith(OutputCaptureExtension.class)
@ContextConfiguration(initializers = ProvidersTest.ItsProvider.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvidersTest {

    private static final AtomicReference<Duration> LATER = new AtomicReference<>(Duration.ZERO);
    private static final int PORT = free();
    /** The product has no secret here: it signs, and the provider knows its key. */
    private static final Path KEY = key();
    private static final String NOTHING_HERE = "役割が登録されていません";
    private static Outside provider;

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    /** The usual surroundings, but for where people come from. */
    static class ItsProvider extends ProductSurroundings {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            TestPropertyValues.of(List.of("michishirube.oidc.issuer=http://localhost:" + PORT + "/",
                    "michishirube.oidc.claims.roles=roles, access_token:realm_access.roles, groups, role",
                    "michishirube.oidc.claims.username=preferred_username, upn", "michishirube.oidc.sign-out=address", "michishirube.oidc.client-secret=", "michishirube.oidc.client-key=" + KEY,
                    "michishirube.oidc.role-names.REVIEWER=REVIEWER, /city/reviewers, 9a0b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d",
                    "michishirube.oidc.role-names.CARE_MANAGER=CARE_MANAGER", "michishirube.oidc.role-names.OFFICE_LEADER=OFFICE_LEADER",
                    "michishirube.oidc.role-names.ROSTER_MANAGER=ROSTER_MANAGER", "michishirube.oidc.role-names.PROCESS_ADMIN=PROCESS_ADMIN"))
                    .applyTo(context);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Later {

        @Bean
        @Primary
        Clock movable() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneId.of("Asia/Tokyo");
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Instant.now().plus(LATER.get());
                }
            };
        }
    }

    @AfterAll
    static void stop() throws IOException {
        System.clearProperty("sandbox.client-key");
        Files.delete(KEY);
        provider.close();
    }

    @Test
    @Order(1)
    void startedBeforeItsProviderItSaysSoAndGoesOnOnceTheProviderIsThere() {
        HttpResponse<String> page = new WebBrowser(product()).open("/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("利用者認証のサーバーにつながりません", "AWAY").doesNotContain("Exception");
        HttpResponse<String> api = api(token -> token.header("Authorization", "Bearer a.b.c"));
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(api.body()).contains("provider-away", "detail");

        System.setProperty("sandbox.client-key", KEY.toString());
        provider = Outside.start(PORT, 0, product());
        later(Duration.ofSeconds(5));
        assertThat(new WebBrowser(product()).signIn("kc-default").uri().getPath()).isEqualTo("/inbox");
    }

    @ParameterizedTest(name = "{0}")
    @Order(2)
    @CsvSource({"kc-default,/inbox,中村 由美,審査", "kc-office,/inbox,中村 由美,青葉居宅介護支援事業所", "kc-groups,/inbox,中村 由美,審査", "userinfo,/inbox,中村 由美,審査",
        "entra-role,/roster,加藤 浩,名簿", "entra-groups,/inbox,小林 誠,審査", "adfs-one,/inbox,kobayashi@city.example.jp,審査",
        "adfs-many,/inbox,watanabe@care.example.jp,中央地域包括支援センター", "aoba1,/inbox,佐藤 恵,青葉居宅介護支援事業所"})
    void aPersonOfEachProviderSeesWhatTheRoleShows(String account, String lands, String name, String sees) {
        HttpResponse<String> page = new WebBrowser(product()).signIn(account);
        assertThat(page.uri().getPath()).isEqualTo(lands);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(">" + name + "</span>", sees);
    }

    @ParameterizedTest(name = "{0}")
    @Order(3)
    @CsvSource({"kc-lost,offline_access", "entra-none,何も届いていません", "card,何も届いていません", "odd-office-two,異なる値が二つ以上", "odd-office-number,文字列ではありません",
        "odd-nested,文字列の並びでもありません"})
    void aPersonWithoutARoleIsToldWhyAndSeesNothingElse(String account, String why) {
        WebBrowser browser = new WebBrowser(product());
        HttpResponse<String> page = browser.signIn(account);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains(NOTHING_HERE, why, "michishirube.oidc.claims");
        for (String path : List.of("/inbox", "/inbox.csv", "/cases/2026-00001-0", "/roster", "/places", "/dangers", "/renewals", "/prints", "/neighbourhood",
                "/disasters", "/linkage/statistics", "/notices", "/signed-in", "/styleguide", "/no-such-page")) {
            HttpResponse<String> answer = browser.ask(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).as(path).contains(NOTHING_HERE);
        }
        assertThat(browser.ask("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
    }

    @Test
    @Order(4)
    void whoHasNoNameIsShownByAWordAndNotByANumber() {
        assertThat(new WebBrowser(product()).signIn("card").body()).contains(Person.NO_NAME).doesNotContain(">c29tZS1wYWlyd2lzZS1zdWJqZWN0<");
    }

    @Test
    @Order(5)
    void aRoleTakenAwayAtTheProviderIsGoneWithinMinutes() {
        WebBrowser browser = signedIn("kc-groups");
        administer("kc-groups", "TAKE_ROLES");
        later(Duration.ofMinutes(4));
        assertThat(browser.ask("/inbox").statusCode()).as("not asked yet").isEqualTo(200);
        later(Duration.ofMinutes(2));
        assertThat(browser.ask("/inbox").body()).contains(NOTHING_HERE);
        administer("kc-groups", "GIVE_ROLES");
        later(Duration.ofMinutes(6));
        assertThat(browser.ask("/inbox").statusCode()).isEqualTo(200);
    }

    /** First and last day belong to the contract; the session itself goes on, and an office that is under contract again sees its cases again. */
    @Test
    @Order(6)
    void theEndOfItsContractClosesAnOfficeInTheMiddleOfASession() {
        WebBrowser browser = signedIn("kc-office");
        LocalDate today = LocalDate.ofInstant(Instant.now().plus(LATER.get()), ZoneId.of("Asia/Tokyo"));
        contract(today.minusDays(1));
        try {
            for (String path : List.of("/inbox", "/inbox.csv", "/volunteers/propose", "/notices")) {
                assertThat(browser.ask(path).statusCode()).as(path).isEqualTo(403);
            }
            assertThat(browser.ask("/inbox").body()).contains(NOTHING_HERE, "「AOBA」", "委託契約がありません").doesNotContain("michishirube.oidc.claims");
            assertThat(new WebBrowser(product()).signIn("kc-office").statusCode()).as("a new sign-in").isEqualTo(403);
            contract(today);
            assertThat(browser.ask("/inbox").statusCode()).as("its last day").isEqualTo(200);
        } finally {
            contract(null);
        }
        assertThat(browser.ask("/inbox").statusCode()).isEqualTo(200);
    }

    private void contract(LocalDate ends) {
        jdbc.sql("update organization.office set contract_ends = ? where code = 'AOBA'").param(1, ends, java.sql.Types.DATE).update();
    }

    @Test
    @Order(6)
    void anAccountShutAtTheProviderEndsTheSession() {
        WebBrowser browser = signedIn("userinfo");
        administer("userinfo", "SHUT");
        later(Duration.ofMinutes(6));
        assertThat(toSignIn(browser.ask("/inbox"))).isTrue();
        administer("userinfo", "OPEN");
    }

    @Test
    @Order(7)
    void theProviderEndsTheSessionsOfOnePersonAtOnceAndNoOthers() {
        WebBrowser one = signedIn("entra-role");
        WebBrowser again = signedIn("entra-role");
        WebBrowser other = signedIn("adfs-one");
        administer("entra-role", "END_SESSIONS");
        assertThat(jdbc.sql("select ended_at is not null from organization.person where name = '加藤 浩' and ended_at is not null").query(Boolean.class).list())
                .as("tokens of before end too").containsOnly(true).isNotEmpty();
        assertThat(toSignIn(one.ask("/roster"))).isTrue();
        assertThat(toSignIn(again.ask("/roster"))).isTrue();
        assertThat(other.ask("/inbox").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(8)
    void aLogoutTokenThatIsNoneEndsNothing() {
        WebBrowser browser = signedIn("adfs-one");
        HttpResponse<String> answer = WebBrowser.send(HttpClient.newHttpClient(), HttpRequest.newBuilder(
                URI.create(product() + "/logout/connect/back-channel/michishirube")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=a.b.c")).build());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(browser.ask("/inbox").statusCode()).isEqualTo(200);
    }

    /** A page, and all that it calls at once: they come together to a session of which nobody asked for longer than it goes on unasked. */
    @Test
    @Order(9)
    void whoComesBackAfterAPauseWithManyRequestsAtOnceIsStillSignedIn() throws Exception {
        WebBrowser browser = signedIn("kc-default");
        later(Duration.ofMinutes(40));
        assertThat(atOnce(browser)).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        administer("kc-default", "SHUT");
        later(Duration.ofMinutes(40));
        assertThat(atOnce(browser)).allSatisfy(answer -> assertThat(toSignIn(answer)).isTrue());
        administer("kc-default", "OPEN");
    }

    @Test
    @Order(10)
    void aSessionHasAnAbsoluteEnd() {
        WebBrowser browser = signedIn("kc-default");
        for (int i = 0; i < 3; i++) {
            later(Duration.ofHours(3));
            assertThat(browser.ask("/inbox").statusCode()).as("busy").isEqualTo(200);
        }
        later(Duration.ofHours(4));
        assertThat(toSignIn(browser.ask("/inbox"))).isTrue();
    }

    @Test
    @Order(11)
    void signingOutEndsTheProvidersSessionToo() {
        WebBrowser browser = signedIn("kc-default");
        assertThat(browser.post(browser.open("/inbox"), "/logout", "x=y").statusCode()).as("the provider takes the address to come back to").isLessThan(400);
        assertThat(browser.open("/").uri().getPath()).as("asked who one is").isEqualTo("/login");
    }

    @Test
    @Order(12)
    void theSecondTabsAnswerAndABookmarkOfItLeadHome() {
        String callback = "/login/oauth2/code/michishirube?code=x&state=y";
        WebBrowser browser = signedIn("kc-default");
        assertThat(browser.open(callback).uri().getPath()).isEqualTo("/inbox");
        assertThat(new WebBrowser(product()).ask(callback).headers().firstValue("Location").orElse("")).endsWith("/sign-in-failed");
    }

    @Test
    @Order(13)
    void anUnknownProviderIsAnAddressThatDoesNotExist() {
        for (String path : List.of("/oauth2/authorization/xyz", "/oauth2/authorization/system", "/login/oauth2/code/xyz", "/logout/connect/back-channel/xyz")) {
            assertThat(new WebBrowser(product()).ask(path).statusCode()).as(path).isBetween(302, 404);
        }
        assertThat(new WebBrowser(product()).ask("/oauth2/authorization/xyz").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(14)
    void theApiTakesTheNamedSystemsTokenForThisApiOnceAndNoOther() {
        String good = token("demo-api", "demo-api-secret", "cases:read");
        String other = token("michishirube", "michishirube-secret", "cityos.profile");
        assertThat(api(request -> request.header("Authorization", "Bearer " + good)).statusCode()).isEqualTo(200);
        for (HttpResponse<String> answer : List.of(api(request -> request.header("Authorization", "Bearer " + other)),
                api(request -> request.header("Authorization", "Bearer " + good).header("Authorization", "Bearer " + other)))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    @Order(15)
    void aSessionOfAnotherVersionEndsAndIsNoError() {
        WebBrowser browser = signedIn("kc-default");
        jdbc.sql("update spring_session_attributes set attribute_bytes = 'x'::bytea where attribute_name = 'SPRING_SECURITY_CONTEXT'").update();
        assertThat(toSignIn(browser.ask("/inbox"))).isTrue();
    }

    @Test
    @Order(16)
    void withoutTheProviderASessionGoesOnForABoundedWhileOnly() {
        WebBrowser browser = signedIn("kc-default");
        provider.close();
        later(Duration.ofMinutes(6));
        assertThat(browser.ask("/inbox").statusCode()).isEqualTo(200);
        later(Duration.ofMinutes(6));
        assertThat(browser.ask("/inbox").statusCode()).isEqualTo(200);
        later(Duration.ofMinutes(4));
        assertThat(toSignIn(browser.ask("/inbox"))).isTrue();
    }

    @Test
    @Order(17)
    void aProviderThatNoLongerKnowsTheKeyIsToldInWordsAndInOneLine(CapturedOutput log) {
        System.clearProperty("sandbox.client-key");
        provider = Outside.start(PORT, 0, product());
        int before = log.getOut().length();
        HttpResponse<String> page = new WebBrowser(product()).signIn("kc-default");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("CLIENT_REFUSED").doesNotContain("Exception");
        assertThat(log.getOut().substring(before).lines().filter(line -> line.contains("CLIENT_REFUSED"))).hasSize(1);
    }

    private static Path key() {
        try {
            return Files.writeString(Files.createTempFile("client", ".jwk"), new RSAKeyGenerator(2048).keyID("test").generate().toJSONString());
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String product() {
        return "http://localhost:" + port;
    }

    private WebBrowser signedIn(String account) {
        WebBrowser browser = new WebBrowser(product());
        assertThat(browser.signIn(account).statusCode()).isEqualTo(200);
        return browser;
    }

    private static List<HttpResponse<String>> atOnce(WebBrowser browser) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(8);
        try {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : hands.invokeAll(Collections.nCopies(8, (Callable<HttpResponse<String>>) () -> browser.ask("/notices")))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            hands.shutdownNow();
        }
    }

    private static boolean toSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 302 && answer.headers().firstValue("Location").orElse("").endsWith("/oauth2/authorization/michishirube");
    }

    private static void later(Duration time) {
        LATER.updateAndGet(time::plus);
    }

    private static void administer(String account, String act) {
        new SandboxPages("http://localhost:" + PORT).post("/people", "/people", "who=" + account + "&act=" + act);
    }

    private interface Prepared {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private HttpResponse<String> api(Prepared prepared) {
        return WebBrowser.send(HttpClient.newHttpClient(), prepared.of(HttpRequest.newBuilder(URI.create(product() + "/api/v1/cases"))).build());
    }

    private static String token(String client, String secret, String scope) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope)).build();
        return WebBrowser.send(HttpClient.newHttpClient(), request).body().replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    private static int free() {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
