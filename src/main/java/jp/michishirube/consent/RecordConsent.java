package jp.michishirube.consent;

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
import jp.michishirube.casefile.Timeline;
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
    private final GoOn goOn;
    private final WhoAmI who;
    private final Clock clock;

    RecordConsent(Records records, Standings standings, DecisionCheck check, RepeatedDecision repeated, Scans scans, EndOfConsent end, Rules rules, CaseFiles cases,
            Timeline timeline, GoOn goOn, WhoAmI who, Clock clock) {
        this.records = records;
        this.standings = standings;
        this.check = check;
        this.repeated = repeated;
        this.scans = scans;
        this.end = end;
        this.rules = rules;
        this.cases = cases;
        this.timeline = timeline;
        this.goOn = goOn;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @return the records, one per purpose; a combined notice makes two. The same decision brought again makes none: it gets the first's
     * @throws jp.michishirube.problem.Problem {@code consent-invalid} (422) naming each field: decided in the future, by someone who
     *         may not sign, on an unknown notice …; {@code scan-too-large} (413); {@code case-ended}, {@code newer-decision},
     *         {@code withdraw-first} (409). Then nothing is recorded
     */
    @Transactional
    public List<Long> record(CaseId caseId, ConsentGiven given) {
        CaseFile file = cases.get(caseId);
        standings.lock(file.resident().id());
        Optional<List<Long>> already = repeated.recordsOf(file, given);
        if (already.isPresent()) {
            return already.get();
        }
        List<Notice> notices = check.check(file, given, standings.of(file.resident().id()));
        Long scan = given.scan() == null ? null : scans.keep(caseId, given.scan());
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            UUID act = UUID.randomUUID();
            for (Purpose purpose : notices.get(i).terms().purposes()) {
                ids.add(append(file, given, given.decisions().get(i), notices.get(i), purpose, act, scan));
            }
        }
        goOn.from(caseId);
        return ids;
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
