package jp.michishirube.review;

import java.time.Clock;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office says what became of a remark while it revises the plan. A later answer replaces an earlier one; both stay readable. */
@Component
public class AnswerRemark {

    private final OpenRemark open;
    private final Remarks remarks;
    private final CaseProcess process;
    private final Timeline timeline;
    private final WhoAmI who;
    private final Clock clock;

    AnswerRemark(OpenRemark open, Remarks remarks, CaseProcess process, Timeline timeline, WhoAmI who, Clock clock) {
        this.open = open;
        this.remarks = remarks;
        this.process = process;
        this.timeline = timeline;
        this.who = who;
        this.clock = clock;
    }

    /**
     * The field was changed.
     *
     * @param text how; may be null
     */
    @Transactional
    public void changed(CaseFile file, long remarkId, String text) {
        answer(file, remarkId, ThreadEntry.Kind.CHANGED, Notes.of(text));
    }

    /**
     * The field stays as it is.
     *
     * @throws Problem {@code remark-invalid} (422) without a reason
     */
    @Transactional
    public void kept(CaseFile file, long remarkId, String reason) {
        answer(file, remarkId, ThreadEntry.Kind.KEPT, Notes.required("reason", reason));
    }

    /** @throws Problem {@code remark-not-found} (404), {@code remark-closed}, {@code not-in-revision} (409) */
    void answer(CaseFile file, long remarkId, ThreadEntry.Kind kind, String text) {
        Remark remark = open.get(file.id(), remarkId);
        if (!process.openSteps(file.id()).contains(Step.REVISE_PLAN)) {
            throw Problem.conflict("not-in-revision");
        }
        remarks.append(remarkId, kind, text, who.me(), false, clock.instant());
        timeline.append(file.id(), remark.event(kind), Map.of("version", "" + remark.version()));
    }
}
