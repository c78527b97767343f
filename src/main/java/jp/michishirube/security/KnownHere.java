package jp.michishirube.security;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;

/**
 * What the municipality itself knows of whom the provider lets in. It only ever takes away: an office has its roles on the days of its
 * contract (first and last day included), and a token gives nothing that the provider has taken back since it was written.
 */
@Component
class KnownHere {

    private final Offices offices;
    private final People people;
    private final Clock clock;

    KnownHere(Offices offices, People people, Clock clock) {
        this.offices = offices;
        this.people = people;
        this.clock = clock;
    }

    /** Asked at each request: a contract ends at midnight, and in the middle of a session. */
    Identity today(Identity identity) {
        Person person = identity.person();
        if (person.office() == null || hasContract(person.office())) {
            return identity;
        }
        List<Identity.Gap> gaps = new ArrayList<>(identity.gaps());
        gaps.add(new Identity.Gap(Identity.Kind.OFFICE_WITHOUT_CONTRACT, person.office(), List.of()));
        return new Identity(withoutOffice(person), identity.mail(), gaps);
    }

    /** @throws InvalidBearerTokenException for a token of a session that the provider has ended since */
    ApiCaller today(ApiCaller caller) {
        Person told = caller.person();
        if (told.system()) {
            return caller;
        }
        Person now = since(told, caller);
        if (now.office() != null && !hasContract(now.office())) {
            now = withoutOffice(now);
        }
        return now.equals(told) ? caller : with(caller, now);
    }

    private Person since(Person told, ApiCaller caller) {
        People.Standing last = people.standing(told.id()).orElse(null);
        Instant written = caller.getToken().getIssuedAt();
        if (last == null) {
            return told;
        }
        if (last.ended() != null && (written == null || written.isBefore(last.ended()))) {
            throw new InvalidBearerTokenException("the session has ended");
        }
        if (last.seen() == null || written != null && !written.isBefore(last.seen())) {
            return told;
        }
        Person known = last.person();
        Set<Role> both = told.roles().stream().filter(known::has).collect(Collectors.toSet());
        String office = told.office() != null && told.office().equals(known.office()) ? told.office() : null;
        return new Person(told.id(), told.name(), both, office, false, told.username());
    }

    private boolean hasContract(String code) {
        LocalDate today = clock.instant().atZone(WorkingDays.JAPAN).toLocalDate();
        return code.indexOf('\0') < 0 && offices.hasContract(code, today);
    }

    private static Person withoutOffice(Person person) {
        return new Person(person.id(), person.name(), person.roles(), null, false, person.username());
    }

    private static ApiCaller with(ApiCaller caller, Person now) {
        List<GrantedAuthority> all = new ArrayList<>(SignedInUser.authorities(now));
        caller.getAuthorities().stream().filter(a -> a.getAuthority().startsWith("SCOPE_")).forEach(all::add);
        return new ApiCaller(caller.getToken(), now, all);
    }
}
