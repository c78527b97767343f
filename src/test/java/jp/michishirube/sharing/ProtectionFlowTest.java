package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.ProtectResident;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineEntry;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** 支援措置 over the life of a shared plan: set, what then happens to copies that are out, the day of review, the end. */
@ProductTest
class ProtectionFlowTest {

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private ProtectResident protect;
    @Autowired private Timeline timeline;
    @Autowired private JdbcClient jdbc;

    @Test
    void whatIsWithOthersIsTakenBackAndRescueBodiesKeepTheirs() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        plans.says(file, "giving", true);
        plans.says(file, "sharing", true);
        plans.share(file);
        plans.awaitState(file, Party.Kind.CARE_CIRCLE, "DELIVERED");
        plans.awaitState(file, Party.Kind.NEIGHBOURHOOD, "DELIVERED");
        plans.awaitState(file, Party.Kind.POLICE, "READY");
        int told = timeline.of(file.id()).size();
        set(file, As.review1(), LocalDate.now().plusYears(1)).andExpect(status().isForbidden());
        set(file, As.roster1(), LocalDate.now().plusYears(3)).andExpect(status().isUnprocessableEntity());
        assertThat(plans.state(file, Party.Kind.CARE_CIRCLE)).as("nothing set by a wrong day").isEqualTo("DELIVERED");
        set(file, As.roster1(), LocalDate.now().plusYears(1)).andExpect(status().is3xxRedirection());

        plans.awaitState(file, Party.Kind.CARE_CIRCLE, "RECALLED");
        plans.awaitState(file, Party.Kind.NEIGHBOURHOOD, "RECALLED");
        assertThat(plans.state(file, Party.Kind.POLICE)).isEqualTo("READY");
        assertThat(timeline.of(file.id()).stream().skip(told).map(TimelineEntry::kind)).as("the history does not tell of it").noneMatch(k -> k.contains("protect"));
        mvc.perform(post("/cases/{n}/sharing/again", file.number()).with(As.aoba1()).with(csrf())).andExpect(status().is3xxRedirection());
        org.awaitility.Awaitility.await().atMost(java.time.Duration.ofSeconds(90)).until(() -> plans.delivery(file, Party.Kind.CARE_CIRCLE).ground() == Ground.WITHHELD);
        assertThat(plans.state(file, Party.Kind.CARE_CIRCLE)).isEqualTo("NOT_ALLOWED");
    }

    @Test
    void theDayOfReviewOpensNothingAndOnlyAPersonEndsIt() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        set(file, As.roster1(), LocalDate.now().plusDays(1)).andExpect(status().is3xxRedirection());
        long id = jdbc.sql("update casefile.protection set until = current_date - 40 where resident_id = ? returning id").param(file.resident().id())
                .query(Long.class).single();
        assertThat(page("/protections", As.roster1())).contains("確認が必要", file.number().value()).doesNotContain("??");
        mvc.perform(get("/cases/{n}", file.number()).with(As.review1())).andExpect(status().isNotFound());
        mvc.perform(post("/protections/{id}/end", id).param("ground", "解除の申出").with(As.review1()).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post("/protections/{id}/end", id).param("ground", "").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/cases/{n}", file.number()).with(As.review1())).andExpect(status().isNotFound());
        mvc.perform(post("/protections/{id}/continuation", id).param("ground", "保護命令").param("until", LocalDate.now().plusMonths(6).toString())
                .with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(post("/protections/{id}/end", id).param("ground", "古い画面から").with(As.roster1()).with(csrf())).andExpect(status().isConflict());
        mvc.perform(get("/cases/{n}", file.number()).with(As.review1())).andExpect(status().isNotFound());
        long now = jdbc.sql("select id from casefile.protection where resident_id = ? and ended_at is null").param(file.resident().id()).query(Long.class).single();
        mvc.perform(post("/protections/{id}/end", now).param("ground", "本人の申出").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/cases/{n}", file.number()).with(As.review1())).andExpect(status().isOk());
    }

    @Test
    void theRostersListSetsItAndSilenceOfALaterListDoesNotEndIt() {
        CaseFile file = plans.inForce("青葉町");
        assertThat(protect.byRoster(Set.of(file.resident().id()))).isEqualTo(1);
        assertThat(protect.byRoster(Set.of(file.resident().id()))).as("set before").isZero();
        assertThat(protect.byRoster(Set.of())).isZero();
        assertThat(jdbc.sql("select count(*) from casefile.guarded where case_id = ?").param(file.id().value()).query(Integer.class).single()).isEqualTo(1);
    }

    /** Whoever explains to the resident who looked reads words, and finds the lists too. */
    @Test
    void thePageOfReadingsSpeaksInWordsAndCountsTheLists() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        mvc.perform(get("/prints/list.csv").param("area", "青葉町").with(As.roster1())).andExpect(status().isOk());
        mvc.perform(get("/cases/{n}/sharing", file.number()).with(As.aoba1())).andExpect(status().isOk());
        jdbc.sql("""
                insert into privacy.access (at, case_id, person_id, name, role, what) select now(), ?, 'aoba1', '佐藤 恵', 'CARE_MANAGER', w
                from unnest(array['plan-submit', 'ReviewPlan', 'remarks', 'word-of-tomorrow']) w
                """).param(file.id().value()).update();
        String page = page("/cases/" + file.number() + "/access", As.aoba1());
        assertThat(page).contains("まとめて出した一覧（CSV）（", "人の中の1人として", "提供の状況", "提出前の確認", "市からの指摘", "この案件のページ")
                .doesNotContain("plan-submit", "ReviewPlan", ">remarks<", "prints-csv", "word-of-tomorrow", "??");
    }

    @Test
    void theHistoryTellsASupportersAnswerInWords() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        timeline.append(file.id(), "supporter-answered", java.util.Map.of("answer", "AGREED"));
        assertThat(page("/cases/" + file.number() + "/timeline", As.aoba1())).contains("支援者の承諾を記録しました（承諾）").doesNotContain("AGREED");
        assertThat(page("/cases/" + file.number() + "/timeline?lang=en", As.aoba1())).doesNotContain("AGREED");
    }

    private org.springframework.test.web.servlet.ResultActions set(CaseFile file, RequestPostProcessor who, LocalDate until) throws Exception {
        return mvc.perform(post("/cases/{n}/protection", file.number()).param("ground", "住民基本台帳事務における支援措置").param("until", until.toString())
                .with(who).with(csrf()));
    }

    private String page(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
