package jp.michishirube.consent.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.consent.rule.Standing;
import jp.michishirube.consent.rule.Standings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows when a consent ends by the person's will, whichever way the word came. */
@Component
class EndOfConsent {

    private static final List<Purpose> OF_THE_PLAN = List.of(Purpose.PEACETIME_SHARING, Purpose.PLAN_GIVING, Purpose.PLAN_MAKING);

    private final Records records;
    private final Standings standings;
    private final Rules rules;
    private final CaseFiles cases;
    private final CaseProcess process;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    EndOfConsent(Records records, Standings standings, Rules rules, CaseFiles cases, CaseProcess process,
            Timeline timeline, ApplicationEventPublisher events) {
        this.records = records;
        this.standings = standings;
        this.rules = rules;
        this.cases = cases;
        this.process = process;
        this.timeline = timeline;
        this.events = events;
    }

    /** @param caseId null when the resident has no case yet */
    record Act(long residentId, CaseId caseId, UUID act, Instant at, ConsentEvent.Giver giver, String reason, String messageId,
            ConsentEvent.Recorder recorder) {

        Act withoutMessage() {
            return new Act(residentId, caseId, act, at, giver, reason, null, recorder);
        }
    }

    /** Ends every consent of the plan, since a plan that may not be made may not be given either, and stops the running case. */
    void ofAll(Act act) {
        Map<Purpose, Standing> standing = standings.of(act.residentId());
        OF_THE_PLAN.stream().filter(p -> stands(p, standing.get(p))).forEach(p -> of(act, p));
        stop(act.caseId());
    }

    /** A no where an ordinance had shared until now: what went out on that ground goes back at once. */
    void ofOrdinance(CaseId caseId, Purpose purpose, Standing before) {
        if (stands(purpose, before)) {
            events.publishEvent(new ConsentWithdrawn(caseId, purpose));
        }
    }

    /** Where an ordinance shares unless the person refuses, wanting no plan at all is that refusal. */
    private boolean stands(Purpose purpose, Standing standing) {
        return standing != null && standing.state().allows()
                || rules.policy().ordinanceReaches(purpose) && (standing == null || !standing.isRefusal());
    }

    /** A plan in force ends too: without the consent to its making there is none, not even for a declared disaster (49条の14). */
    void stop(CaseId caseId) {
        if (caseId != null) {
            process.stop(caseId, CaseProcess.StopReason.CONSENT_WITHDRAWN);
        }
    }

    /** @return the record; it counts only if no newer decision stands */
    long of(Act act, Purpose purpose) {
        return of(act, purpose, act.caseId() == null ? null : new ConsentWithdrawn(act.caseId(), purpose));
    }

    /** Ends the standing consent to the making in favour of a narrower one that the caller records next. */
    void toNarrow(Act act) {
        of(act, Purpose.PLAN_MAKING, new LinkageWithdrawn(act.caseId()));
    }

    private long of(Act act, Purpose purpose, Object follows) {
        if (act.caseId() != null) {
            cases.hold(act.caseId());
        }
        Standing before = standings.find(act.residentId(), purpose).orElse(null);
        long id = records.append(new ConsentEvent(0, act.act(), act.residentId(), act.caseId() == null ? null : act.caseId().value(),
                purpose, EventType.WITHDRAWN, act.at(), null, null, null, Set.of(), Set.of(), null, null, null, act.giver(), null,
                before == null ? null : before.recordId(), act.reason(), act.messageId(), act.recorder()));
        boolean ended = stands(purpose, before)
                && standings.find(act.residentId(), purpose).filter(s -> s.recordId() == id).isPresent();
        if (ended && act.caseId() != null) {
            tell(act.caseId(), Words.kind(EventType.WITHDRAWN, purpose), Map.of());
            events.publishEvent(follows);
        }
        return id;
    }

    void tell(CaseId caseId, String kind, Map<String, String> details) {
        timeline.append(caseId, kind, details);
    }
}
