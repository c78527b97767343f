package jp.michishirube.security;

import java.util.Optional;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person of the browser session or the caller of the API, as read when the provider's token came. Whatever else there may be is nobody. */
@Component
class SignedIn implements WhoAmI {

    @Override
    public Optional<Person> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        if (authentication instanceof ApiCaller caller) {
            return Optional.of(caller.person());
        }
        return authentication.getPrincipal() instanceof SignedInUser user ? Optional.of(user.person()) : Optional.empty();
    }
}
