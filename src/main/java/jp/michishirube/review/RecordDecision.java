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
import jp.michishirube.plan.versions.Submission;
import org.springframework.stereotype.Component;

/** What return and approval have in common: the decision on a submission, once, told in the case's history and to its author. */
@Component
class RecordDecision {

    private final Rounds rounds;
    private final CaseProcess process;
    private final Timeline timeline;
    private final TellAuthor author;
    private final WhoAmI who;
    private final Clock clock;

    RecordDecision(Rounds rounds, CaseProcess process, Timeline timeline, TellAuthor author, WhoAmI who, Clock clock) {
        this.rounds = rounds;
        this.process = process;
        this.timeline = timeline;
        this.author = author;
        this.who = who;
        this.clock = clock;
    }

    /** @throws jp.michishirube.problem.Problem {@code already-decided} (409) */
    void note(CaseFile file, int version, Round.Decision decision, String note, boolean opensAll) {
        Person me = who.me();
        rounds.decide(file.id(), new Round(version, decision, Notes.of(note), opensAll, me.id(), me.name(), clock.instant()));
    }

    /** @throws jp.michishirube.problem.Problem {@code stale-step} (409) when the step is over */
    void goOn(CaseFile file, Submission submission, Step step, Outcome outcome, String event, Map<String, String> details, NoticeKind notice) {
        timeline.append(file.id(), event, details);
        process.finish(file.id(), step, outcome);
        author.tell(file, submission, notice);
    }
}
