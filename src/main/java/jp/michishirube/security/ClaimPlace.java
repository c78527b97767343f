package jp.michishirube.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a claim stands: {@code roles}, {@code realm_access.roles}, {@code access_token:realm_access.roles},
 * {@code https://example\.jp/roles}.
 *
 * @param written as the setting has it
 * @param sources in which order they are looked through; without a prefix the ID token, then userinfo
 * @param path    names from the outside in
 */
record ClaimPlace(String written, List<ClaimSource> sources, List<String> path) {

    /** How the settings are read (by Spring, hence public): dots part the names, {@code \.} is a dot of a name, a known source and a colon may stand before. */
    public static ClaimPlace of(String written) {
        String path = written.strip();
        List<ClaimSource> sources = List.of(ClaimSource.ID_TOKEN, ClaimSource.USERINFO);
        for (ClaimSource source : ClaimSource.values()) {
            String prefix = source.name().toLowerCase(Locale.ROOT) + ":";
            if (path.startsWith(prefix)) {
                sources = List.of(source);
                path = path.substring(prefix.length());
            }
        }
        List<String> names = new ArrayList<>();
        for (String name : path.split("(?<!\\\\)\\.", -1)) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("設定 michishirube.oidc.claims: 「" + written + "」は読めません。 / Setting michishirube.oidc.claims: \""
                        + written + "\" is no place of a claim.");
            }
            names.add(name.replace("\\.", "."));
        }
        return new ClaimPlace(written.strip(), sources, List.copyOf(names));
    }

    /** @return what stands there; empty where nothing does, also where the way leads through something that is no object */
    Optional<Object> in(Map<String, Object> claims) {
        Object at = claims;
        for (String name : path) {
            at = at instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return Optional.ofNullable(at);
    }

    @Override
    public String toString() {
        return written;
    }
}
