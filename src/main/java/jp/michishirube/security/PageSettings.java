package jp.michishirube.security;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Addresses outside our own origin that pages may post to; they load from none. */
@Component
class PageSettings {

    private static final Pattern ORIGIN = Pattern.compile("(https?://[A-Za-z0-9.:\\[\\]-]+)(?:[/?#]|$)");

    private final OidcSettings settings;
    private final Provider provider;

    PageSettings(OidcSettings settings, Provider provider) {
        this.settings = settings;
        this.provider = provider;
    }

    /**
     * Origins of the provider, and no other. The form that signs out is posted there, and one posted after its session ended is led there, which
     * the browser checks too; where its sign-out is may differ from where its issuer is, and is known once it was asked.
     */
    String formTargets() {
        return origins(settings.issuer(), provider.signOut());
    }

    static String origins(String issuer, Optional<String> signOut) {
        return Stream.concat(Stream.of(issuer), signOut.stream()).map(PageSettings::origin).filter(origin -> !origin.isEmpty()).distinct()
                .collect(Collectors.joining(" "));
    }

    /** Nothing but a scheme and an authority becomes part of the policy, whatever a discovery document says. */
    private static String origin(String address) {
        Matcher parts = ORIGIN.matcher(address);
        return parts.lookingAt() ? parts.group(1) : "";
    }
}
