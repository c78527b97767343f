package jp.michishirube.safety.board;

import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.answer.Given;
import jp.michishirube.safety.answer.GiveAnswer;
import jp.michishirube.safety.answer.Present;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.answer.Voice;
import jp.michishirube.safety.event.Asked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A team tells what it found: the visit or call is done, and its result is an answer of the city's staff. Told twice it is told once. */
@Component
class FinishErrand {

    private final Errands errands;
    private final Asked asked;
    private final GiveAnswer give;
    private final WhoAmI who;

    FinishErrand(Errands errands, Asked asked, GiveAnswer give, WhoAmI who) {
        this.errands = errands;
        this.asked = asked;
        this.give = give;
        this.who = who;
    }

    /** @throws Problem {@code errand-done} (409); {@code asked-not-found} (404) */
    @Transactional
    public Present finish(Errand errand, Said said) {
        Person me = who.acting(Role.REVIEWER, Role.ROSTER_MANAGER);
        Asked.Person person = asked.find(errand.askedId()).orElseThrow(() -> Problem.notFound("asked-not-found"));
        if (!errands.done(errand, said.name(), me)) {
            throw Problem.conflict("errand-done");
        }
        return give.give(person, new Given("person " + me.id(), "errand " + errand.id(), said, Voice.STAFF, Given.Channel.BOARD, errand.kind() == Errand.Kind.VISIT && said != Said.NOT_MET,
                null)).present();
    }
}
