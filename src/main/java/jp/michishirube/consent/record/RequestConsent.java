package jp.michishirube.consent.record;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a person was handed the paper to decide on. Asking is not answering: what stands goes on standing. */
@Component
public class RequestConsent {

    private final Records records;
    private final Timeline timeline;
    private final WhoAmI who;
    private final Clock clock;

    RequestConsent(Records records, Timeline timeline, WhoAmI who, Clock clock) {
        this.records = records;
        this.timeline = timeline;
        this.who = who;
        this.clock = clock;
    }

    @Transactional
    public void request(CaseFile file, Notice notice) {
        Person me = who.orProcess();
        UUID act = UUID.randomUUID();
        for (Purpose purpose : notice.terms().purposes()) {
            records.append(new ConsentEvent(0, act, file.resident().id(), file.id().value(), purpose, EventType.REQUESTED, clock.instant(), null,
                    notice.ref(), notice.sha256(), Set.of(), Set.of(), notice.terms().provider(), notice.terms().receiver(),
                    notice.terms().readerGround().name(), null, null, null, null, null,
                    new ConsentEvent.Recorder(me.id(), me.name(), clock.instant())));
            timeline.append(file.id(), Words.kind(EventType.REQUESTED, purpose), Map.of("notice", notice.terms().title(), "version",
                    String.valueOf(notice.ref().version())));
        }
    }
}
