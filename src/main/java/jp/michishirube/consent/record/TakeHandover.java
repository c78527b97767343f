package jp.michishirube.consent.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.NewLife;
import jp.michishirube.casefile.RetryOnConflict;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.Hash;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.consent.rule.Sql;
import jp.michishirube.consent.rule.Standing;
import jp.michishirube.consent.rule.Standings;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes over a decision from the city OS. Repeated messages change nothing; late ones are kept in the history but do not overtake a
 * newer decision.
 */
@Component
public class TakeHandover {

    private final JdbcClient jdbc;
    private final HandoverCheck check;
    private final Records records;
    private final Standings standings;
    private final EndOfConsent end;
    private final Rules rules;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final ResumeWaitingCase resume;
    private final NewLife newLife;
    private final WhoAmI who;
    private final RetryOnConflict retry;
    private final Clock clock;
    private final ObjectMapper mapper;

    TakeHandover(JdbcClient jdbc, HandoverCheck check, Records records, Standings standings, EndOfConsent end, Rules rules,
            CaseFiles cases, Timeline timeline, ResumeWaitingCase resume, NewLife newLife, WhoAmI who, RetryOnConflict retry, Clock clock, ObjectMapper mapper) {
        this.jdbc = jdbc;
        this.check = check;
        this.records = records;
        this.standings = standings;
        this.end = end;
        this.rules = rules;
        this.cases = cases;
        this.timeline = timeline;
        this.resume = resume;
        this.newLife = newLife;
        this.who = who;
        this.retry = retry;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** @param repeated whether the message had been taken before */
    public record Taken(long recordId, boolean repeated) {}

    /**
     * @throws Problem {@code handover-invalid} (422) naming the fields; {@code handover-differs} (409) when the message id was used
     *                 for another message
     */
    public Taken take(Handover message) {
        return retry.call(() -> act(message));
    }

    private Taken act(Handover message) {
        HandoverCheck.Checked checked = check.check(message);
        standings.lock(checked.residentId());
        String hash = hash(message);
        var before = jdbc.sql("select record_id, body_sha256 from consent.handover where message_id = ?").param(message.messageId())
                .query((rs, n) -> new String[] {rs.getString(1), rs.getString(2)}).optional();
        if (before.isPresent()) {
            if (!before.get()[1].equals(hash)) {
                throw Problem.conflict("handover-differs");
            }
            return new Taken(Long.parseLong(before.get()[0]), true);
        }
        long record = append(message, checked);
        jdbc.sql("insert into consent.handover (message_id, body_sha256, record_id, received_at) values (?, ?, ?, ?)")
                .params(message.messageId(), hash, record, Sql.time(clock.instant())).update();
        return new Taken(record, false);
    }

    private long append(Handover message, HandoverCheck.Checked c) {
        CaseId caseId = cases.latestOf(c.residentId()).map(CaseFile::id).orElse(null);
        Person me = who.orProcess();
        EndOfConsent.Act act = new EndOfConsent.Act(c.residentId(), caseId, UUID.randomUUID(), message.eventTime(),
                new ConsentEvent.Giver(GivenBy.SELF, null, null, null, Channel.CITY_OS, null, null), null, message.messageId(),
                new ConsentEvent.Recorder(me.id(), me.name(), clock.instant()));
        boolean refused = DecisionCheck.undoesRefusal(standings.of(c.residentId()));
        long record = c.state() == EventType.WITHDRAWN ? end.of(act, c.purpose()) : decision(message, c, act);
        boolean counts = standings.find(c.residentId(), c.purpose()).filter(s -> s.recordId() == record).isPresent();
        if (counts && c.purpose() == Purpose.PLAN_MAKING && c.state() != EventType.GIVEN) {
            // Nobody there could choose to go on without linked data, so no plan is the answer that the law gives (49条の14).
            end.ofAll(act);
        } else if (counts && c.purpose() == Purpose.PLAN_MAKING && caseId != null && beginsAnew(cases.get(caseId), refused, message)) {
            newLife.begin(newLife.open(cases.get(caseId)));
        } else if (counts && caseId != null) {
            resume.from(caseId);
        }
        return record;
    }

    private boolean beginsAnew(CaseFile latest, boolean refused, Handover message) {
        return DecisionCheck.isOver(latest) && (refused ? newLife.possible(latest) : newLife.possible(latest, message.eventTime()));
    }

    private long decision(Handover message, HandoverCheck.Checked c, EndOfConsent.Act act) {
        Notice notice = c.notice();
        boolean given = c.state() == EventType.GIVEN;
        Standing before = standings.find(c.residentId(), c.purpose()).orElse(null);
        Set<Party.Kind> recipients = new ConsentGiven.Decided(notice.ref(), given, message.recipients()).recipientsFor(c.purpose(), notice);
        boolean narrows = before != null && before.state().allows() && !recipients.containsAll(before.recipients())
                && before.since().isBefore(message.eventTime());
        if (narrows && given && c.purpose() == Purpose.PLAN_MAKING) {
            end.toNarrow(act.withoutMessage());
        } else if (narrows) {
            end.of(act.withoutMessage(), c.purpose());
        }
        EventType type = given && before != null && before.state().allows() && !narrows ? EventType.RENEWED : c.state();
        long id = records.append(new ConsentEvent(0, act.act(), c.residentId(), act.caseId() == null ? null : act.caseId().value(),
                c.purpose(), type, message.eventTime(), given ? rules.policy().validUntil(c.purpose(), message.eventTime()) : null,
                notice.ref(), notice.sha256(), given ? notice.itemsFor(c.purpose()) : Set.of(), recipients, notice.terms().provider(),
                notice.terms().receiver(), notice.terms().readerGround().name(), act.giver(), null,
                before == null ? null : before.recordId(), null, message.messageId(), act.recorder()));
        if (act.caseId() != null) {
            timeline.append(act.caseId(), Words.kind(type, c.purpose()), java.util.Map.of("notice", notice.terms().title(), "version",
                    String.valueOf(notice.ref().version())));
            if (type == EventType.REFUSED && standings.find(c.residentId(), c.purpose()).filter(s -> s.recordId() == id).isPresent()) {
                end.ofOrdinance(act.caseId(), c.purpose(), before);
            }
        }
        return id;
    }

    private String hash(Handover message) {
        try {
            return Hash.sha256(mapper.writeValueAsBytes(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
