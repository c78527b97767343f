package jp.michishirube.plan.interview;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.problem.Problem;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.ProductTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A day that no database holds is a wrong day, by whichever act it comes, and no fault of ours. */
@ProductTest
class BeyondAllCalendarsTest {

    @Autowired Loop loop;
    @Autowired ContactAttempts attempts;
    @Autowired EndInterview end;
    @Autowired SupporterAgreements agreements;

    @Test
    void aDayThatNoDatabaseHoldsIsRefused() {
        CaseFile file = loop.atInterview();
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> attempts.note(file.id(), LocalDate.MIN, ContactAttempt.Way.values()[0], ""),
                () -> end.record(file.id(), Outcome.PAUSED, "hospital", LocalDate.MAX, ""),
                () -> agreements.record(file.id(), "s0000000000000000", SupporterAnswer.AGREED, LocalDate.MIN, SupporterAgreements.How.toldToPeople()[0], null))) {
            assertThatThrownBy(() -> loop.as("aoba2", () -> call(act))).isInstanceOf(Problem.class);
        }
    }

    private static void call(ThrowingCallable act) {
        try {
            act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
