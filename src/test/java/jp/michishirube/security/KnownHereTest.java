package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** What the municipality knows takes away from what the provider says, and never adds. */
@ProductTest
class KnownHereTest {

    private static final LocalDate TODAY = LocalDate.now(WorkingDays.JAPAN);

    @Autowired KnownHere known;
    @Autowired Offices offices;
    @Autowired People people;

    private static Person manager(String id, String office, Role... also) {
        return new Person(id, "試験 担当", Set.copyOf(java.util.stream.Stream.concat(java.util.stream.Stream.of(Role.CARE_MANAGER), java.util.Arrays.stream(also)).toList()), office, false);
    }

    private String office(String code, LocalDate begins, LocalDate ends) {
        offices.put(new Office(code, code, Office.Kind.HOME_CARE_SUPPORT, "", "", 0, begins, ends));
        return code;
    }

    private Identity today(Person person) {
        return known.today(new Identity(person, null, List.of()));
    }

    private static ApiCaller token(Person person, Instant written) {
        Jwt.Builder jwt = Jwt.withTokenValue("t").header("alg", "RS256").subject(person.id()).expiresAt(Instant.now().plusSeconds(1800));
        List<org.springframework.security.core.GrantedAuthority> all = new java.util.ArrayList<>(SignedInUser.authorities(person));
        all.add(new SimpleGrantedAuthority("SCOPE_cases:read"));
        return new ApiCaller((written == null ? jwt : jwt.issuedAt(written)).build(), person, all);
    }

    @Test
    void anOfficeHasItsRolesFromTheFirstToTheLastDayOfItsContract() {
        assertThat(today(manager("kh-1", office("KH-LAST", null, TODAY))).person().roles()).as("its last day").containsExactly(Role.CARE_MANAGER);
        assertThat(today(manager("kh-1", office("KH-FIRST", TODAY, null))).person().roles()).as("its first day").containsExactly(Role.CARE_MANAGER);
        for (String without : List.of(office("KH-OVER", null, TODAY.minusDays(1)), office("KH-LATER", TODAY.plusDays(1), null), "KH-NOBODY-KNOWS", "KH\0")) {
            Identity nobody = today(manager("kh-1", without));
            assertThat(nobody.person().roles()).as(without).isEmpty();
            assertThat(nobody.person().office()).isNull();
            assertThat(nobody.gaps()).extracting(Identity.Gap::kind).containsExactly(Identity.Kind.OFFICE_WITHOUT_CONTRACT);
            assertThat(known.today(token(manager("kh-1", without), Instant.now())).mayEnter()).as("by a token").isFalse();
        }
        assertThat(today(manager("kh-1", "KH-OVER", Role.REVIEWER)).person().roles()).as("what the city gave stays").containsExactly(Role.REVIEWER);
    }

    @Test
    void aTokenGivesNothingThatTheProviderHasTakenBackSince() {
        office("KH-OWN", null, null);
        office("KH-NEW", null, null);
        Person before = manager("kh-2", "KH-OWN", Role.OFFICE_LEADER, Role.REVIEWER);
        Instant written = Instant.now().minusSeconds(600);
        assertThat(known.today(token(before, written)).person()).as("never signed in here").isEqualTo(before);
        people.remember(manager("kh-2", "KH-OWN", Role.REVIEWER), null);
        people.seen("kh-2", Instant.now().minusSeconds(60));
        ApiCaller less = known.today(token(before, written));
        assertThat(less.person().roles()).containsExactlyInAnyOrder(Role.CARE_MANAGER, Role.REVIEWER);
        assertThat(less.getAuthorities()).extracting("authority").containsExactlyInAnyOrder("ROLE_CARE_MANAGER", "ROLE_REVIEWER", "SCOPE_cases:read");
        assertThat(known.today(token(before, null)).person().roles()).as("written nobody knows when").doesNotContain(Role.OFFICE_LEADER);
        assertThat(known.today(token(before, Instant.now())).person()).as("written after that").isEqualTo(before);
        people.remember(manager("kh-2", "KH-NEW", Role.REVIEWER), null);
        assertThat(known.today(token(before, written)).person().roles()).as("of another office now").containsExactly(Role.REVIEWER);
    }

    @Test
    void aTokenEndsWithTheSessionThatTheProviderEnds() {
        office("KH-OWN", null, null);
        Person person = manager("kh-3", "KH-OWN");
        people.remember(person, null);
        people.ended("kh-3", Instant.now().minusSeconds(30));
        assertThatThrownBy(() -> known.today(token(person, Instant.now().minusSeconds(600)))).isInstanceOf(InvalidBearerTokenException.class);
        assertThat(known.today(token(person, Instant.now())).person()).as("a new one").isEqualTo(person);
    }
}
