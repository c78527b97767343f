package jp.michishirube.consent.record;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.NewLife;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.consent.rule.Standing;
import jp.michishirube.consent.rule.Standings;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what a resident, or who may sign for the resident, decided; and lets the case go on where it waited for that. */
@Component
public class RecordConsent {

    private final Records records;
    private final Standings standings;
    private final DecisionCheck check;
    private final RepeatedDecision repeated;
    private final Scans scans;
    private final EndOfConsent end;
    private final Rules rules;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final ResumeWaitingCase resume;
    private final NewLife newLife;
    private final WhoAmI who;
    private final Clock clock;

    RecordConsent(Records records, Standings standings, DecisionCheck check, RepeatedDecision repeated, Scans scans, EndOfConsent end, Rules rules, CaseFiles cases,
            Timeline timeline, ResumeWaitingCase resume, NewLife newLife, WhoAmI who, Clock clock) {
        this.records = records;
        this.standings = standings;
        this.check = check;
        this.repeated = repeated;
        this.scans = scans;
        this.end = end;
        this.rules = rules;
        this.cases = cases;
        this.timeline = timeline;
        this.resume = resume;
        this.newLife = newLife;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param caseNumber the case that goes on with it
     * @param ids        the records, one per purpose; a combined notice makes two. The same decision brought again makes none: it gets
     *                   the first's
     */
    public record Recorded(CaseNumber caseNumber, List<Long> ids) {}

    /**
     * After a case that ended because the person wanted no plan, a yes to its making opens a new case and is recorded there.
     *
     * @throws jp.michishirube.problem.Problem {@code consent-invalid} (422) naming each field: decided in the future, by someone who
     *         may not sign, on an unknown notice …; {@code scan-too-large} (413); {@code case-ended}, {@code case-ended-without-yes}, {@code newer-decision},
     *         {@code withdraw-first} (409). Then nothing is recorded
     */
    @Transactional
    public Recorded record(CaseId caseId, ConsentGiven given) {
        standings.lock(cases.get(caseId).resident().id());
        CaseFile asked = cases.get(caseId);
        Optional<List<Long>> already = repeated.recordsOf(asked, given);
        if (already.isPresent()) {
            return new Recorded(cases.latestOf(asked.resident().id()).orElse(asked).number(), already.get());
        }
        List<Notice> notices = check.check(asked, given, standings.of(asked.resident().id()));
        boolean anew = DecisionCheck.isOver(asked);
        CaseFile file = anew ? newLife.open(asked) : asked;
        Long scan = given.scan() == null ? null : scans.keep(file.id(), given.scan());
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            UUID act = UUID.randomUUID();
            for (Purpose purpose : notices.get(i).terms().purposes()) {
                ids.add(append(file, given, given.decisions().get(i), notices.get(i), purpose, act, scan));
            }
        }
        if (anew) {
            newLife.begin(file);
        } else {
            resume.from(caseId);
        }
        return new Recorded(file.number(), ids);
    }

    private long append(CaseFile file, ConsentGiven given, ConsentGiven.Decided decided, Notice notice, Purpose purpose, UUID act,
            Long scan) {
        Standing before = standings.find(file.resident().id(), purpose).orElse(null);
        EventType type = !decided.given() ? EventType.REFUSED
                : before != null && (before.state().allows() || before.state() == EventType.EXPIRED) ? EventType.RENEWED
                : EventType.GIVEN;
        Person me = who.orProcess();
        ConsentEvent.Giver giver = new ConsentEvent.Giver(given.givenBy(), given.giverName(), given.relation(), given.giverGround(),
                given.channel(), given.witness(), given.explainedBy());
        Set<Party.Kind> recipients = decided.recipientsFor(purpose, notice);
        long id = records.append(new ConsentEvent(0, act, file.resident().id(), file.id().value(), purpose, type, given.decidedAt(),
                decided.given() ? rules.policy().validUntil(purpose, given.decidedAt()) : null, notice.ref(), notice.sha256(),
                decided.given() ? notice.itemsFor(purpose) : Set.of(), recipients, notice.terms().provider(), notice.terms().receiver(),
                notice.terms().readerGround().name(), giver, scan, before == null ? null : before.recordId(), null, null,
                new ConsentEvent.Recorder(me.id(), me.name(), now())));
        timeline.append(file.id(), Words.kind(type, purpose), Map.of("notice", notice.terms().title(),
                "version", String.valueOf(notice.ref().version())));
        if (type == EventType.REFUSED) {
            end.ofOrdinance(file.id(), purpose, before);
        }
        return id;
    }

    private Instant now() {
        return clock.instant();
    }
}
