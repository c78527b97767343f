package jp.michishirube.security;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.michishirube.organization.Person;

/** The name to show: family name first, and never the provider's own number of a person. */
final class PersonName {

    private static final Pattern NUMBER = Pattern.compile("[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}|[0-9a-fA-F]{16,}|[0-9]+");

    private final ClaimPlaces places;

    PersonName(ClaimPlaces places) {
        this.places = places;
    }

    String of(String subject, Claims claims) {
        Optional<String> family = text(claims, places.familyName(), subject);
        Optional<String> given = text(claims, places.givenName(), subject);
        if (family.isPresent() && given.isPresent()) {
            return family.get() + " " + given.get();
        }
        return text(claims, places.name(), subject).or(() -> family).or(() -> text(claims, places.username(), subject)).orElse(Person.NO_NAME);
    }

    private static Optional<String> text(Claims claims, List<ClaimPlace> places, String subject) {
        return claims.at(places).flatMap(Values::text).map(String::strip).filter(t -> !t.equals(subject) && !NUMBER.matcher(t).matches());
    }
}
