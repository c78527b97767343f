package jp.michishirube.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.Resident;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideFailure;
import jp.michishirube.outside.OutsideService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Resident HANA = new Resident(1, "M000001", "MC-0001", "髙橋 ハナ", "タカハシ ハナ", LocalDate.of(1938, 4, 12), "女",
            "990-0011", "みちしるべ市青葉町", "0990-22-1007", "青葉町");
    private final Map<String, String> answers = new HashMap<>();
    private final List<JsonNode> sent = new ArrayList<>();
    private final Outside outside = new Told();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), java.time.ZoneId.of("Asia/Tokyo"));

    @Test
    void theCityOsFillsThePersonInTheFormsWords() {
        answers.put("profile", """
                {"id":"MC-0001","name":"髙橋 ハナ","kana":"タカハシ ハナ","sex":"女","birthDate":"1938-04-12","mail":"a@example.jp",
                 "phone":"0990-22-1007","unknown":"x","asOf":"2026-11-01T09:00:00+09:00"}""");
        answers.put("family", """
                {"household":"同居家族あり","members":[{"name":"髙橋 直美","relation":"長女","livesTogether":true,"phone":"1"},
                 {"name":"髙橋 健一","relation":"次男","livesTogether":false}]}""");
        FactSource.Fetched fetched = new CityOsSource(outside, clock).fetch(HANA, Outside.Patience.CAREFUL).orElseThrow();

        assertThat(fetched.asOf()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(fetched.facts().path("cityos.name").asText()).isEqualTo("髙橋 ハナ");
        assertThat(fetched.facts().path("cityos.sex").asText()).isEqualTo("female");
        assertThat(fetched.facts().path("cityos.household").asText()).isEqualTo("family");
        assertThat(fetched.facts().path("cityos.email").asText()).isEqualTo("a@example.jp");
        assertThat(fetched.facts().path("cityos.family").toString()).isEqualTo("[{\"name\":\"髙橋 直美\",\"relation\":\"長女\"}]");
        assertThat(fetched.facts().has("cityos.unknown")).isFalse();
    }

    @Test
    void aProfileOfAnotherPersonIsNonsense() {
        answers.put("profile", "{\"id\":\"MC-0002\",\"name\":\"山﨑 正男\"}");
        assertNonsense(new CityOsSource(outside, clock));
        assertNonsense(new DisasterAppSource(outside, places(), clock));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"id\":12}", "{\"id\":\"MC-0001\"}", "{\"id\":\"MC-0001\",\"name\":{\"a\":1}}"})
    void aProfileWithoutWhatItMustHaveIsNonsense(String body) {
        answers.put("profile", body);
        assertNonsense(new CityOsSource(outside, clock));
    }

    @Test
    void longTextsControlCharactersAndOtherTypesAreKeptOut() {
        answers.put("profile", "{\"id\":\"MC-0001\",\"name\":\"髙橋\\u0007 ハナ\",\"address\":\"" + "あ".repeat(3000)
                + "\",\"phone\":[1,2],\"birthDate\":null,\"asOf\":\"2999-01-01\"}");
        FactSource.Fetched fetched = new CityOsSource(outside, clock).fetch(HANA, Outside.Patience.CAREFUL).orElseThrow();
        assertThat(fetched.facts().path("cityos.name").asText()).isEqualTo("髙橋 ハナ");
        assertThat(fetched.facts()).hasSize(1);
        assertThat(fetched.asOf()).isEqualTo(clock.instant());
    }

    @Test
    void whoIsNotKnownGivesNothing() {
        assertThat(new CityOsSource(outside, clock).fetch(HANA, Outside.Patience.CAREFUL)).isEmpty();
        assertThat(new GatewaySource(outside, clock).fetch(HANA, Outside.Patience.CAREFUL)).isEmpty();
        assertThat(new CareCircleSource(outside, clock).fetch(HANA, Outside.Patience.CAREFUL)).isEmpty();
        assertThat(new DisasterAppSource(outside, places(), clock).fetch(HANA, Outside.Patience.CAREFUL)).isEmpty();
    }

    @Test
    void theGatewayTellsReasonsAndGrades() {
        answers.put("needs-support", """
                {"flag":true,"reasons":[{"kind":"要介護状態区分","value":"24"},{"kind":"身体障害者手帳","value":"2級","part":"肢体不自由"},
                 {"kind":"療育手帳","value":"A1"},{"kind":"障害支援区分","value":"区分5"},{"kind":"妊産婦","value":""}]}""");
        JsonNode facts = new GatewaySource(outside, clock).fetch(HANA, Outside.Patience.CAREFUL).orElseThrow().facts();
        assertThat(facts.path("gateway.reasons").toString())
                .isEqualTo("[\"careLevel\",\"physical\",\"intellectual\",\"supportGrade\",\"other\"]");
        assertThat(facts.path("gateway.careLevel").asText()).isEqualTo("24");
        assertThat(facts.path("gateway.physicalGrade").asText()).isEqualTo("2");
        assertThat(facts.path("gateway.physicalKind").asText()).isEqualTo("肢体不自由");
        assertThat(facts.path("gateway.intellectualGrade").asText()).isEqualTo("A1");
        assertThat(facts.path("gateway.supportGrade").asText()).isEqualTo("5");
        assertThat(facts.path("gateway.otherReason").asText()).isEqualTo("妊産婦");
    }

    @Test
    void theCareCircleTellsSupportersAndMedication() {
        answers.put("circle", """
                {"supporters":[{"kind":"個人","name":"阿久津 春男","phone":"090-0990-0001","arrivalMinutes":10,"agreed":"承諾"},
                  {"kind":"団体","name":"青葉町自主防災会","agreed":"?"},{"phone":"1"}],
                 "medication":[{"name":"アムロジピン錠5mg","amount":"1","unit":"錠","usage":"1日1回朝食後","dispensedOn":"2026-11-14"}],
                 "condition":{"diseases":["心房細動","慢性心不全"],"allergies":[],"doctor":{"clinic":"青葉町内科医院","phone":"0990-25-1100"}},
                 "asOf":"2026-11-18"}""");
        FactSource.Fetched fetched = new CareCircleSource(outside, clock).fetch(HANA, Outside.Patience.CAREFUL).orElseThrow();
        JsonNode supporters = fetched.facts().path("carecircle.supporters");
        assertThat(supporters).hasSize(2);
        assertThat(supporters.get(0).path("party").asText()).isEqualTo("person");
        assertThat(supporters.get(0).path("minutes").asText()).isEqualTo("10");
        assertThat(supporters.get(0).path("agreement").asText()).isEqualTo("agreed");
        assertThat(supporters.get(1).path("party").asText()).isEqualTo("organisation");
        assertThat(supporters.get(1).path("agreement").asText()).isEqualTo("notAsked");
        assertThat(fetched.facts().path("carecircle.medication").get(0).path("dose").asText()).isEqualTo("1錠");
        assertThat(fetched.facts().path("carecircle.condition").asText()).isEqualTo("心房細動、慢性心不全");
        assertThat(fetched.facts().has("carecircle.allergies")).isFalse();
        assertThat(fetched.asOf()).isEqualTo(Instant.parse("2026-11-17T15:00:00Z"));
    }

    /** An address line is kept by every machine between: where somebody lives goes in the body. */
    @Test
    void theDisasterAppIsToldThePositionInTheBodyAlone() {
        answers.put("profile", "{\"id\":\"MC-0001\",\"name\":\"髙橋 ハナ\",\"location\":{\"lat\":37.508,\"lon\":139.945}}");
        answers.put("search", "{\"places\":[{\"id\":\"p1\",\"name\":\"青葉小学校\",\"shelter\":\"指定避難所\"}]}");
        FactSource.Fetched fetched = new DisasterAppSource(outside, places(), clock).fetch(HANA, Outside.Patience.CAREFUL).orElseThrow();
        assertThat(sent).extracting(JsonNode::toString).containsExactly("{\"hazard\":\"洪水\",\"lat\":37.508,\"lon\":139.945}",
                "{\"hazard\":\"地震\",\"lat\":37.508,\"lon\":139.945}");
        assertThat(fetched.facts().at("/disasterapp.places").findValuesAsText("name")).contains("青葉小学校");
    }

    private static List<String> places() {
        return List.of("flood", "earthquake");
    }

    private void assertNonsense(FactSource source) {
        assertThatThrownBy(() -> source.fetch(HANA, Outside.Patience.CAREFUL))
                .isInstanceOfSatisfying(OutsideFailure.class, f -> assertThat(f.reason()).isEqualTo(OutsideFailure.Reason.NONSENSE));
    }

    /** Answers by the last part of the path, without any network. */
    private class Told implements Outside {
        @Override
        public Optional<JsonNode> get(OutsideService service, Patience patience, String path, Object... variables) {
            String body = answers.get(path.replaceAll("\\?.*", "").replaceAll(".*/", ""));
            try {
                return body == null ? Optional.empty() : Optional.of(JSON.readTree(body));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public JsonNode post(OutsideService service, Patience patience, JsonNode body, String path, Object... variables) {
            sent.add(body);
            assertThat(path).doesNotContain("?", "{");
            return get(service, patience, path, variables).orElseThrow();
        }

        @Override
        public JsonNode put(OutsideService service, Patience patience, JsonNode body, String path, Object... variables) {
            return JsonNodeFactory.instance.objectNode();
        }

        @Override
        public Optional<JsonNode> delete(OutsideService service, Patience patience, String path, Object... variables) {
            return Optional.empty();
        }
    }
}
