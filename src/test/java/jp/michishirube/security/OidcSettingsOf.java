package jp.michishirube.security;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

/** Settings as the product reads them, from their names below {@code michishirube.oidc}. */
final class OidcSettingsOf {

    private OidcSettingsOf() {}

    /** @param settings names and values in turn */
    static OidcSettings names(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("michishirube.oidc.client-id", "michishirube-web"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put("michishirube.oidc." + settings[i], settings[i + 1]);
        }
        Binder binder = new Binder(java.util.List.of(new MapConfigurationPropertySource(all)), null, ApplicationConversionService.getSharedInstance(), null);
        return binder.bindOrCreate("michishirube.oidc", Bindable.of(OidcSettings.class));
    }
}
