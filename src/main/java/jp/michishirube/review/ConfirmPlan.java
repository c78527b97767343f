package jp.michishirube.review;

import java.time.Clock;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.WhoAmI;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 民生委員の確認, where the municipality's steps ask for it between submission and the city's review. */
@Component
public class ConfirmPlan {

    private final LatestVersion latest;
    private final Rounds rounds;
    private final CaseProcess process;
    private final Timeline timeline;
    private final WhoAmI who;
    private final Clock clock;

    ConfirmPlan(LatestVersion latest, Rounds rounds, CaseProcess process, Timeline timeline, WhoAmI who, Clock clock) {
        this.latest = latest;
        this.rounds = rounds;
        this.process = process;
        this.timeline = timeline;
        this.who = who;
        this.clock = clock;
    }

    /** @param note what the reviewer should know; may be null */
    @Transactional
    public void confirm(CaseFile file, int version, String note) {
        latest.undecided(file.id(), version);
        rounds.confirm(file.id(), version, Notes.of(note), who.me(), clock.instant());
        timeline.append(file.id(), "plan-confirmed", Map.of("version", "" + version));
        process.finish(file.id(), Step.CONFIRM_PLAN, Outcome.CONFIRMED);
    }
}
