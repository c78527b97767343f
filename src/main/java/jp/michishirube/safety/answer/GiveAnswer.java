package jp.michishirube.safety.answer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.michishirube.door.PlainTime;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.sharing.channel.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes one answer in, whoever sends it. Late ones count as long as the event is open, and afterwards too where they tell of the time in
 * which it was: a list from paper is keyed in when there is power again.
 */
@Component
public class GiveAnswer {

    private final Events events;
    private final Answers answers;
    private final Outbox outbox;
    private final ApplicationEventPublisher publish;
    private final WhoAmI who;
    private final Clock clock;

    GiveAnswer(Events events, Answers answers, Outbox outbox, ApplicationEventPublisher publish, WhoAmI who, Clock clock) {
        this.events = events;
        this.answers = answers;
        this.outbox = outbox;
        this.publish = publish;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param repeated the same answer was here before: nothing has changed
     * @param present  what the person's answers say now
     */
    public record Taken(long id, boolean repeated, Present present) {}

    /**
     * @throws Problem {@code answer-invalid} (422) for a time that no clock has; {@code event-over} (409); {@code answer-id-reused} (409) where that id said something else before: of somebody else, in another voice, met or not, or
     *                 of another time. One without a time is of now, and the same whenever it is sent
     */
    @Transactional
    public Taken give(Asked.Person person, Given given) {
        DisasterEvent event = events.get(person.eventId());
        Instant now = clock.instant();
        Instant asOf = given.asOf() == null ? now : given.asOf();
        if (!PlainTime.is(asOf)) {
            throw Problem.invalid("answer-invalid", List.of(new FieldProblem("/asOf", "answer-time")));
        }
        if (!event.isOpen() && !asOf.isBefore(event.endedAt())) {
            throw Problem.conflict("event-over");
        }
        Said before = answers.lock(person.id());
        Person by = who.orProcess();
        // Before the event nobody was asked: a clock that is wrong by a day must not put a call for help behind everything else.
        Instant counted = asOf.isBefore(event.startedAt()) ? event.startedAt() : asOf;
        Answers.Put put = answers.put(person, given, counted, now, by);
        if (put.repeated() && !put.same()) {
            throw Problem.conflict("answer-id-reused");
        }
        Present present = answers.follow(person.id());
        if (!put.repeated() && given.said() != Said.NOT_MET) {
            person.passes().forEach(outbox::answered);
        }
        if (!put.repeated()) {
            publish.publishEvent(new Answered(person, before, present));
        }
        return new Taken(put.id(), put.repeated(), present);
    }
}
