package jp.michishirube.safety.help;

import java.time.Clock;
import java.time.Instant;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.answer.Given;
import jp.michishirube.safety.answer.GiveAnswer;
import jp.michishirube.safety.answer.Present;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.answer.UndoAnswer;
import jp.michishirube.safety.answer.Voice;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.SafetyPolicy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a supporter does: goes, comes back, tells what was found. Asked of consent and agreement each time. */
@Component
class HelperActs {

    private final Helpers helpers;
    private final Asked asked;
    private final Events events;
    private final MayHelp may;
    private final GiveAnswer give;
    private final UndoAnswer undo;
    private final SafetyPolicy policy;
    private final Clock clock;

    HelperActs(Helpers helpers, Asked asked, Events events, MayHelp may, GiveAnswer give, UndoAnswer undo, Municipality municipality, Clock clock) {
        this.helpers = helpers;
        this.asked = asked;
        this.events = events;
        this.may = may;
        this.give = give;
        this.undo = undo;
        this.policy = municipality.section("safety", SafetyPolicy.class);
        this.clock = clock;
    }

    /** @throws Problem {@code asked-not-found} (404) for whom this supporter may not help, or not any more */
    Asked.Person person(Helper helper) {
        return asked.find(helper.askedId()).filter(p -> may.may(p, helper.supporterKey())).orElseThrow(() -> Problem.notFound("asked-not-found"));
    }

    /**
     * @return until when the claim stands
     * @throws Problem {@code event-over} (409)
     */
    @Transactional
    Instant go(Helper helper) {
        person(helper);
        if (!events.get(helper.eventId()).isOpen()) {
            throw Problem.conflict("event-over");
        }
        Instant until = clock.instant().plus(policy.going());
        helpers.go(helper, until);
        return until;
    }

    @Transactional
    void back(Helper helper) {
        helpers.back(helper);
    }

    /**
     * Whoever tells what was found is not under way any more.
     *
     * @param met the supporter has met the person
     * @param at  null for now
     * @throws Problem {@code event-over} (409)
     */
    @Transactional
    Present tell(Helper helper, Said said, boolean met, Given.Channel channel, String id, Instant at) {
        Asked.Person person = person(helper);
        Present present = give.give(person, new Given(helper.sender(), id, said, Voice.SUPPORTER, channel, met, at)).present();
        helpers.back(helper);
        return present;
    }

    @Transactional
    void undo(Helper helper) {
        undo.undo(person(helper), helper.sender());
    }
}
