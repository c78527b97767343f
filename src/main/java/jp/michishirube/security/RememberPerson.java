package jp.michishirube.security;

import java.time.Clock;
import jp.michishirube.organization.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Keeps name, roles, office and mail of whoever signs in, so that work can be handed to them and mail reaches them. */
@Component
class RememberPerson {

    private static final Logger LOG = LoggerFactory.getLogger(RememberPerson.class);

    private final People people;
    private final Clock clock;

    RememberPerson(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInUser user) {
            remember(user.identity());
        }
    }

    /** The provider stands by the person's session no more; nor do we by tokens that were written before. */
    void forgotten(String id) {
        people.ended(id, clock.instant());
    }

    void remember(Identity identity) {
        people.remember(identity.person(), identity.mail());
        people.seen(identity.person().id(), clock.instant());
        identity.gaps().forEach(gap -> LOG.info("sign-in: {} at {}", gap.kind(), gap.place()));
    }
}
