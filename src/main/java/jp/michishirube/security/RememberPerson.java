package jp.michishirube.security;

import jp.michishirube.organization.People;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Keeps name, roles, office and mail of whoever signs in, so that work can be handed to them and mail reaches them. */
@Component
class RememberPerson {

    private final People people;

    RememberPerson(People people) {
        this.people = people;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof OidcUser user) {
            people.remember(SignedIn.person(user.getSubject(), user.getClaims()), user.getEmail());
        }
    }
}
