package jp.michishirube.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.outside.Outside.Patience;
import jp.michishirube.outside.OutsideFailure.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import jp.michishirube.security.ClientKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded nonsense: what services answer on bad days. */
class OutsideTest {

    private static final String PROFILE = "/cityos/v1/residents/MC-0001/profile";
    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private Outside outside;

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(post("/oauth2/token").willReturn(okJson("""
                {"access_token":"t1","token_type":"Bearer","expires_in":300}""")));
        outside = outside(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void asksWithOneTokenOfTheServicesScope() {
        answers(okJson("{\"id\":\"MC-0001\"}"));
        ask(Patience.CAREFUL);
        assertThat(ask(Patience.CAREFUL)).hasValueSatisfying(j -> assertThat(j.path("id").asText()).isEqualTo("MC-0001"));
        server.verify(1, postRequestedFor(urlPathEqualTo("/oauth2/token")).withFormParam("scope", equalTo("cityos.profile")));
        server.verify(2, getRequestedFor(urlPathEqualTo(PROFILE)).withHeader("Authorization", equalTo("Bearer t1")));
    }

    @Test
    void whatTheServiceDoesNotKnowIsNoFailure() {
        answers(aResponse().withStatus(404));
        assertThat(ask(Patience.CAREFUL)).isEmpty();
        server.verify(1, getRequestedFor(urlPathEqualTo(PROFILE)));
    }

    @Test
    void triesAgainUntilItGoes() {
        server.stubFor(get(PROFILE).inScenario("s").whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(500)).willSetStateTo("2"));
        server.stubFor(get(PROFILE).inScenario("s").whenScenarioStateIs("2").willReturn(okJson("{\"id\":\"MC-0001\"}")));
        assertThat(ask(Patience.CAREFUL)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "12", "\"text\"", "{\"id\":", "<html>maintenance</html>", "\u0000\u0001"})
    void nonsenseIsTriedAgainAndThenNamed(String body) {
        answers(okJson(body));
        assertFails(Reason.NONSENSE, Patience.CAREFUL);
        server.verify(3, getRequestedFor(urlPathEqualTo(PROFILE)));
    }

    @Test
    void anHtmlPageWithStatus200IsNonsense() {
        answers(aResponse().withStatus(200).withHeader("Content-Type", "text/html").withBody("{}"));
        assertFails(Reason.NONSENSE, Patience.CAREFUL);
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() {
        answers(okJson("[\"" + "x".repeat(2_000_001) + "\"]"));
        assertFails(Reason.NONSENSE, Patience.CAREFUL);
    }

    @Test
    void aRedirectIsNotFollowedWithOurToken() {
        answers(aResponse().withStatus(302).withHeader("Location", server.baseUrl() + "/elsewhere"));
        assertFails(Reason.NONSENSE, Patience.CAREFUL);
        server.verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionIsAFailureAndNoMore(Fault fault) {
        answers(aResponse().withFault(fault));
        assertThatThrownBy(() -> ask(Patience.CAREFUL)).isInstanceOf(OutsideFailure.class);
    }

    @Test
    void aSlowServiceIsLeftAfterTheTimeout() {
        outside = outside(Duration.ofMillis(200));
        answers(okJson("{}").withFixedDelay(60_000));
        assertTimeout(Duration.ofSeconds(30), () -> assertFails(Reason.NO_ANSWER, Patience.CAREFUL));
    }

    @Test
    void nobodyListeningIsAFailureToo() {
        server.stop();
        assertThatThrownBy(() -> ask(Patience.CAREFUL)).isInstanceOf(OutsideFailure.class);
    }

    @Test
    void aRejectedTokenIsFetchedAnew() {
        server.stubFor(get(PROFILE).inScenario("t").whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(401)).willSetStateTo("2"));
        server.stubFor(get(PROFILE).inScenario("t").whenScenarioStateIs("2").willReturn(okJson("{\"id\":\"MC-0001\"}")));
        assertThat(ask(Patience.CAREFUL)).isPresent();
        server.verify(2, postRequestedFor(urlPathEqualTo("/oauth2/token")));
    }

    @Test
    void aRefusedTokenRequestIsNamed() {
        server.stubFor(post("/oauth2/token").willReturn(aResponse().withStatus(401)
                .withHeader("Content-Type", "application/json").withBody("{\"error\":\"invalid_client\"}")));
        assertFails(Reason.TOKEN_REFUSED, Patience.CAREFUL);
    }

    /** As デジタル認証アプリ and others demand it (private_key_jwt, RFC 7523). */
    @Test
    void aTokenMayBeAskedForByAKeyInsteadOfASecret(@TempDir Path folder) throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
        Path file = Files.writeString(folder.resolve("client.jwk"), key.toJSONString());
        answers(okJson("{\"id\":\"MC-0001\"}"));
        assertThat(outside(Duration.ofSeconds(10), ClientKey.of(file.toString(), "")).get(OutsideService.CITY_OS, Patience.CAREFUL, "/v1/residents/{id}/profile", "MC-0001")).isPresent();
        var asked = server.findAll(com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor(urlPathEqualTo("/oauth2/token")));
        assertThat(asked).allSatisfy(a -> {
            assertThat(a.containsHeader("Authorization")).isFalse();
            assertThat(a.getBodyAsString()).contains("client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer").doesNotContain("secret");
            SignedJWT signed = SignedJWT.parse(a.getBodyAsString().replaceAll("(?s).*client_assertion=([^&]*).*", "$1"));
            assertThat(signed.verify(new RSASSAVerifier(key.toRSAPublicKey()))).isTrue();
            assertThat(signed.getHeader().getKeyID()).isEqualTo("k1");
            assertThat(signed.getJWTClaimsSet().getSubject()).isEqualTo("michishirube");
            assertThat(signed.getJWTClaimsSet().getAudience()).containsExactly(server.baseUrl() + "/oauth2/token");
        });
    }

    @Test
    void aTokenAddressThatCannotBeToldIsNotTheServicesFault() {
        server.resetAll();
        Outside without = new ResilientOutside(new OutsideSettings(Map.of("city-os", server.baseUrl() + "/cityos"), () -> {
            throw new IllegalStateException("away");
        }, "michishirube", "secret", ClientKey.of("", ""), Duration.ofSeconds(10), Duration.ofSeconds(10), 1, Duration.ofMillis(5), Duration.ofMinutes(10)), new ObjectMapper());
        assertThatThrownBy(() -> without.get(OutsideService.CITY_OS, Patience.CAREFUL, "/v1/residents/{id}/profile", "MC-0001"))
                .isInstanceOfSatisfying(OutsideFailure.class, f -> assertThat(f.reason()).isEqualTo(Reason.NO_TOKEN));
        assertThat(server.getAllServeEvents()).as("the service was not called").isEmpty();
    }

    @Test
    void aRefusalIsNotRepeated() {
        server.stubFor(put("/care-circle/v1/plans/k").willReturn(aResponse().withStatus(400)));
        assertThatThrownBy(() -> outside.put(OutsideService.CARE_CIRCLE_PLANS, Patience.CAREFUL, new ObjectMapper().createObjectNode(),
                "/v1/plans/{key}", "k"))
                .isInstanceOfSatisfying(OutsideFailure.class, f -> assertThat(f.reason()).isEqualTo(Reason.REFUSED));
        server.verify(1, com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor(urlPathEqualTo("/care-circle/v1/plans/k")));
    }

    /** A search that is not there finds nobody, which is not the same as nobody being there. */
    @Test
    void aSearchIsTriedAgainAndOneThatIsNotThereIsAFailure() {
        server.stubFor(post("/cityos/v1/search").inScenario("s").whenScenarioStateIs(Scenario.STARTED).willReturn(aResponse().withStatus(503)).willSetStateTo("up"));
        server.stubFor(post("/cityos/v1/search").inScenario("s").whenScenarioStateIs("up").withRequestBody(equalToJson("{\"lat\":37.5}")).willReturn(okJson("{\"places\":[]}")));
        ObjectNode body = new ObjectMapper().createObjectNode().put("lat", 37.5);
        assertThat(outside.post(OutsideService.CITY_OS, Patience.CAREFUL, body, "/v1/search").has("places")).isTrue();
        assertThatThrownBy(() -> outside.post(OutsideService.CITY_OS, Patience.CAREFUL, body, "/v1/nowhere"))
                .isInstanceOfSatisfying(OutsideFailure.class, f -> assertThat(f.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAloneButAPersonMayInsist() {
        answers(aResponse().withStatus(503));
        assertFails(Reason.BROKEN, Patience.CAREFUL);
        assertFails(Reason.BROKEN, Patience.CAREFUL);
        assertFails(Reason.RESTING, Patience.CAREFUL);
        assertFails(Reason.BROKEN, Patience.INSIST);

        answers(okJson("{\"id\":\"MC-0001\"}"));
        assertFails(Reason.RESTING, Patience.CAREFUL);
        assertThat(ask(Patience.INSIST)).isPresent();
        assertThat(ask(Patience.CAREFUL)).isPresent();
    }

    @Test
    void oneServiceAtRestLeavesTheOthers() {
        answers(aResponse().withStatus(503));
        assertFails(Reason.BROKEN, Patience.CAREFUL);
        assertFails(Reason.BROKEN, Patience.CAREFUL);
        server.stubFor(delete("/care-circle/v1/plans/k").willReturn(okJson("{\"recalled\":true}")));
        assertThat(outside.delete(OutsideService.CARE_CIRCLE_PLANS, Patience.CAREFUL, "/v1/plans/{key}", "k")).isPresent();
    }

    @Test
    void aServiceWithoutAnAddressIsNotUsed() {
        assertThatThrownBy(() -> outside.get(OutsideService.GATEWAY, Patience.INSIST, "/v1/x"))
                .isInstanceOfSatisfying(OutsideFailure.class, f -> assertThat(f.reason()).isEqualTo(Reason.NOT_SET_UP));
    }

    @Test
    void failuresTellNeitherAddressNorPerson() {
        answers(aResponse().withStatus(500).withBody("髙橋 ハナ"));
        assertThatThrownBy(() -> ask(Patience.CAREFUL)).hasMessageNotContaining("MC-0001").hasMessageNotContaining("髙橋").hasNoCause();
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(get(PROFILE).willReturn(answer));
    }

    private Optional<JsonNode> ask(Patience patience) {
        return outside.get(OutsideService.CITY_OS, patience, "/v1/residents/{id}/profile", "MC-0001");
    }

    private void assertFails(Reason reason, Patience patience) {
        assertThatThrownBy(() -> ask(patience))
                .isInstanceOfSatisfying(OutsideFailure.class, f -> assertThat(f.reason()).isEqualTo(reason));
    }

    private Outside outside(Duration readTimeout) {
        return outside(readTimeout, ClientKey.of("", ""));
    }

    private Outside outside(Duration readTimeout, ClientKey key) {
        return new ResilientOutside(new OutsideSettings(Map.of("city-os", server.baseUrl() + "/cityos",
                "care-circle", server.baseUrl() + "/care-circle/"), () -> server.baseUrl() + "/oauth2/token", "michishirube", "secret", key,
                Duration.ofSeconds(10), readTimeout, 3, Duration.ofMillis(5), Duration.ofMinutes(10)), new ObjectMapper());
    }
}
