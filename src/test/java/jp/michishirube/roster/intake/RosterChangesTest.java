package jp.michishirube.roster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.organization.Role;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.RosterSays;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A month later: what a new list does to cases that run, on the whole product with its engine. */
@ProductTest
class RosterChangesTest {

    private static final String HEADER = "宛名番号,氏名,氏名カナ,生年月日,住所,町内会,受託事業者コード,異動事由\r\n";
    private static final String ROW = "RC-1,髙橋 変更,タカハシ ヘンコウ,S13.4.12,青葉町二丁目6番13号,青葉町,AOBA,\r\n";

    @Autowired
    private ImportRoster importRoster;
    @Autowired
    private ConfirmImport confirm;
    @Autowired
    private Intakes intakes;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private CaseFiles cases;
    @Autowired
    private CaseProcess process;
    @Autowired
    private SharedPlans plans;
    @Autowired
    private PlatformTransactionManager transactions;

    private void take(String rows) {
        long id;
        try (UploadedFile file = UploadedFile.of(new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)), "変更.csv", 1 << 20)) {
            id = importRoster.receive(file, IntakeKind.RESIDENTS, false, "", null);
        }
        await(id, IntakeState.READY);
        Eventually.until(() -> confirmed(id));
        await(id, IntakeState.DONE);
    }

    /** Other tests import at the same time into the same database. */
    private boolean confirmed(long id) {
        try {
            return intakes.get(id).state() == IntakeState.READY && confirm.confirm(id, false);
        } catch (jp.michishirube.problem.Problem busy) {
            return false;
        }
    }

    private void await(long id, IntakeState state) {
        Eventually.holds(() -> assertThat(intakes.get(id).state()).isEqualTo(state));
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    @Test
    void anotherAddressOfficeAndTheEnd() throws Exception {
        take(ROW);
        String caseId = one("select case_id::text from roster.entry where city_number = 'RC-1'");
        take(ROW.replace("青葉町二丁目6番13号,青葉町,AOBA", "若草町三丁目1番,若草町,CHUO").replace("変更,", "変更改,"));
        assertThat(one("select resident_name || '/' || area || '/' || office from inbox.work_item where case_id = " + caseId)).isEqualTo("髙橋 変更改/若草町/CHUO");
        assertThat(one("select address from casefile.resident where city_number = 'RC-1'")).isEqualTo("若草町三丁目1番");
        assertThat(jdbc.sql("select kind from casefile.event where case_id = ?").param(Long.valueOf(caseId)).query(String.class).list())
                .contains("roster-changed", "roster-address-changed", "case-assigned");
        take(ROW.replace("AOBA,", "AOBA,転出"));
        assertThat(one("select state from casefile.casefile where id = " + caseId)).isEqualTo("LEFT_ROSTER");
        assertThat(one("select count(*)::text from inbox.work_item where case_id = " + caseId)).isEqualTo("0");
        take(ROW);
        assertThat(one("select count(*)::text from casefile.casefile c join casefile.resident r on r.id = c.resident_id where r.city_number = 'RC-1'"))
                .isEqualTo("2");
    }

    /** A plan in force has no process that could end it; a declared disaster must not open it either. */
    @Test
    void whoLeavesWithAPlanInForceIsInNoListAnyMoreAndWhatWasSharedComesBack() throws Exception {
        String row = "RC-2,去川 当人,サリカワ トウニン,S13.4.12,若草町二丁目6番13号,若草町,AOBA,\r\n";
        take(row);
        CaseFile file = cases.get(new CaseId(Long.parseLong(one("select case_id::text from roster.entry where city_number = 'RC-2'"))));
        plans.says(file, "creation", true);
        plans.says(file, "giving", true);
        plans.says(file, "sharing", true);
        plans.signed(file);
        plans.awaitState(file, Party.Kind.NEIGHBOURHOOD, "DELIVERED");
        Eventually.until(() -> cases.get(file.id()).state() == CaseState.IN_FORCE);
        new TransactionTemplate(transactions).executeWithoutResult(tx -> process.checkWay(file.id()));
        try (SharedPlans.Disaster disaster = plans.disasterIn("若草町")) {
            assertThat(neighbours()).contains(file.number().value());
            take(row.replace("AOBA,", "AOBA,死亡"));
            assertThat(cases.get(file.id()).state()).isEqualTo(CaseState.LEFT_ROSTER);
            assertThat(neighbours()).doesNotContain(file.number().value());
        }
        plans.awaitState(file, Party.Kind.NEIGHBOURHOOD, "RECALLED");
        assertThat(process.openSteps(file.id())).isEmpty();
        assertThat(jdbc.sql("select kind from casefile.event where case_id = ?").param(file.id().value()).query(String.class).list())
                .contains("roster-left", "case-ended").anyMatch(kind -> kind.startsWith("plan-recalled"));
    }

    private String neighbours() throws Exception {
        return mvc.perform(get("/neighbourhood").with(As.person("minsei1", "松本 和子", null, Role.WELFARE_COMMISSIONER)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    @Test
    void theRosterSpeaksTheFormsCodes() {
        assertThat(RosterSays.said(java.util.Map.of("careLevel", "要介護4", "bodyGrade", "2", "sex", "女", "intractable", "筋萎縮性側索硬化症")))
                .containsEntry("careLevel", "24").containsEntry("physicalGrade", "2").containsEntry("sex", "female")
                .containsEntry("reasons", java.util.List.of("careLevel", "physical", "intractable"));
    }
}
