package jp.michishirube.notification;

import java.util.EnumSet;
import java.util.Set;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepDone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A notice that called to a piece of work has nothing more to say once that work is done, whoever did it. */
@Component
class ReadWhenDone {

    /** Of whatever step the case was at. */
    private static final Set<NoticeKind> ANY = EnumSet.of(NoticeKind.HANDED, NoticeKind.TAKEN_OVER, NoticeKind.DUE_SOON, NoticeKind.DUE_TODAY,
            NoticeKind.OVERDUE, NoticeKind.ESCALATED);

    private final Notices notices;
    private final CaseFiles cases;

    ReadWhenDone(Notices notices, CaseFiles cases) {
        this.notices = notices;
        this.cases = cases;
    }

    @EventListener
    void on(StepDone done) {
        Set<NoticeKind> kinds = callingTo(done.step());
        if (done.step() != Step.CHECK_WAY) {
            kinds.addAll(ANY);
        }
        notices.readOf(cases.get(done.caseId()).number(), kinds);
    }

    private static Set<NoticeKind> callingTo(Step step) {
        return switch (step) {
            case OBTAIN_CREATION_CONSENT -> EnumSet.of(NoticeKind.ASSIGNED);
            case INTERVIEW_RESIDENT -> EnumSet.of(NoticeKind.ASSIGNED, NoticeKind.RESTED);
            case CONFIRM_PLAN, REVIEW_PLAN -> EnumSet.of(NoticeKind.SUBMITTED);
            case REVISE_PLAN -> EnumSet.of(NoticeKind.RETURNED);
            case SIGN_PLAN -> EnumSet.of(NoticeKind.APPROVED);
            case OBTAIN_SHARING_CONSENT -> EnumSet.noneOf(NoticeKind.class);
            case CHECK_WAY -> EnumSet.of(NoticeKind.PLACE_CHANGED, NoticeKind.DANGER_SPOT);
            case DECIDE_RENEWAL -> EnumSet.of(NoticeKind.SUPPORTER_ENDED, NoticeKind.ADDRESS_CHANGED);
        };
    }
}
