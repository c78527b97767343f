package jp.michishirube.consent.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.OneStatementTest;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Who said no may say yes later: the plan begins anew, whichever way the word comes. */
@ProductTest
class NewLifeTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private CaseFiles cases;
    @Autowired private CaseProcess process;
    @Autowired private RecordConsent record;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    @Test
    void aYesOnThePageBeginsAnewCase() throws Exception {
        CaseFile ended = givenUp();
        mvc.perform(get("/cases/{n}/consents", ended.number()).with(As.aoba1())).andExpect(content().string(Matchers.containsString("新しい案件として始められます")));
        mvc.perform(get("/cases/{n}/consents/sharing", ended.number()).with(As.aoba1())).andExpect(status().isConflict());
        mvc.perform(get("/cases/{n}/consents/creation", ended.number()).with(As.aoba1())).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("同意されると、新しい案件として始まります")));
        String to = mvc.perform(multipart("/cases/{n}/consents/creation", ended.number()).param("notice", "creation:1:ja").param("decision-creation", "yes")
                .param("givenBy", "SELF").param("channel", "ELECTRONIC").param("explainedBy", "佐藤 恵").param("decidedAt", LocalDate.now(clock).toString())
                .param("step", "none").with(As.aoba1()).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        CaseFile fresh = begun(ended);
        assertThat(to).isEqualTo("/cases/" + fresh.number().value());
        assertThat(mvc.perform(get("/cases/{n}/timeline", ended.number()).with(As.aoba1())).andReturn().getResponse().getContentAsString())
                .contains("新しい案件 " + fresh.number() + " を始めました");
        mvc.perform(get("/cases/{n}/consents/creation", ended.number()).with(As.aoba1())).andExpect(status().isConflict());
    }

    @Test
    void aYesByTheApiBeginsANewCaseAndSaysWhich() throws Exception {
        CaseFile ended = givenUp();
        String no = "{\"decisions\":[{\"notice\":{\"id\":\"creation\",\"version\":1,\"language\":\"ja\"},\"given\":%s}],\"givenBy\":\"SELF\",\"channel\":\"ELECTRONIC\",\"explainedBy\":\"佐藤 恵\",\"decidedAt\":\"%s\"}";
        mvc.perform(post("/api/v1/cases/{n}/consents", ended.number()).with(As.aoba1Token("consents:write")).contentType("application/json")
                .content(no.formatted(false, clock.instant()))).andExpect(status().isConflict()).andExpect(content().string(Matchers.containsString("case-ended-without-yes")));
        String said = mvc.perform(post("/api/v1/cases/{n}/consents", ended.number()).with(As.aoba1Token("consents:write")).contentType("application/json")
                .content(no.formatted(true, clock.instant()))).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        assertThat(said).contains("\"caseNumber\":\"" + begun(ended).number() + "\"");
        mvc.perform(post("/api/v1/cases/{n}/consents", ended.number()).with(As.aoba1Token("consents:write")).contentType("application/json")
                .content(no.formatted(false, clock.instant()))).andExpect(status().isConflict());
        assertThat(cases.ofResident(ended.resident().id())).hasSize(2);
    }

    @Test
    void aYesOnTheCityOsReallyBeginsANewCase() throws Exception {
        CaseFile ended = givenUp();
        handOver(ended, clock.instant());
        begun(ended);
    }

    @Test
    void aYesOlderThanTheNoBeginsNothing() throws Exception {
        CaseFile ended = givenUp();
        handOver(ended, Instant.parse("2026-05-05T00:00:00Z"));
        assertThat(cases.latestOf(ended.resident().id()).orElseThrow().id()).isEqualTo(ended.id());
    }

    /** The no was said at the interview and no consent record tells of it. */
    @Test
    void whoDeclinedAtTheInterviewBeginsAnewToo() throws Exception {
        CaseFile file = atInterview();
        transaction.executeWithoutResult(tx -> process.finish(file.id(), Step.INTERVIEW_RESIDENT, Outcome.REFUSED));
        CaseFile ended = cases.get(file.id());
        assertThat(ended.state()).isEqualTo(CaseState.CREATION_REFUSED);
        handOver(ended, ended.endedAt().minusSeconds(60));
        assertThat(cases.latestOf(ended.resident().id()).orElseThrow().id()).as("said before").isEqualTo(ended.id());
        handOver(ended, clock.instant());
        begun(ended);
    }

    @Test
    void theRosterFollowsAndWhoLeftItStaysOut() throws Exception {
        CaseFile ended = givenUp();
        entry(ended, "LISTED");
        handOver(ended, clock.instant());
        assertThat(jdbc.sql("select case_id from roster.entry where city_number = ?").param(ended.resident().cityNumber()).query(Long.class).single())
                .isEqualTo(begun(ended).id().value());
        CaseFile left = givenUp();
        entry(left, "LEFT");
        handOver(left, clock.instant());
        assertThat(cases.latestOf(left.resident().id()).orElseThrow().id()).isEqualTo(left.id());
        mvc.perform(get("/cases/{n}/consents/creation", left.number()).with(As.aoba1())).andExpect(status().isConflict());
    }

    private void entry(CaseFile file, String status) {
        jdbc.sql("insert into roster.entry (city_number, person_key, place_key, data, status, case_id, changed_at) values (?, ?, 'x', '{}', ?, ?, now())")
                .params(file.resident().cityNumber(), file.resident().cityNumber(), status, file.id().value()).update();
    }

    private CaseFile begun(CaseFile ended) {
        CaseFile fresh = cases.latestOf(ended.resident().id()).orElseThrow();
        assertThat(fresh.id()).isNotEqualTo(ended.id());
        assertThat(fresh.office()).isEqualTo("AOBA");
        Eventually.until(() -> process.openSteps(fresh.id()).contains(Step.INTERVIEW_RESIDENT));
        assertThat(cases.get(ended.id()).state()).isEqualTo(CaseState.CREATION_REFUSED);
        return fresh;
    }

    private CaseFile givenUp() throws Exception {
        CaseFile file = atInterview();
        long standing = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = 'PLAN_MAKING'").param(file.resident().id())
                .query(Long.class).single();
        mvc.perform(post("/cases/{n}/consents/{id}/withdrawal", file.number(), standing).param("givenBy", "SELF").param("channel", "ORAL")
                .param("afterwards", "END").with(As.aoba1()).with(csrf())).andExpect(status().is3xxRedirection());
        return cases.get(file.id());
    }

    private CaseFile atInterview() {
        int n = NUMBERS.incrementAndGet();
        CaseFile file = open.open(new Resident(0, "ANEW-" + n, "ANEW-" + n, "再開 花子", "サイカイ ハナコ", LocalDate.of(1939, 8, 1), "女", "990-0001",
                "みちしるべ市青葉3番", "0990-00-0009", "青葉町"), "AOBA", 1);
        record.record(file.id(), OneStatementTest.yes("creation", null));
        Eventually.until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        return file;
    }

    private void handOver(CaseFile file, Instant at) throws Exception {
        mvc.perform(post("/api/v1/consent-handovers").contentType("application/json").with(As.system("consents:handover")).content("""
                {"messageId":"%s","eventTime":"%s","cityOsId":"%s","purpose":"PLAN_MAKING","state":"GIVEN","language":"ja"}"""
                .formatted(UUID.randomUUID(), at, file.resident().cityOsId()))).andExpect(status().isCreated());
    }
}
