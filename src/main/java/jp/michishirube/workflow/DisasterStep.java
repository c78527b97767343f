package jp.michishirube.workflow;

import jp.michishirube.safety.event.AskResidents;
import jp.michishirube.safety.event.CloseEvent;
import jp.michishirube.safety.event.RemindUnanswered;
import jp.michishirube.safety.help.TellSupporters;
import org.springframework.stereotype.Component;

/** The steps of {@code disaster-event.bpmn}. */
@Component("disaster")
public class DisasterStep {

    private final AskResidents ask;
    private final RemindUnanswered remind;
    private final CloseEvent close;
    private final TellSupporters supporters;

    DisasterStep(AskResidents ask, RemindUnanswered remind, CloseEvent close, TellSupporters supporters) {
        this.ask = ask;
        this.remind = remind;
        this.close = close;
        this.supporters = supporters;
    }

    public void ask(Long eventId) {
        ask.ask(eventId);
        supporters.begin(eventId);
    }

    /** @return as the engine's timers read it */
    public String nextAt(Long eventId) {
        return remind.nextAt(eventId).truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    public boolean reminds(Long eventId) {
        return remind.reminds(eventId);
    }

    public void remind(Long eventId) {
        remind.remind(eventId);
    }

    public void close(Long eventId) {
        close.close(eventId);
        supporters.close(eventId);
    }
}
