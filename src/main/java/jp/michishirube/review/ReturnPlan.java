package jp.michishirube.review;

import java.time.Clock;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.Submission;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 差戻し: gives the plan back to its office with remarks. */
@Component
public class ReturnPlan {

    private final LatestVersion latest;
    private final Rounds rounds;
    private final Remarks remarks;
    private final CaseProcess process;
    private final Timeline timeline;
    private final TellAuthor author;
    private final WhoAmI who;
    private final Clock clock;

    ReturnPlan(LatestVersion latest, Rounds rounds, Remarks remarks, CaseProcess process, Timeline timeline, TellAuthor author,
            WhoAmI who, Clock clock) {
        this.latest = latest;
        this.rounds = rounds;
        this.remarks = remarks;
        this.process = process;
        this.timeline = timeline;
        this.author = author;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param step     {@link Step#REVIEW_PLAN}, or {@link Step#CONFIRM_PLAN} for a 民生委員 who cannot confirm
     * @param version  the submission the reviewer looked at
     * @param note     general note, apart from the remarks; may be null
     * @param opensAll lets the office change every field; else only the remarked ones
     * @throws Problem {@code return-needs-remark} (400); {@code version-not-latest}, {@code already-decided}, {@code stale-step} (409)
     */
    @Transactional
    public void returnPlan(CaseFile file, Step step, int version, String note, boolean opensAll) {
        Submission submission = latest.of(file.id(), version);
        Person me = who.me();
        rounds.decide(file.id(), new Round(version, Round.Decision.RETURNED, Notes.of(note), opensAll, me.id(), me.name(), clock.instant()));
        long count = remarks.written(file.id(), version);
        if (count == 0) {
            throw Problem.badRequest("return-needs-remark");
        }
        timeline.append(file.id(), "plan-returned", Map.of("version", "" + version, "remarks", "" + count));
        process.finish(file.id(), step, Outcome.RETURNED);
        author.tell(file, submission, NoticeKind.RETURNED);
    }
}
