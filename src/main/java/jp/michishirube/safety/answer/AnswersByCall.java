package jp.michishirube.safety.answer;

import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.CallAgain;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.telephone.CallResults;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys 1 to 4 of a call are the four answers; any other way in which it ends is kept, and called again where that may help. */
@Component
class AnswersByCall implements CallResults {

    private final Asked asked;
    private final Events events;
    private final GiveAnswer give;
    private final CallAgain again;
    private final ThankWords words;

    AnswersByCall(Asked asked, Events events, GiveAnswer give, CallAgain again, ThankWords words) {
        this.asked = asked;
        this.events = events;
        this.give = give;
        this.again = again;
        this.words = words;
    }

    @Override
    public Holder.Kind of() {
        return Holder.Kind.ASKED;
    }

    /** Whoever is protected meanwhile is told nothing; so is somebody who hears a correction, which asks nothing. */
    @Override
    @Transactional
    public String told(Told told) {
        return told.to().key().matches("\\d{1,18}") ? asked.find(Long.parseLong(told.to().key())).map(person -> heard(person, told)).orElse("") : "";
    }

    private String heard(Asked.Person person, Told told) {
        DisasterEvent event = events.get(person.eventId());
        Said said = Said.ofKey(told.key());
        if (told.result() != Result.KEY || said == null) {
            again.after(person, told);
            return told.result() == Result.KEY ? words.of("safety.call.wrong-key", event, told.language()) : "";
        }
        if (!event.isOpen() && !told.at().isBefore(event.endedAt())) {
            return words.over(event, told.language());
        }
        again.after(person, told);
        // by its time too: who presses help, safe and help again asks for help
        give.give(person, new Given(Given.senderOf(person.id()), "call " + told.reference() + " " + told.key() + " " + told.at(), said, Voice.SELF, Given.Channel.VOICE, true, told.at()));
        return words.taken(event, said, told.language());
    }
}
