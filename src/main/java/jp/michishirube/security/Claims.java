package jp.michishirube.security;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the provider said about one caller, by source. Read by {@link ClaimPlace}s only; nothing in here is cast. */
final class Claims {

    private final Map<ClaimSource, Map<String, Object>> bySource = new EnumMap<>(ClaimSource.class);

    /** At sign-in; a source that was not there is empty. */
    static Claims ofSignIn(Map<String, Object> idToken, Map<String, Object> userInfo, Map<String, Object> accessToken) {
        Claims claims = new Claims();
        claims.bySource.put(ClaimSource.ID_TOKEN, idToken);
        claims.bySource.put(ClaimSource.USERINFO, userInfo);
        claims.bySource.put(ClaimSource.ACCESS_TOKEN, accessToken);
        return claims;
    }

    /** At the API there is one token only: it stands for each source. */
    static Claims ofToken(Map<String, Object> token) {
        return ofSignIn(token, token, token);
    }

    /** @return what stands at the first of these places that is there */
    Optional<Object> at(List<ClaimPlace> places) {
        return places.stream().flatMap(place -> place.sources().stream().map(source -> place.in(bySource.get(source)))).flatMap(Optional::stream).findFirst();
    }

    /** How the person signed in: said by the ID token and by nothing else. */
    Optional<Object> ofIdToken(String name) {
        return Optional.ofNullable(bySource.get(ClaimSource.ID_TOKEN).get(name));
    }
}
