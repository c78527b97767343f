package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.signing.SealPlan;
import jp.michishirube.signing.SealedDocuments;
import jp.michishirube.testing.ContentScan;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A withdrawal comes while something else has begun and not ended: it waits for it and takes away what that left. */
@ProductTest
class WithdrawalRaceTest {

    @Autowired private MockMvc mvc;
    @Autowired private Planted planted;
    @Autowired private CaseProcess process;
    @Autowired private SealPlan seal;
    @Autowired private SealedDocuments sealed;
    @Autowired private RuntimeService runtime;
    @Autowired private ManagementService jobs;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    @Test
    void aSealThatIsJustBeingPutOnIsTakenAwayAgain() throws Exception {
        Planted.Case it = planted.atReview();
        CaseFile file = it.file();
        transaction.executeWithoutResult(tx -> {
            planted.approve(file, 1);
            String instance = runtime.createProcessInstanceQuery().processDefinitionKey("evacuation-plan")
                    .processInstanceBusinessKey("case-" + file.id().value()).singleResult().getId();
            jobs.createJobQuery().processInstanceId(instance).activityId("SealApprovedPlan").list().forEach(j -> jobs.suspendJobById(j.getId()));
        });
        whileRunning(() -> seal.seal(file.id()), file);
        assertThat(sealed.latest(file.id())).isEmpty();
        assertThat(jdbc.sql("select count(*) from signing.sealed_document where case_id = ? and erased_at is not null and length(content) = 0")
                .param(file.id().value()).query(Integer.class).single()).as("its hash stays").isOne();
        assertThat(process.openSteps(file.id())).containsExactly(Step.REVISE_PLAN);
        assertThat(new ContentScan(jdbc).find(it.words(), Set.of())).isEmpty();
    }

    @Test
    void aPlanThatIsJustBeingHandedInIsRedactedAndComesBack() throws Exception {
        Planted.Case it = planted.atInterview();
        whileRunning(() -> planted.handIn(it.file(), Step.INTERVIEW_RESIDENT), it.file());
        assertThat(process.openSteps(it.file().id())).containsExactly(Step.REVISE_PLAN);
        assertThat(new ContentScan(jdbc).find(it.words(), Set.of())).isEmpty();
    }

    /** The act is done and not committed when the withdrawal comes. */
    private void whileRunning(Runnable act, CaseFile file) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(tx -> {
            act.run();
            done.countDown();
            await(go);
        }));
        running.whenComplete((nothing, failed) -> done.countDown());
        await(done);
        assertThat(running).as("holds the case").isNotDone();
        CompletableFuture<Void> withdrawal = CompletableFuture.runAsync(() -> {
            try {
                planted.withdraw(mvc, file, "CONTINUE");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() == 0 && !withdrawal.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(withdrawal).as("waits").isNotDone();
        go.countDown();
        List.of(running, withdrawal).forEach(f -> f.orTimeout(240, TimeUnit.SECONDS).join());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(240, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
