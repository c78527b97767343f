package jp.michishirube.evacuation.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess.StopReason;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineEntry;
import jp.michishirube.evacuation.place.Place;
import jp.michishirube.evacuation.place.PlaceLost;
import jp.michishirube.evacuation.place.PlaceStore;
import jp.michishirube.evacuation.place.Places;
import jp.michishirube.inbox.WorkItem;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What changes at a place or on a way becomes work of the office whose plan it is, until somebody has looked. */
@ProductTest
class CheckWayTest {

    @Autowired MockMvc mvc;
    @Autowired Loop loop;
    @Autowired SubmitPlan submit;
    @Autowired Places places;
    @Autowired PlaceStore store;
    @Autowired WorkItems items;
    @Autowired CaseProcess process;
    @Autowired Timeline timeline;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    @Test
    void aLostDesignationIsWorkOfTheOfficeWhosePlanNamesThePlace() throws Exception {
        Place place = listed("E9900100077001", "見直公園", "1");
        CaseFile file = inForceWith(place);
        CaseFile other = loop.atInterview();
        listed("E9900100077001", "見直公園", "");
        WorkItem item = items.find(file.id(), Step.CHECK_WAY).orElseThrow();
        assertThat(item.office()).isEqualTo("AOBA");
        assertThat(item.dueAt()).isAfter(Instant.now());
        assertThat(items.find(other.id(), Step.CHECK_WAY)).isEmpty();

        mvc.perform(get("/inbox?tab=office&q=" + file.number()).with(As.aoba2())).andExpect(content().string(containsString(file.number().value())))
                .andExpect(content().string(containsString("避難先・経路の見直し")));
        String page = "/cases/" + file.number() + "/way-check";
        mvc.perform(get(page).with(As.wakakusa1())).andExpect(status().isNotFound());
        mvc.perform(get(page).with(As.aoba2())).andExpect(status().isOk()).andExpect(content().string(containsString("見直公園は、洪水のときの指定がなくなりました")));
        mvc.perform(post("/inbox/" + item.taskId() + "/take").with(csrf()).with(As.aoba2())).andExpect(redirectedUrl(page));
        mvc.perform(post(page).param("note", " ").with(csrf()).with(As.aoba2())).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("どうしたかを書いてください")));
        mvc.perform(post(page).param("note", "別の避難場所を家族に伝えた").with(csrf()).with(As.aoba2())).andExpect(status().is3xxRedirection());
        assertThat(items.find(file.id(), Step.CHECK_WAY)).isEmpty();
        mvc.perform(get(page).with(As.aoba2())).andExpect(content().string(containsString("別の避難場所を家族に伝えた")))
                .andExpect(content().string(not(containsString("name=\"note\""))));
        mvc.perform(post(page).param("note", "もう一度").with(csrf()).with(As.aoba2())).andExpect(status().isConflict());
        assertThat(timeline.of(file.id())).extracting(TimelineEntry::kind).contains("place-lost", "way-checked");
    }

    @Test
    void aVanishedPlaceIsToldOnceForBothRunningPlansAndPlansInForce() throws Exception {
        Place place = listed("E9900100077002", "消える公園", "1");
        CaseFile inForce = inForceWith(place);
        CaseFile running = running(place);
        transaction.executeWithoutResult(tx -> {
            store.vanish(List.of(place), Instant.now());
            events.publishEvent(new PlaceLost(place.id(), null));
            events.publishEvent(new PlaceLost(place.id(), null));
        });
        assertThat(items.of(inForce.id())).extracting(WorkItem::step).containsExactly(Step.CHECK_WAY);
        assertThat(items.of(running.id())).extracting(WorkItem::step).containsExactlyInAnyOrder(Step.INTERVIEW_RESIDENT, Step.CHECK_WAY);
        mvc.perform(get("/cases/" + running.number() + "/way-check").with(As.aoba2())).andExpect(content().string(containsString("消える公園")))
                .andExpect(content().string(containsString("計画の避難先を直す")));
    }

    @Test
    void aChangedHazardMapIsWorkOfTheOfficeWhosePlanInForceGoesThroughIt() throws Exception {
        CaseFile file = inForceWith(listed("E9900100077004", "地図公園", "1"));
        String route = "/cases/" + file.number() + "/route";
        mvc.perform(post(route + "/home").param("lat", "37.5160").param("lon", "139.9170").param("hazard", "FLOOD").with(csrf()).with(As.aoba2()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(route).param("hazard", "FLOOD").param("profile", "WALKER").param("speed", "1.8").param("version", "0")
                .param("drawn", "37.5160,139.9170;37.5170,139.9180").with(csrf()).with(As.aoba2())).andExpect(status().is3xxRedirection());
        assertThat(items.find(file.id(), Step.CHECK_WAY)).isEmpty();
        String area = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"rank\":2},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[139.9173,37.5164],[139.9176,37.5164],[139.9176,37.5167],[139.9173,37.5167],[139.9173,37.5164]]]}}]}";
        mvc.perform(multipart("/hazards").file(new MockMultipartFile("file", "a.geojson", "application/json", area.getBytes(StandardCharsets.UTF_8)))
                .param("name", "見直しの浸水想定").param("hazard", "FLOOD").with(csrf()).with(As.review1())).andExpect(status().is3xxRedirection());
        assertThat(items.find(file.id(), Step.CHECK_WAY).orElseThrow().office()).isEqualTo("AOBA");
        mvc.perform(get("/cases/" + file.number() + "/way-check").with(As.aoba2())).andExpect(content().string(containsString("浸水想定区域")));
        jdbc.sql("delete from evacuation.hazard_layer where name = '見直しの浸水想定'").update();
    }

    /** A way that cannot be read keeps neither the map from being loaded nor the other office from being told. */
    @Test
    void oneWayThatCannotBeLookedAtHoldsUpNoOther() throws Exception {
        CaseFile broken = withWay("37.5260,139.9170;37.5270,139.9180");
        CaseFile fine = withWay("37.5260,139.9170;37.5270,139.9180");
        jdbc.sql("update evacuation.route set content = '{\"of\": \"another version\"}' where case_id = ?").param(broken.id().value()).update();
        String area = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"rank\":2},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[139.9173,37.5264],[139.9176,37.5264],[139.9176,37.5267],[139.9173,37.5267],[139.9173,37.5264]]]}}]}";
        try {
            mvc.perform(multipart("/hazards").file(new MockMultipartFile("file", "a.geojson", "application/json", area.getBytes(StandardCharsets.UTF_8)))
                    .param("name", "一件の浸水想定").param("hazard", "FLOOD").with(csrf()).with(As.review1())).andExpect(status().is3xxRedirection());
            assertThat(items.find(fine.id(), Step.CHECK_WAY)).isPresent();
            assertThat(items.find(broken.id(), Step.CHECK_WAY)).isEmpty();
            mvc.perform(get("/engine/left-aside").with(As.review1())).andExpect(content().string(containsString(broken.number().value())))
                    .andExpect(content().string(containsString("避難経路と危険箇所の照らし合わせ")));
        } finally {
            jdbc.sql("delete from evacuation.hazard_layer where name = '一件の浸水想定'").update();
            jdbc.sql("delete from evacuation.route where case_id = ?").param(broken.id().value()).update();
            jdbc.sql("delete from casefile.left_aside where work = 'RECHECK_WAY'").update();
        }
    }

    private CaseFile withWay(String drawn) throws Exception {
        CaseFile file = inForceWith(listed("E9900100077004", "地図公園", "1"));
        String route = "/cases/" + file.number() + "/route";
        mvc.perform(post(route + "/home").param("lat", "37.5260").param("lon", "139.9170").param("hazard", "FLOOD").with(csrf()).with(As.aoba2()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(route).param("hazard", "FLOOD").param("profile", "WALKER").param("speed", "1.8").param("version", "0").param("drawn", drawn)
                .with(csrf()).with(As.aoba2())).andExpect(status().is3xxRedirection());
        return file;
    }

    @Test
    void whoLeavesTheRosterLeavesNoWorkBehind() throws Exception {
        CaseFile file = running(listed("E9900100077003", "去る公園", "1"));
        transaction.executeWithoutResult(tx -> process.checkWay(file.id()));
        assertThat(items.find(file.id(), Step.CHECK_WAY)).isPresent();
        transaction.executeWithoutResult(tx -> process.stop(file.id(), StopReason.LEFT_ROSTER));
        assertThat(items.of(file.id())).isEmpty();
    }

    private CaseFile running(Place place) {
        CaseFile file = loop.atInterview();
        loop.as("aoba2", () -> loop.write(file, Map.of("/places/flood/site", loop.json("{\"id\":\"" + place.id() + "\",\"name\":\"" + place.name()
                + "\",\"designated\":true}"))));
        return file;
    }

    private CaseFile inForceWith(Place place) {
        CaseFile file = running(place);
        loop.as("aoba2", () -> {
            loop.write(file, loop.complete());
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where id = ?").param(file.id().value()).update();
        items.of(file.id()).forEach(i -> items.close(i.taskId(), null));
        return file;
    }

    private Place listed(String commonId, String name, String flood) throws Exception {
        String csv = "共通ID,施設・場所名,住所,洪水,緯度,経度\n" + commonId + "," + name + ",みちしるべ市青葉町8," + flood + ",37.512,139.921\n";
        String page = mvc.perform(multipart("/places/imports").file(new MockMultipartFile("file", "a.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(csrf()).with(As.roster1())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(post(page).with(csrf()).with(As.roster1())).andExpect(status().is3xxRedirection());
        return places.onList().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }
}
