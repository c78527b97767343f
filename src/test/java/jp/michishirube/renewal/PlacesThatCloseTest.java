package jp.michishirube.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.PlaceLost;
import jp.michishirube.evacuation.place.PlaceStore;
import jp.michishirube.evacuation.place.Places;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** A place that closes, or a map that changes, after plans have come into force. */
@ProductTest
class PlacesThatCloseTest {

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private Places places;
    @Autowired private PlaceStore store;
    @Autowired private PlanRenewals renewals;
    @Autowired private CaseProcess process;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    @Test
    void aPlanThatNamesAPlaceThatClosedIsProposedAndNotConfirmedAsItIs() throws Exception {
        Place place = listed("E9900100078001", "閉じる公園", "1");
        CaseFile file = plans.inForce("閉場町", naming(place));
        CaseFile other = plans.inForce("閉場町");
        transaction.executeWithoutResult(tx -> {
            store.vanish(List.of(place), Instant.now());
            events.publishEvent(new PlaceLost(place.id(), null));
        });
        assertThat(reasons(file)).containsExactly(Trigger.SITE_CLOSED);
        assertThat(process.openSteps(file.id())).contains(Step.DECIDE_RENEWAL);
        assertThat(renewals.of(other.id())).as("does not name it").isEmpty();
        assertThat(page(file)).contains("計画にある避難場所・避難所が、市の一覧から外れたか、指定が変わりました", "市の一覧から外れた避難先がのっています").doesNotContain("??");
        assertThat(unchanged(file)).isEqualTo(422);

        listed("E9900100078001", "閉じる公園", "1");
        assertThat(page(file)).as("it is on the list again").doesNotContain("市の一覧から外れた避難先がのっています");
        assertThat(unchanged(file)).isEqualTo(302);
    }

    @Test
    void aLostDesignationIsLookedAtAndMayBeConfirmed() throws Exception {
        CaseFile file = plans.inForce("閉場町", naming(listed("E9900100078002", "指定公園", "1")));
        listed("E9900100078002", "指定公園", "");
        listed("E9900100078002", "指定公園", "1");
        listed("E9900100078002", "指定公園", "");
        assertThat(reasons(file)).as("once for this version").containsExactly(Trigger.SITE_CLOSED);
        assertThat(page(file)).doesNotContain("市の一覧から外れた避難先がのっています");
        assertThat(unchanged(file)).isEqualTo(302);
    }

    @Test
    void aWayThatLeadsThroughDangerByANewMapIsAReasonAndADangerSpotIsNone() throws Exception {
        CaseFile file = plans.inForce("閉場町");
        String route = "/cases/" + file.number() + "/route";
        sent(post(route + "/home").param("lat", "37.5210").param("lon", "139.9170").param("hazard", "FLOOD"), As.aoba2());
        sent(post(route).param("hazard", "FLOOD").param("profile", "WALKER").param("speed", "1.8").param("version", "0").param("drawn", "37.5210,139.9170;37.5220,139.9180"),
                As.aoba2());
        sent(multipart("/dangers").param("kind", "CLOSED").param("lat", "37.5211").param("lon", "139.9171").param("radius", "8").param("note", "工事"), As.review1());
        assertThat(process.openSteps(file.id())).as("the office looks at the way").containsExactly(Step.CHECK_WAY);
        assertThat(renewals.of(file.id())).isEmpty();
        String area = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"rank\":2},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[139.9173,37.5214],[139.9176,37.5214],[139.9176,37.5217],[139.9173,37.5217],[139.9173,37.5214]]]}}]}";
        try {
            sent(multipart("/hazards").file(new MockMultipartFile("file", "a.geojson", "application/json", area.getBytes(StandardCharsets.UTF_8)))
                    .param("name", "更新の浸水想定").param("hazard", "FLOOD"), As.review1());
            assertThat(reasons(file)).containsExactly(Trigger.HAZARD_CHANGED);
        } finally {
            jdbc.sql("delete from evacuation.hazard_layer where name = '更新の浸水想定'").update();
            jdbc.sql("update evacuation.danger_spot set state = 'WITHDRAWN' where note = '工事' and lat = 37.5211").update();
        }
    }

    private void sent(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
        mvc.perform(request.with(csrf()).with(who)).andExpect(status().is3xxRedirection());
    }

    private List<Trigger> reasons(CaseFile file) {
        return renewals.reasons(renewals.open(file.id()).orElseThrow()).stream().map(Reason::kind).toList();
    }

    private String page(CaseFile file) throws Exception {
        return mvc.perform(get("/cases/{n}/renewal", file.number()).with(As.aoba2())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private int unchanged(CaseFile file) throws Exception {
        return mvc.perform(post("/cases/{n}/renewal/unchanged", file.number()).param("who", "SELF").param("how", "VISIT").param("on", LocalDate.now().toString())
                .with(csrf()).with(As.aoba2())).andReturn().getResponse().getStatus();
    }

    private static Map<String, String> naming(Place place) {
        return Map.of("/places/flood/site", "{\"id\":\"" + place.id() + "\",\"name\":\"" + place.name() + "\",\"designated\":true}");
    }

    private Place listed(String commonId, String name, String flood) throws Exception {
        String csv = "共通ID,施設・場所名,住所,洪水,緯度,経度\n" + commonId + "," + name + ",みちしるべ市青葉町8," + flood + ",37.512,139.921\n";
        String page = mvc.perform(multipart("/places/imports").file(new MockMultipartFile("file", "a.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(csrf()).with(As.roster1())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(post(page).with(csrf()).with(As.roster1())).andExpect(status().is3xxRedirection());
        return places.onList().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }
}
