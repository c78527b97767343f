package jp.michishirube.notification;

import jp.michishirube.casefile.CaseAssigned;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepHanded;
import jp.michishirube.casefile.StepOpened;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of work that comes to somebody without being handed over by a person: submitted plans, new cases, rests that are over. */
@Component
class TellOfWork {

    private final Notify notify;
    private final CaseFiles cases;
    private final CaseSteps steps;
    private final Timeline timeline;
    private final WhoAmI who;

    TellOfWork(Notify notify, CaseFiles cases, CaseSteps steps, Timeline timeline, WhoAmI who) {
        this.notify = notify;
        this.cases = cases;
        this.steps = steps;
        this.timeline = timeline;
        this.who = who;
    }

    @EventListener
    void on(StepOpened opened) {
        if (opened.step() == Step.REVIEW_PLAN || opened.step() == Step.CONFIRM_PLAN) {
            submitted(cases.get(opened.caseId()), opened);
        } else if (opened.step() == Step.INTERVIEW_RESIDENT && opened.assignee() != null && who.person().isEmpty() && rested(opened.caseId())) {
            notify.toPerson(opened.assignee(), NoticeKind.RESTED, cases.get(opened.caseId()).number());
        }
    }

    /** An interview also opens by itself once the linked facts are there: only one that rested is taken up again. */
    private boolean rested(CaseId caseId) {
        return timeline.of(caseId).stream().anyMatch(e -> e.kind().equals("interview-paused"));
    }

    /** Who had it before has it again; else all who may take it are told. */
    private void submitted(CaseFile file, StepOpened opened) {
        if (opened.assignee() != null) {
            notify.toPerson(opened.assignee(), NoticeKind.SUBMITTED, file.number());
            return;
        }
        for (Role role : steps.workers(opened.step())) {
            if (role.isOffice()) {
                notify.toLeaders(file.office(), NoticeKind.SUBMITTED, file.number());
            } else {
                notify.toWorkers(role, file, NoticeKind.SUBMITTED, null);
            }
        }
    }

    /** Who was given a step, and who lost one to a colleague. Whoever acts is not told of it. */
    @EventListener
    void on(StepHanded handed) {
        CaseNumber number = cases.get(handed.caseId()).number();
        notify.toPerson(handed.to(), NoticeKind.HANDED, number);
        if (handed.from() != null) {
            notify.toPerson(handed.from(), NoticeKind.TAKEN_OVER, number);
        }
    }

    @EventListener
    void on(CaseAssigned moved) {
        if (moved.office() != null) {
            notify.toLeaders(moved.office(), NoticeKind.ASSIGNED, cases.get(moved.caseId()).number());
        }
    }
}
