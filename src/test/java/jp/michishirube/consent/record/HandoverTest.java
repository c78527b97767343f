package jp.michishirube.consent.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Decisions taken on the city OS: in the order of their taking, each once. */
@ProductTest
class HandoverTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private CaseFiles cases;
    @Autowired private CaseProcess process;
    @Autowired private JdbcClient jdbc;

    @Test
    void aYesThereMovesTheCaseHere() throws Exception {
        CaseFile file = newCase();
        send(UUID.randomUUID().toString(), file, "PLAN_MAKING", "GIVEN", "2026-06-05T00:00:00Z").andExpect(status().isCreated());
        assertThat(process.openSteps(file.id())).doesNotContain(Step.OBTAIN_CREATION_CONSENT);
    }

    @Test
    void aRepeatedMessageChangesNothing() throws Exception {
        CaseFile file = newCase();
        String id = UUID.randomUUID().toString();
        send(id, file, "PEACETIME_SHARING", "GIVEN", "2026-06-05T00:00:00Z").andExpect(status().isCreated());
        send(id, file, "PEACETIME_SHARING", "GIVEN", "2026-06-05T00:00:00Z").andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("\"repeated\":true")));
        assertThat(count(file)).isOne();
        send(id, file, "PEACETIME_SHARING", "WITHDRAWN", "2026-06-06T00:00:00Z").andExpect(status().isConflict());
        assertThat(state(file, "PEACETIME_SHARING")).isEqualTo("GIVEN");
    }

    @Test
    void aLateMessageDoesNotOvertakeANewerDecision() throws Exception {
        CaseFile file = newCase();
        send(UUID.randomUUID().toString(), file, "PEACETIME_SHARING", "WITHDRAWN", "2026-06-07T00:00:00Z").andExpect(status().isCreated());
        send(UUID.randomUUID().toString(), file, "PEACETIME_SHARING", "GIVEN", "2026-06-05T00:00:00Z").andExpect(status().isCreated());
        assertThat(state(file, "PEACETIME_SHARING")).isEqualTo("WITHDRAWN");
        assertThat(count(file)).isEqualTo(2);
    }

    @Test
    void aWithdrawalThereEndsTheCaseHere() throws Exception {
        CaseFile file = newCase();
        send(UUID.randomUUID().toString(), file, "PLAN_MAKING", "GIVEN", "2026-06-05T00:00:00Z");
        send(UUID.randomUUID().toString(), file, "PLAN_MAKING", "WITHDRAWN", "2026-06-06T00:00:00Z").andExpect(status().isCreated());
        assertThat(cases.get(file.id()).state().isEnded()).isTrue();
    }

    @Test
    void nonsenseIsRefusedWithItsReason() throws Exception {
        CaseFile file = newCase();
        send(UUID.randomUUID().toString(), file, "EVERYTHING", "GIVEN", "2026-06-05T00:00:00Z").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("purpose")));
        send(UUID.randomUUID().toString(), file, "PLAN_MAKING", "GIVEN", Instant.now().plusSeconds(600).toString())
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(Matchers.containsString("future")));
        send(UUID.randomUUID().toString(), file, "PLAN_MAKING", "EXPIRED", "2026-06-05T00:00:00Z").andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/api/v1/consent-handovers").contentType("application/json").content("{}").with(As.system("consents:handover")))
                .andExpect(status().isUnprocessableEntity());
        assertThat(count(file)).isZero();
    }

    /** The city OS may tell what was decided there and nothing else; who may record here may not speak for it. */
    @Test
    void theHandOverHasAScopeOfItsOwn() throws Exception {
        CaseFile file = newCase();
        String message = message(UUID.randomUUID().toString(), file, "PLAN_MAKING", "GIVEN", "2026-06-05T00:00:00Z");
        for (String scope : new String[] {"consents:write", "consents:read", "cases:read", "roster:write"}) {
            mvc.perform(post("/api/v1/consent-handovers").contentType("application/json").content(message).with(As.system(scope)))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(post("/api/v1/cases/{n}/consents", file.number()).contentType("application/json").content("{}")
                .with(As.system("consents:handover"))).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/cases/{n}/consents", file.number()).with(As.system("consents:handover"))).andExpect(status().isForbidden());
        assertThat(count(file)).isZero();
    }

    @Test
    void whatIsNoRecipientIsRefused() throws Exception {
        CaseFile file = newCase();
        for (String recipients : new String[] {"[null]", "[0]", "[\"0\"]", "[\"NOBODY\"]", "\"POLICE\""}) {
            String body = message("recipients-" + file.number(), file, "PLAN_MAKING", "GIVEN", "2026-06-05T10:00:00+09:00").replace("\"language\"", "\"recipients\":" + recipients + ",\"language\"");
            mvc.perform(post("/api/v1/consent-handovers").contentType("application/json").content(body).with(As.system("consents:handover"))).andExpect(status().isBadRequest());
        }
        for (String time : new String[] {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"}) {
            send("time-" + file.number(), file, "PLAN_MAKING", "GIVEN", time).andExpect(status().isUnprocessableEntity());
        }
        assertThat(count(file)).isZero();
    }

    private ResultActions send(String id, CaseFile file, String purpose, String state, String at) throws Exception {
        return mvc.perform(post("/api/v1/consent-handovers").contentType("application/json").with(As.system("consents:handover"))
                .content(message(id, file, purpose, state, at)));
    }

    private static String message(String id, CaseFile file, String purpose, String state, String at) {
        return """
                {"messageId":"%s","eventTime":"%s","cityOsId":"%s","purpose":"%s","state":"%s","language":"ja"}"""
                .formatted(id, at, file.resident().cityOsId(), purpose, state);
    }

    private CaseFile newCase() {
        int n = NUMBERS.incrementAndGet();
        return open.open(new Resident(0, "HANDOVER-" + n, "HO-" + n, "𠮷田 ハナ", "ヨシダ ハナ", LocalDate.of(1938, 5, 1), "女", "990-0001",
                "みちしるべ市青葉1丁目1番", "0990-00-0002", "青葉町"), "AOBA", 1);
    }

    private String state(CaseFile file, String purpose) {
        return jdbc.sql("select state from consent.standing where resident_id = ? and purpose = ?").params(file.resident().id(), purpose)
                .query(String.class).single();
    }

    private int count(CaseFile file) {
        return jdbc.sql("select count(*) from consent.record where resident_id = ?").param(file.resident().id()).query(Integer.class).single();
    }
}
