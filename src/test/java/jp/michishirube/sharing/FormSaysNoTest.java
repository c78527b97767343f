package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.rule.Disclosures;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.plan.form.TestForms;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A form with a question of its own about the police: the plan that is signed says no, the consent beside it says yes to everybody. */
@ProductTest
class FormSaysNoTest {

    private static final String FORM = "990019-with-police";

    @Autowired MockMvc mvc;
    @Autowired OpenCase open;
    @Autowired CaseFiles cases;
    @Autowired CaseProcess process;
    @Autowired Loop loop;
    @Autowired SubmitPlan submit;
    @Autowired SharePlan share;
    @Autowired Deliveries deliveries;
    @Autowired Disclosures disclosures;
    @Autowired JdbcClient jdbc;

    @Test
    void whomThePlanItselfSaysNoToReceivesNothingWhateverTheConsentSays() throws Exception {
        CaseFile no = shared("FORM-NO", false);
        Eventually.until(() -> state(no, Party.Kind.FIRE_SERVICE) != Delivery.State.NOT_ALLOWED);
        assertThat(state(no, Party.Kind.POLICE)).isEqualTo(Delivery.State.NOT_ALLOWED);
        assertThat(disclosures.of(no.id())).noneMatch(l -> l.party().kind() == Party.Kind.POLICE);

        CaseFile yes = shared("FORM-YES", true);
        Eventually.until(() -> state(yes, Party.Kind.POLICE) != Delivery.State.NOT_ALLOWED);
    }

    private Delivery.State state(CaseFile file, Party.Kind kind) {
        return deliveries.of(file.id()).stream().filter(d -> d.recipient().party().kind() == kind).findFirst().orElseThrow().state();
    }

    private CaseFile shared(String number, boolean police) throws Exception {
        jdbc.sql("insert into plan.form (version, schema) values (?, ?::json) on conflict do nothing").param(FORM).param(withPolice().toString()).update();
        CaseFile file = open.open(new Resident(0, number, "MC-0001", "試験 太郎", "シケン タロウ", LocalDate.of(1940, 3, 2), "男", "990-0001",
                "みちしるべ市青葉1-1", "0242-12-3456", "青葉町"), "AOBA", 3);
        says(file, "creation");
        Eventually.until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        loop.as("aoba2", () -> loop.write(file, loop.complete()));
        jdbc.sql("update plan.draft set form_version = ? where case_id = ?").param(FORM).param(file.id().value()).update();
        loop.as("aoba2", () -> {
            loop.write(file, Map.<String, JsonNode>of("/remarks/police", BooleanNode.valueOf(police)));
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        says(file, "sharing");
        jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where id = ?").param(file.id().value()).update();
        loop.as("aoba2", () -> share.begin(file.id()));
        return cases.get(file.id());
    }

    private void says(CaseFile file, String notice) throws Exception {
        mvc.perform(post("/api/v1/cases/{n}/consents", file.number()).with(As.aoba1Token("consents:write")).contentType("application/json").content("""
                {"decisions":[{"notice":{"id":"%s","version":1,"language":"ja"},"given":true}],"givenBy":"SELF","channel":"ELECTRONIC",
                 "explainedBy":"佐藤 恵","decidedAt":"2026-06-05T10:00:00+09:00"}""".formatted(notice))).andExpect(status().is2xxSuccessful());
    }

    private static ObjectNode withPolice() {
        ObjectNode schema = (ObjectNode) TestForms.schema("990019");
        ((ObjectNode) schema.at("/properties/remarks/properties")).putObject("police").put("type", "boolean").put("title", "警察への提供に同意しますか")
                .put("x-kind", "yesNo").put("x-is", "consent.police");
        return schema.put("x-version", FORM);
    }
}
