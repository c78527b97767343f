package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.review.ApprovePlan;
import jp.michishirube.review.Loop;
import jp.michishirube.signing.CitySeal;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;

/** The seal's certificate nears its end, ends, and is replaced: what people see, and that what waited goes on. */
@ProductTest
class SealCertificateEndTest {

    @Autowired MockMvc mvc;
    @Autowired ApplicationContext context;
    @Autowired CitySeal seal;
    @Autowired GoOnSealing goOn;
    @Autowired Loop loop;
    @Autowired ApprovePlan approve;
    @Autowired CaseProcess process;
    @Autowired ManagementService management;
    @Autowired People people;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void today() {
        daysBeforeTheEnd(3650);
    }

    @Test
    void processAdminsAreWarnedWeeksBeforeOnThePageAndByMailOnceAStage() throws Exception {
        people.remember(new Person("seal-admin", "吉田 管理", Set.of(Role.PROCESS_ADMIN), null, false), "seal-admin@example.jp");
        mvc.perform(get("/engine").with(As.admin1())).andExpect(content().string(not(containsString("期限が切れます"))));
        tell();
        assertThat(told()).isEmpty();

        daysBeforeTheEnd(45);
        tell();
        tell();
        assertThat(told()).containsExactly("SEAL_ENDING");
        mvc.perform(get("/engine").with(As.admin1())).andExpect(status().isOk()).andExpect(content().string(containsString("あと 45 日")));
        mvc.perform(get("/engine").param("lang", "en").with(As.admin1())).andExpect(content().string(containsString("in 45 days")));
        daysBeforeTheEnd(5);
        tell();
        daysBeforeTheEnd(-1);
        tell();
        tell();
        assertThat(told()).containsExactly("SEAL_ENDING", "SEAL_ENDING", "SEAL_ENDED");
        assertThat(jdbc.sql("select template from notification.mail where person_id = 'seal-admin' order by id").query(String.class).list())
                .containsExactly("SEAL_ENDING", "SEAL_ENDING", "SEAL_ENDED");
    }

    @Test
    void afterTheEndEverySealAndSignatureIsRefusedInAPlainSentenceAndGoesOnWithTheNextKey() throws Exception {
        CaseFile sealed = loop.atReview();
        loop.as("review1", () -> approve.approve(sealed, 1, null));
        Eventually.holds(() -> assertThat(process.openSteps(sealed.id())).containsExactly(Step.SIGN_PLAN));

        daysBeforeTheEnd(-3);
        mvc.perform(get("/cases/{n}/signature", sealed.number()).with(As.aoba2())).andExpect(content().string(containsString("いまは署名を記録できません")));
        mvc.perform(multipart("/cases/{n}/signature", sealed.number()).file(new MockMultipartFile("scan", "x.png", "image/png", png()))
                .param("version", "1").param("way", "paper").param("signer", "SELF").param("signedOn", "2026-01-05").with(As.aoba2()).with(csrf()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("が切れているため、封印も署名もできません")));
        mvc.perform(get("/engine").with(As.admin1())).andExpect(content().string(containsString("期限が切れました")));

        CaseFile waiting = loop.atReview();
        loop.as("review1", () -> approve.approve(waiting, 1, null));
        Eventually.holds(() -> assertThat(sealing(waiting).getExceptionMessage()).contains("seal-certificate-ended"));
        management.setJobRetries(sealing(waiting).getId(), 0);
        goOn.whatWaits();
        assertThat(sealing(waiting).getRetries()).as("the key is still of no use").isZero();

        today();
        goOn.whatWaits();
        Eventually.holds(() -> assertThat(process.openSteps(waiting.id())).containsExactly(Step.SIGN_PLAN));
    }

    private Job sealing(CaseFile file) {
        List<Job> jobs = management.createJobQuery().activityId("SealApprovedPlan").list();
        return jobs.stream().filter(j -> jdbc.sql("select count(*) from act_ru_execution where proc_inst_id_ = ? and business_key_ = ?")
                .params(j.getProcessInstanceId(), "case-" + file.id().value()).query(Integer.class).single() > 0).findFirst().orElseThrow();
    }

    private void tell() {
        ReflectionTestUtils.invokeMethod(context.getBean("jp.michishirube.signing.TellOfSealEnd"), "tell");
    }

    private List<String> told() {
        return jdbc.sql("select kind from notification.notice where person_id = 'seal-admin' order by id").query(String.class).list();
    }

    private void daysBeforeTheEnd(int days) {
        Clock real = context.getBean(Clock.class);
        Object keys = context.getBean("sealKeys");
        ReflectionTestUtils.setField(keys, "clock", real);
        long left = seal.state().daysLeft();
        if (days < 3650) {
            ReflectionTestUtils.setField(keys, "clock", Clock.offset(real, Duration.ofDays(left - days)));
        }
    }

    private static byte[] png() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(60, 40, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
