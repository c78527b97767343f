package jp.michishirube.safety.help;

import jp.michishirube.casefile.LeftAside;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.sharing.supporter.ReachSupporters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the supporters who agreed: that those whom they help are asked after, that one of them needs help, that it was a mistake. Called by
 * the process; telling twice tells once.
 */
@Component
public class TellSupporters {

    private final Events events;
    private final Asked asked;
    private final Helpers helpers;
    private final MayHelp may;
    private final ReachSupporters reach;
    private final HelperMessages messages;
    private final LeftAside leftAside;

    TellSupporters(Events events, Asked asked, Helpers helpers, MayHelp may, ReachSupporters reach, HelperMessages messages, LeftAside leftAside) {
        this.events = events;
        this.asked = asked;
        this.helpers = helpers;
        this.may = may;
        this.reach = reach;
        this.messages = messages;
        this.leftAside = leftAside;
    }

    /** Those of everybody in the event who is not well yet and whose supporters were not told. */
    @Transactional
    public void begin(long eventId) {
        DisasterEvent event = events.get(eventId);
        if (tells(event)) {
            asked.withSupporters(eventId).forEach(person -> one(event, person, "asked", "asked"));
        }
    }

    /** @param once by which of the resident's words it became known */
    void wanted(Asked.Person person, String once) {
        DisasterEvent event = events.get(person.eventId());
        if (tells(event)) {
            one(event, person, "wanted", once);
        }
    }

    /** Stops what has not left; those who were told that it began are told that it was a mistake. */
    @Transactional
    public void close(long eventId) {
        DisasterEvent event = events.get(eventId);
        messages.stop(event);
        if (event.corrected()) {
            helpers.ofEvent(eventId).forEach(helper -> asked.find(helper.askedId()).ifPresent(person -> leftAside.attempt(
                    person.leftAside("helper " + helper.id() + " mistake"), () -> messages.send(event, helper, helper.ofCorrection(), "mistake", "mistake"))));
        }
    }

    private static boolean tells(DisasterEvent event) {
        return event.isOpen() && event.mode() != Mode.TEST;
    }

    private void one(DisasterEvent event, Asked.Person person, String what, String once) {
        leftAside.attempt(person.leftAside("helpers " + once), () -> reach.of(person.residentId()).stream().filter(s -> may.may(person, s.supporterKey())).forEach(s -> {
            boolean first = helpers.put(person, s).isPresent();
            if (first || !what.equals("asked")) {
                helpers.of(person.id()).stream().filter(h -> h.contactId() == s.contactId()).forEach(h -> messages.send(event, h, h.holder(), what, once));
            }
        }));
    }
}
