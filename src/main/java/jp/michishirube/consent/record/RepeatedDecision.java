package jp.michishirube.consent.record;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Standings;
import jp.michishirube.door.PlainTime;
import org.springframework.stereotype.Component;

/**
 * The same decision brought twice: a program that got no answer asks again, a finger presses twice. It is one decision of the resident,
 * so it is one record.
 */
@Component
class RepeatedDecision {

    /** A page knows the day only; its second click comes at once. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Notices notices;
    private final Records records;
    private final Standings standings;
    private final Clock clock;

    RepeatedDecision(Notices notices, Records records, Standings standings, Clock clock) {
        this.notices = notices;
        this.records = records;
        this.standings = standings;
        this.clock = clock;
    }

    /** @return the records that stand already, in the order of the decisions; empty unless all of it stands just so */
    Optional<List<Long>> recordsOf(CaseFile file, ConsentGiven given) {
        List<Long> ids = new ArrayList<>();
        for (ConsentGiven.Decided decided : given.decisions()) {
            Notice notice = decided.given() == null ? null : notices.find(decided.notice()).orElse(null);
            for (Purpose purpose : notice == null ? List.<Purpose>of() : notice.terms().purposes()) {
                standings.find(file.resident().id(), purpose).flatMap(s -> records.find(s.recordId()))
                        .filter(before -> isSame(before, given, decided, notice, purpose)).ifPresentOrElse(b -> ids.add(b.id()), () -> ids.add(null));
            }
            if (notice == null) {
                return Optional.empty();
            }
        }
        return ids.isEmpty() || ids.contains(null) ? Optional.empty() : Optional.of(ids);
    }

    private boolean isSame(ConsentEvent before, ConsentGiven given, ConsentGiven.Decided decided, Notice notice, Purpose purpose) {
        ConsentEvent.Giver giver = new ConsentEvent.Giver(given.givenBy(), given.giverName(), given.relation(), given.giverGround(),
                given.channel(), given.witness(), given.explainedBy());
        boolean sameAnswer = decided.given() ? before.type().allows() : before.type() == EventType.REFUSED;
        return sameAnswer && decided.notice().equals(before.notice())
                && decided.recipientsFor(purpose, notice).equals(before.recipients()) && giver.equals(before.giver())
                && (given.scan() == null) == (before.scanId() == null) && isSameTime(before, given);
    }

    private boolean isSameTime(ConsentEvent before, ConsentGiven given) {
        if (given.decidedAt() == null || !PlainTime.is(given.decidedAt())) {
            return false;
        }
        if (given.decidedAt().truncatedTo(ChronoUnit.MICROS).equals(before.at())) {
            return true;
        }
        boolean sameDay = LocalDate.ofInstant(given.decidedAt(), Notices.JAPAN).equals(LocalDate.ofInstant(before.at(), Notices.JAPAN));
        return sameDay && Duration.between(before.recorder().at(), clock.instant()).compareTo(AT_ONCE) < 0;
    }
}
