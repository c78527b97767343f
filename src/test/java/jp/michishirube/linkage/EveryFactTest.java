package jp.michishirube.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideService;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Each fact by its name, from what the holder answers over the network to the answer in the plan and where it says it came from. */
@ProductTest
class EveryFactTest {

    private static final Instant AS_OF = Instant.parse("2026-11-01T00:00:00Z");

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private CaseProcess process;
    @Autowired private CollectLinkedFacts facts;
    @Autowired private Drafts drafts;
    @Autowired private Outside outside;

    @Test
    void theCityOsTellsWhoThePersonIsAndHowToReachThem() throws Exception {
        JsonNode profile = said(OutsideService.CITY_OS, "/v1/residents/MC-0026/profile");
        JsonNode family = said(OutsideService.CITY_OS, "/v1/residents/MC-0026/family");
        Draft plan = planOf("MC-0026");
        for (String same : List.of("name", "birthDate", "postalCode", "address", "phone", "mobile", "fax")) {
            stands(plan, "/resident/" + same, profile.path(same).asText(), Holder.CITY_OS);
        }
        stands(plan, "/resident/kana", profile.path("kana").asText().replace(' ', '　'), Holder.CITY_OS);
        stands(plan, "/resident/email", profile.path("mail").asText(), Holder.CITY_OS);
        assertThat(profile.path("sex").asText()).isEqualTo("女");
        stands(plan, "/resident/sex", "female", Holder.CITY_OS);
        assertThat(family.path("household").asText()).isEqualTo("同居家族あり");
        stands(plan, "/household/kind", "family", Holder.CITY_OS);
        stands(plan, "/household/family/cityos-1/name", family.at("/members/0/name").asText(), Holder.CITY_OS);
        stands(plan, "/household/family/cityos-1/relation", family.at("/members/0/relation").asText(), Holder.CITY_OS);
    }

    @Test
    void theCityOsTellsThatThePersonLivesAloneAndInWhichBuilding() throws Exception {
        assertThat(said(OutsideService.CITY_OS, "/v1/residents/MC-0003/family").path("livingAlone").asBoolean()).isTrue();
        Draft plan = planOf("MC-0003");
        stands(plan, "/household/kind", "alone", Holder.CITY_OS);
        stands(plan, "/resident/building", said(OutsideService.CITY_OS, "/v1/residents/MC-0003/profile").path("building").asText(), Holder.CITY_OS);
    }

    @Test
    void theGatewayTellsTheFlagAndEachReason() throws Exception {
        JsonNode needs = said(OutsideService.GATEWAY, "/v1/residents/MC-0021/needs-support");
        assertThat(needs.path("flag").asBoolean()).isTrue();
        Draft plan = planOf("MC-0021");
        stands(plan, "/reasons/flag", "true", Holder.GATEWAY);
        assertThat(plan.answers().at("/reasons/items").toString()).isEqualTo("[\"physical\",\"medicalCare\"]");
        assertThat(plan.provenance().path("/reasons/items").path("holder").asText()).isEqualTo("GATEWAY");
        stands(plan, "/reasons/medicalCare", needs.at("/reasons/0/value").asText(), Holder.GATEWAY);
        assertThat(needs.at("/reasons/1/value").asText()).isEqualTo("1級");
        stands(plan, "/reasons/physicalGrade", "1", Holder.GATEWAY);

        Draft notListed = planOf("MC-0020");
        stands(notListed, "/reasons/flag", "false", Holder.GATEWAY);
        stands(notListed, "/reasons/careLevel", "22", Holder.GATEWAY);
        stands(planOf("MC-0022"), "/reasons/disease", "筋萎縮性側索硬化症", Holder.GATEWAY);
        stands(planOf("MC-0031"), "/reasons/intellectualGrade", "A", Holder.GATEWAY);
        stands(planOf("MC-0038"), "/reasons/mentalGrade", "1", Holder.GATEWAY);
    }

    @Test
    void theCareCircleTellsSupportersMedicationAndCondition() throws Exception {
        JsonNode circle = said(OutsideService.CARE_CIRCLE, "/v1/residents/MC-0001/circle");
        Instant asOf = Instant.parse("2026-11-17T15:00:00Z");
        Draft plan = planOf("MC-0001");
        int row = 0;
        for (JsonNode supporter : circle.path("supporters")) {
            String at = "/supporters/carecircle-" + ++row;
            for (String same : List.of("name", "relation", "address", "phone")) {
                stands(plan, at + "/" + same, supporter.path(same).asText(), Holder.CARE_CIRCLE, asOf);
            }
            stands(plan, at + "/minutes", supporter.path("arrivalMinutes").asText(), Holder.CARE_CIRCLE, asOf);
            stands(plan, at + "/agreement", "agreed", Holder.CARE_CIRCLE, asOf);
        }
        assertThat(row).isEqualTo(2);
        stands(plan, "/supporters/carecircle-1/party", "person", Holder.CARE_CIRCLE, asOf);
        stands(plan, "/supporters/carecircle-2/party", "organisation", Holder.CARE_CIRCLE, asOf);
        JsonNode drug = circle.at("/medication/0");
        stands(plan, "/medical/medications/carecircle-1/name", drug.path("name").asText(), Holder.CARE_CIRCLE, asOf);
        stands(plan, "/medical/medications/carecircle-1/dose", drug.path("amount").asText() + drug.path("unit").asText(), Holder.CARE_CIRCLE, asOf);
        stands(plan, "/medical/medications/carecircle-1/usage", drug.path("usage").asText(), Holder.CARE_CIRCLE, asOf);
        stands(plan, "/medical/medications/carecircle-1/dispensedOn", drug.path("dispensedOn").asText(), Holder.CARE_CIRCLE, asOf);
        stands(plan, "/medical/condition", joined(circle.at("/condition/diseases")), Holder.CARE_CIRCLE, asOf);
        stands(plan, "/medical/allergies", joined(circle.at("/condition/allergies")), Holder.CARE_CIRCLE, asOf);
        stands(plan, "/medical/clinic", circle.at("/condition/doctor/clinic").asText(), Holder.CARE_CIRCLE, asOf);
        stands(plan, "/medical/clinicPhone", circle.at("/condition/doctor/phone").asText(), Holder.CARE_CIRCLE, asOf);
    }

    @Test
    void theDisasterAppTellsThePlaceNearestToTheAddressForEachHazard() throws Exception {
        JsonNode home = said(OutsideService.CITY_OS, "/v1/residents/MC-0001/profile").path("location");
        Draft plan = planOf("MC-0001");
        Map.of("flood", "洪水", "landslide", "崖崩れ、土石流及び地滑り", "earthquake", "地震", "fire", "大規模な火事").forEach((row, hazard) -> {
            JsonNode places = outside.post(OutsideService.DISASTER_APP, Outside.Patience.INSIST,
                    ((ObjectNode) home.deepCopy()).put("hazard", hazard), "/v1/places/search").path("places");
            stands(plan, "/places/" + row + "/site/name", "/places/" + row + "/site", places.at("/0/name").asText(), Holder.DISASTER_APP, AS_OF);
            String shelter = StreamSupport.stream(places.spliterator(), false).filter(p -> p.has("shelter")).findFirst().orElseThrow().path("name").asText();
            stands(plan, "/places/" + row + "/shelter/name", "/places/" + row + "/shelter", shelter, Holder.DISASTER_APP, AS_OF);
        });
    }

    @Test
    void theNotebookTellsMedicationAllergiesAndHistory() throws Exception {
        CaseFile file = LinkageFlowTest.atInterview(mvc, open, process, "MC-0002");
        mvc.perform(multipart("/cases/{n}/linkage/notebook", file.number()).param("codes", """
                JAHISTC08,1
                1,髙橋 ハナ,2,19380412
                2,1,ペニシリン
                2,3,大腿骨骨折
                5,20261114,1
                51,若草医院,07,1,7654321
                201,1,アムロジピン錠5mg,1,錠
                301,1,1日1回朝食後,14,日分
                """).with(As.aoba1()).with(csrf()));
        Instant dispensed = Instant.parse("2026-11-13T15:00:00Z");
        Draft plan = drafts.find(file.id()).orElseThrow();
        stands(plan, "/medical/medications/jahis-1/name", "アムロジピン錠5mg", Holder.JAHIS, dispensed);
        stands(plan, "/medical/medications/jahis-1/dose", "1錠", Holder.JAHIS, dispensed);
        stands(plan, "/medical/medications/jahis-1/usage", "1日1回朝食後", Holder.JAHIS, dispensed);
        stands(plan, "/medical/medications/jahis-1/dispensedOn", "2026-11-14", Holder.JAHIS, dispensed);
        stands(plan, "/medical/allergies", "ペニシリン", Holder.JAHIS, dispensed);
        stands(plan, "/medical/condition", "大腿骨骨折", Holder.JAHIS, dispensed);
        stands(plan, "/medical/clinic", "若草医院", Holder.JAHIS, dispensed);
    }

    private JsonNode said(OutsideService service, String path) {
        return outside.get(service, Outside.Patience.INSIST, path).orElseThrow();
    }

    private Draft planOf(String cityOsId) throws Exception {
        CaseFile file = LinkageFlowTest.atInterview(mvc, open, process, cityOsId);
        // A service that a test before switched off may still be left alone by background work.
        facts.failedHolders(file.id()).forEach(holder -> facts.retry(file.id(), holder));
        return drafts.find(file.id()).orElseThrow();
    }

    private static void stands(Draft plan, String address, String value, Holder holder) {
        stands(plan, address, value, holder, AS_OF);
    }

    private static void stands(Draft plan, String address, String value, Holder holder, Instant asOf) {
        stands(plan, address, address, value, holder, asOf);
    }

    private static void stands(Draft plan, String address, String field, String value, Holder holder, Instant asOf) {
        assertThat(value).as("what the holder says for %s", address).isNotBlank();
        JsonNode answer = Answers.get(plan.answers(), address);
        assertThat(answer).as(address).isNotNull();
        assertThat(answer.asText()).as(address).isEqualTo(value);
        JsonNode from = plan.provenance().path(field);
        assertThat(from.path("kind").asText()).as(address).isEqualTo("linked");
        assertThat(from.path("holder").asText()).as(address).isEqualTo(holder.name());
        assertThat(Instant.parse(from.path("asOf").asText())).as(address).isEqualTo(asOf);
        assertThat(from.path("consentRecordId").asLong()).as("consent for %s", address).isPositive();
    }

    private static String joined(JsonNode texts) {
        assertThat(texts).isNotEmpty();
        return String.join("、", StreamSupport.stream(texts.spliterator(), false).map(JsonNode::asText).toList());
    }
}
