package jp.michishirube.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepOpened;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.interview.SubmissionChecks;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.plan.form.Answers;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * No remark stays without an answer: a field that was left as it is needs a reason before the plan goes back, one that was changed
 * is marked so by itself.
 */
@Component
class UnansweredRemarks implements SubmissionChecks {

    private final Remarks remarks;
    private final Submissions submissions;
    private final MessageSource texts;
    private final WhoAmI who;
    private final Clock clock;

    UnansweredRemarks(Remarks remarks, Submissions submissions, MessageSource texts, WhoAmI who, Clock clock) {
        this.remarks = remarks;
        this.submissions = submissions;
        this.texts = texts;
        this.who = who;
        this.clock = clock;
    }

    @Override
    public List<CheckFinding> of(CaseId caseId, ObjectNode answers) {
        return open(caseId).stream().filter(r -> !changed(caseId, r, answers))
                .map(r -> new CheckFinding(r.pointer(), Severity.BLOCKS, "remark-unanswered",
                        texts.getMessage("check.remark-unanswered", null, LocaleContextHolder.getLocale())))
                .toList();
    }

    /** The plan comes back to be checked: what was changed without a word is an answer too. */
    @EventListener
    @Order(0)
    void on(StepOpened opened) {
        if (opened.step() != Step.REVIEW_PLAN && opened.step() != Step.CONFIRM_PLAN) {
            return;
        }
        List<Remark> open = open(opened.caseId());
        if (open.isEmpty()) {
            return;
        }
        ObjectNode now = submissions.latest(opened.caseId()).orElseThrow().answers();
        open.stream().filter(r -> changed(opened.caseId(), r, now))
                .forEach(r -> remarks.append(r.id(), ThreadEntry.Kind.CHANGED, null, who.orProcess(), false, clock.instant()));
    }

    private List<Remark> open(CaseId caseId) {
        return remarks.sentOf(caseId).stream().filter(r -> r.state() == RemarkState.OPEN).toList();
    }

    private boolean changed(CaseId caseId, Remark remark, ObjectNode now) {
        ObjectNode then = submissions.version(caseId, remark.version()).map(Submission::answers).orElse(null);
        return !Objects.equals(Answers.get(then, remark.pointer()), Answers.get(now, remark.pointer()));
    }
}
