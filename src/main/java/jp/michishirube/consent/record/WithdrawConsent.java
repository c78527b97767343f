package jp.michishirube.consent.record;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.RetryOnConflict;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.consent.rule.Signers;
import jp.michishirube.consent.rule.Standing;
import jp.michishirube.consent.rule.Standings;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Takes a consent back. It acts at once and in one transaction: whoever holds data on its ground hears {@link ConsentWithdrawn} before
 * it commits, and a case whose plan may not be made any more ends.
 */
@Component
public class WithdrawConsent {

    private final Records records;
    private final Standings standings;
    private final Notices notices;
    private final Rules rules;
    private final CaseFiles cases;
    private final EndOfConsent end;
    private final ResumeWaitingCase resume;
    private final WhoAmI who;
    private final RetryOnConflict retry;
    private final Clock clock;

    WithdrawConsent(Records records, Standings standings, Notices notices, Rules rules, CaseFiles cases, EndOfConsent end, ResumeWaitingCase resume,
            WhoAmI who, RetryOnConflict retry, Clock clock) {
        this.records = records;
        this.standings = standings;
        this.notices = notices;
        this.rules = rules;
        this.cases = cases;
        this.end = end;
        this.resume = resume;
        this.who = who;
        this.retry = retry;
        this.clock = clock;
    }

    /**
     * @param recordId the standing consent
     * @throws Problem {@code consent-not-found} (404); {@code consent-already-withdrawn}, {@code consent-not-standing} (409);
     *                 {@code consent-invalid} (422) when the person may not speak for the resident
     */
    public void withdraw(CaseId caseId, long recordId, Withdrawal withdrawal) {
        retry.run(() -> act(caseId, recordId, withdrawal));
    }

    private void act(CaseId caseId, long recordId, Withdrawal withdrawal) {
        long resident = cases.get(caseId).resident().id();
        standings.lock(resident);
        // A consent is the person's and not a case's: taken back on the page of an ended case, it ends what runs now.
        CaseFile file = cases.latestOf(resident).orElseThrow();
        ConsentEvent given = records.find(recordId).filter(r -> r.residentId() == file.resident().id())
                .orElseThrow(() -> Problem.notFound("consent-not-found"));
        Standing standing = standings.find(file.resident().id(), given.purpose()).orElseThrow();
        check(given, standing, withdrawal);
        Instant now = clock.instant();
        ConsentEvent.Giver giver = new ConsentEvent.Giver(withdrawal.givenBy(), withdrawal.name(), withdrawal.relation(), null,
                withdrawal.channel(), null, null);
        Person me = who.orProcess();
        EndOfConsent.Act act = new EndOfConsent.Act(file.resident().id(), file.id(), UUID.randomUUID(), now, giver, withdrawal.reason(),
                null, new ConsentEvent.Recorder(me.id(), me.name(), now));
        boolean nothingToGoOnWith = given.purpose() == Purpose.PLAN_MAKING && DecisionCheck.isOver(file);
        if (withdrawal.afterwards() == Withdrawal.Afterwards.END || nothingToGoOnWith) {
            end.ofAll(act);
        } else {
            if (given.purpose() == Purpose.PLAN_MAKING) {
                end.toNarrow(act);
                withoutLinkedData(given, standing, act);
            } else {
                end.of(act, given.purpose());
            }
            resume.from(file.id());
        }
    }

    private void check(ConsentEvent given, Standing standing, Withdrawal withdrawal) {
        if (standing.state() == EventType.WITHDRAWN && given.type().allows()) {
            throw Problem.conflict("consent-already-withdrawn");
        }
        if (standing.recordId() != given.id() || !standing.state().allows()) {
            throw Problem.conflict("consent-not-standing");
        }
        List<FieldProblem> wrong = new ArrayList<>();
        Signers.check(rules.policy(), withdrawal.givenBy(), withdrawal.name(), withdrawal.relation(), "-", wrong);
        if (withdrawal.afterwards() == null) {
            wrong.add(new FieldProblem("afterwards", "required"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("consent-invalid", wrong);
        }
    }

    /** The person goes on with the plan but without data of other holders: a narrower consent on the same text. */
    private void withoutLinkedData(ConsentEvent given, Standing standing, EndOfConsent.Act act) {
        Set<String> items = new TreeSet<>(standing.items());
        notices.find(given.notice()).ifPresent(n -> items.removeAll(n.terms().linkedItems()));
        records.append(new ConsentEvent(0, act.act(), act.residentId(), act.caseId().value(), Purpose.PLAN_MAKING, EventType.GIVEN,
                act.at(), standing.validUntil(), given.notice(), given.noticeHash(), items, standing.recipients(), given.provider(),
                given.receiver(), given.readerGround(), act.giver(), null, given.id(), null, null, act.recorder()));
        end.tell(act.caseId(), "consent-narrowed", Map.of());
    }
}
