package jp.michishirube.web;

import jp.michishirube.organization.WhoAmI;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For a page that outlived its session: after sign-in in another tab it learns the new token, and whether it is the same person. */
@RestController
@PreAuthorize("isAuthenticated()")
class StillSignedIn {

    private final WhoAmI who;

    StillSignedIn(WhoAmI who) {
        this.who = who;
    }

    /** @param value the token that a form sends as {@code _csrf} */
    record Token(String value, String person) {}

    @GetMapping("/signed-in")
    Token token(CsrfToken token) {
        return new Token(token.getToken(), who.me().id());
    }
}
