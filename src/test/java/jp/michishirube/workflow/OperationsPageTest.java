package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.review.Loop;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watches;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Where running the product begins: everything that waits or failed, with what it means and what can be done. */
@ProductTest
class OperationsPageTest {

    private static final Set<String> KINDS = Set.of("steps", "stranded", "aside", "held", "mails", "messages", "imports", "prints", "seal", "days", "outside", "weather", "telegrams");

    @Autowired private MockMvc mvc;
    @Autowired private Watches watches;
    @Autowired private ManagementService management;
    @Autowired private RuntimeService runtime;
    @Autowired private Loop loop;
    @Autowired private JdbcClient jdbc;
    @Autowired private MessageSource texts;

    @Test
    void everyKindIsThereWithItsTextsInBothLanguages() throws Exception {
        Watches.Look look = watches.look();
        assertThat(look.blind()).isEmpty();
        assertThat(look.waiting()).extracting(Waiting::kind).containsExactlyInAnyOrderElementsOf(KINDS);
        for (java.util.Locale language : List.of(java.util.Locale.JAPANESE, java.util.Locale.ENGLISH)) {
            for (String kind : KINDS) {
                for (String part : List.of("", ".means", ".do")) {
                    assertThat(texts.getMessage("watch." + kind + part, null, language)).isNotBlank();
                }
                mvc.perform(get("/engine?lang=" + language.getLanguage()).with(As.admin1())).andExpect(status().isOk())
                        .andExpect(content().string(containsString(texts.getMessage("watch." + kind, null, language))));
            }
        }
    }

    @Test
    void aStepThatFailedForGoodIsShownTriedAgainAndStandsInTheHistoryOfItsCase() throws Exception {
        CaseFile file = loop.atReview();
        String life = runtime.createProcessInstanceQuery().processInstanceBusinessKey("case-" + file.id().value()).singleResult().getId();
        String job = management.createJobQuery().processInstanceId(life).list().get(0).getId();
        management.setJobRetries(job, 0);

        long before = steps().failed();
        assertThat(before).isPositive();
        mvc.perform(get("/engine").with(As.admin1())).andExpect(content().string(containsString("/engine/steps/again")))
                .andExpect(content().string(containsString("その案件は次の仕事に移りません"))).andExpect(content().string(not(containsString("試験 太郎"))));
        mvc.perform(get("/engine").with(As.review1())).andExpect(status().isOk()).andExpect(content().string(not(containsString("/engine/steps/again"))));
        mvc.perform(post("/engine/steps/again").with(csrf()).with(As.review1())).andExpect(status().isForbidden());

        mvc.perform(post("/engine/steps/again").with(csrf()).with(As.admin1())).andExpect(redirectedUrl("/engine"));
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(1);
        assertThat(steps().failed()).isLessThan(before);
        assertThat(jdbc.sql("select count(*) from workflow.admin_act where target = ? and act = 'retry-job' and done").param(job).query(Integer.class).single()).isOne();
        assertThat(jdbc.sql("select count(*) from casefile.event where case_id = ? and kind = 'admin-act'").param(file.id().value()).query(Integer.class).single()).isOne();
    }

    @Test
    void aMailThatWasGivenUpIsCountedWithItsTryAgain() throws Exception {
        jdbc.sql("insert into notification.mail (mail_key, person_id, template, made_at, next_try, given_up) values ('ops-page', 'x', 'DIGEST', now(), now(), true)").update();
        try {
            mvc.perform(get("/engine").with(As.admin1())).andExpect(content().string(containsString("action=\"/engine/mails/again\"")))
                    .andExpect(content().string(containsString("画面のお知らせには出ています")));
        } finally {
            jdbc.sql("delete from notification.mail where mail_key = 'ops-page'").update();
        }
    }

    @Test
    void theDaysAreSealedAgainByTheProcessAdminAlone() throws Exception {
        mvc.perform(post("/evidence/days/again").with(csrf()).with(As.roster1())).andExpect(status().isForbidden());
        mvc.perform(post("/evidence/days/again").with(csrf()).with(As.admin1())).andExpect(redirectedUrl("/engine"));
    }

    private Waiting steps() {
        return watches.look().waiting().stream().filter(w -> w.kind().equals("steps")).findFirst().orElseThrow();
    }
}
