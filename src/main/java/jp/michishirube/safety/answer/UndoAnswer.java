package jp.michishirube.safety.answer;

import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Asked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody takes back an entry of the own: it is struck through, and what it hid stands again. */
@Component
public class UndoAnswer {

    private final Answers answers;
    private final ApplicationEventPublisher publish;
    private final WhoAmI who;

    UndoAnswer(Answers answers, ApplicationEventPublisher publish, WhoAmI who) {
        this.answers = answers;
        this.publish = publish;
        this.who = who;
    }

    /**
     * The newest entry of that sender about the person.
     *
     * @throws Problem {@code nothing-to-undo} (409)
     */
    @Transactional
    public Present undo(Asked.Person person, String sender) {
        Said before = answers.lock(person.id());
        if (!answers.undo(person.id(), sender, who.orProcess())) {
            throw Problem.conflict("nothing-to-undo");
        }
        Present present = answers.follow(person.id());
        publish.publishEvent(new Answered(person, before, present));
        return present;
    }
}
