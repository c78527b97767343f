package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.ProtectResident;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineEntry;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** 支援措置 over the life of a shared plan: set, what then happens to copies that are out, the day of review, the end. */
@ProductTest
class ProtectionFlowTest {

    @Autowired private MockMvc mvc;
    @Autowired private SharedPlans plans;
    @Autowired private ProtectResident protect;
    @Autowired private ProtectedPeople protectedPeople;
    @Autowired private Timeline timeline;
    @Autowired private JdbcClient jdbc;
    @Autowired private Loop loop;
    @Autowired private People people;
    @Autowired private CaseProcess process;
    @Autowired private TransactionTemplate transaction;
    @Autowired private ScheduledTaskHolder scheduled;

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

    /** Nobody else sees the case: without this it would wait for the one reviewer for ever. */
    @Test
    void whoMayNotSetItIsAnsweredAlikeWhetherThereIsOneOrNot() throws Exception {
        CaseFile file = plans.inForce("青葉町");
        set(file, As.roster1(), LocalDate.now().plusDays(1));
        long id = jdbc.sql("select id from casefile.protection where resident_id = ?").param(file.resident().id()).query(Long.class).single();
        for (String act : List.of("continuation", "end")) {
            for (long asked : new long[] {id, 999_999_999}) {
                mvc.perform(post("/protections/{id}/" + act, asked).param("ground", "x").param("until", LocalDate.now().plusDays(9).toString()).with(As.review1()).with(csrf()))
                        .andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void theCitysStepOfAnAbsentColleagueIsHandedOnWithAReasonThatOnlySettersSee() throws Exception {
        CaseFile file = loop.atReview();
        people.remember(new Person("review1", "中村 由美", Set.of(Role.REVIEWER), null, false), null);
        people.remember(new Person("review2", "木村 学", Set.of(Role.REVIEWER), null, false), null);
        String task = jdbc.sql("select task_id from inbox.work_item where case_id = ? and step = 'REVIEW_PLAN'").param(file.id().value()).query(String.class).single();
        transaction.executeWithoutResult(tx -> process.assign(task, "review2"));
        set(file, As.roster1(), LocalDate.now().plusYears(1)).andExpect(status().is3xxRedirection());
        mvc.perform(get("/cases/{n}", file.number()).with(As.review1())).andExpect(status().isNotFound());

        String page = mvc.perform(get("/cases/{n}/protection", file.number()).with(As.roster1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("担当を替える", "木村 学", "中村 由美").doesNotContain("??");
        hand(file, task, "review1", "", As.roster1()).andExpect(status().isUnprocessableEntity());
        hand(file, task, "aoba1", "入院のため", As.roster1()).andExpect(status().isUnprocessableEntity());
        hand(file, task, "review1", "入院のため", As.review1()).andExpect(status().isForbidden());
        hand(file, task, "review1", "入院のため", As.roster1()).andExpect(status().is3xxRedirection());

        mvc.perform(get("/cases/{n}/review", file.number()).with(As.review1())).andExpect(status().isOk());
        mvc.perform(get("/cases/{n}", file.number()).with(As.review2())).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select from_person || '>' || to_person || ':' || reason || ':' || by_name from casefile.protection_handover where case_id = ?")
                .param(file.id().value()).query(String.class).list()).containsExactly("review2>review1:入院のため:加藤 浩");
        assertThat(timeline.of(file.id())).anySatisfy(e -> assertThat(e.kind()).isEqualTo("step-handed")).noneSatisfy(e -> assertThat(e.details().toString()).contains("入院"));
        assertThat(mvc.perform(get("/cases/{n}/protection", file.number()).with(As.roster1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("加藤 浩が", "入院のため");
        hand(file, "no-such-task", "review1", "入院のため", As.roster1()).andExpect(status().isConflict());
    }

    @Test
    void thoseWhoSetItAreToldWeeksBeforeTheDayOfReviewAndNobodyOfWhom() throws Exception {
        CaseFile file = loop.atReview();
        people.remember(new Person("pr-roster", "名簿 担当", Set.of(Role.ROSTER_MANAGER), null, false), null);
        people.remember(new Person("pr-review", "審査 担当", Set.of(Role.REVIEWER), null, false), null);
        set(file, As.roster1(), LocalDate.now().plusWeeks(6)).andExpect(status().is3xxRedirection());
        long id = jdbc.sql("select id from casefile.protection where resident_id = ? and ended_at is null").param(file.resident().id()).query(Long.class).single();
        assertThat(told(id)).isEmpty();
        jdbc.sql("update casefile.protection set until = current_date + 20 where id = ?").param(id).update();
        assertThat(told(id)).containsExactly(id + ":weeks");
        jdbc.sql("update casefile.protection set until = current_date + 5 where id = ?").param(id).update();
        assertThat(told(id)).containsExactly(id + ":week");
        String list = mvc.perform(get("/protections").with(As.roster1())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(list).contains("まもなく確認する日");
        look();
        look();
        assertThat(notices("pr-roster", id)).isEqualTo(1);
        assertThat(notices("pr-review", id)).isZero();
        jdbc.sql("update casefile.protection set until = current_date - 1 where id = ?").param(id).update();
        look();
        assertThat(notices("pr-roster", id)).isEqualTo(2);
        jdbc.sql("update casefile.protection set ended_at = now(), ended_by = 'x' where id = ?").param(id).update();
    }

    private List<String> told(long id) {
        return protectedPeople.toDecide(LocalDate.now()).stream().filter(mark -> mark.startsWith(id + ":")).toList();
    }

    private int notices(String person, long id) {
        return jdbc.sql("select count(*) from notification.notice where person_id = ? and kind = 'PROTECTION_DUE' and case_number is null and once_key like ?")
                .params(person, "protection:" + id + ":%").query(Integer.class).single();
    }

    private void look() {
        scheduled.getScheduledTasks().stream().filter(task -> task.toString().contains("TellOfProtections")).forEach(task -> task.getTask().getRunnable().run());
    }

    private ResultActions hand(CaseFile file, String task, String to, String reason, RequestPostProcessor who) throws Exception {
        return mvc.perform(post("/cases/{n}/protection/handover", file.number()).param("task", task).param("to", to).param("reason", reason).with(who).with(csrf()));
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
