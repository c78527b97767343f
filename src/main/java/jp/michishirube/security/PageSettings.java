package jp.michishirube.security;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses outside our own origin that pages may post to; they load from none. */
@Component
class PageSettings {

    private final String issuer;

    PageSettings(@Value("${michishirube.oidc.issuer:}") String issuer) {
        this.issuer = issuer;
    }

    /** Signing out posts to us and is redirected to the provider, which the browser checks as a form's target too. */
    String issuerOrigin() {
        return origin(issuer);
    }

    private static String origin(String address) {
        if (address.isBlank()) {
            return "";
        }
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
