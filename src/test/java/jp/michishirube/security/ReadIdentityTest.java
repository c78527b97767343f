package jp.michishirube.security;

import static jp.michishirube.organization.Role.CARE_MANAGER;
import static jp.michishirube.organization.Role.OFFICE_LEADER;
import static jp.michishirube.organization.Role.PROCESS_ADMIN;
import static jp.michishirube.organization.Role.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.security.Identity.Gap;
import jp.michishirube.security.Identity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims as providers write them, and as none should. */
class ReadIdentityTest {

    private static final String GUID = "6f1c9d0e-3b7a-4c55-9a3e-0d2f4b8c7e11";

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("none at all", Map.of(), Set.of(), null, Kind.ROLES_ABSENT),
                Arguments.of("one in a list", Map.of("roles", List.of("REVIEWER")), Set.of(REVIEWER), null, null),
                Arguments.of("one as a text", Map.of("roles", "REVIEWER"), Set.of(REVIEWER), null, null),
                Arguments.of("several in one text", Map.of("roles", "REVIEWER CARE_MANAGER"), Set.of(), null, Kind.ROLES_UNKNOWN),
                Arguments.of("other case", Map.of("roles", List.of("reviewer")), Set.of(), null, Kind.ROLES_UNKNOWN),
                Arguments.of("list in a list", Map.of("roles", List.of(List.of("REVIEWER"))), Set.of(), null, Kind.ROLES_ODD),
                Arguments.of("an object", Map.of("roles", Map.of("REVIEWER", true)), Set.of(), null, Kind.ROLES_ODD),
                Arguments.of("a number", Map.of("roles", 3), Set.of(), null, Kind.ROLES_ODD),
                Arguments.of("an empty list", Map.of("roles", List.of()), Set.of(), null, Kind.ROLES_ODD),
                Arguments.of("one of ours among others", Map.of("roles", List.of("offline_access", "REVIEWER", 7)), Set.of(REVIEWER), null, null),
                Arguments.of("under realm_access, where nobody looks", Map.of("realm_access", Map.of("roles", List.of("REVIEWER"))), Set.of(), null, Kind.ROLES_ABSENT),
                Arguments.of("office as a text", Map.of("roles", List.of("CARE_MANAGER"), "office", "AOBA"), Set.of(CARE_MANAGER), "AOBA", null),
                Arguments.of("office in a list", Map.of("roles", List.of("CARE_MANAGER"), "office", List.of("AOBA")), Set.of(CARE_MANAGER), "AOBA", null),
                Arguments.of("the same office twice", Map.of("roles", List.of("CARE_MANAGER"), "office", List.of("AOBA", "AOBA")), Set.of(CARE_MANAGER), "AOBA", null),
                Arguments.of("two offices", Map.of("roles", List.of("CARE_MANAGER"), "office", List.of("AOBA", "CHUO")), Set.of(), null, Kind.OFFICE_SEVERAL),
                Arguments.of("office as a number", Map.of("roles", List.of("OFFICE_LEADER"), "office", 770000001), Set.of(), null, Kind.OFFICE_ODD),
                Arguments.of("no office", Map.of("roles", List.of("CARE_MANAGER", "OFFICE_LEADER")), Set.of(), null, Kind.OFFICE_ABSENT),
                Arguments.of("no office, but a role of the city", Map.of("roles", List.of("CARE_MANAGER", "REVIEWER")), Set.of(REVIEWER), null, Kind.OFFICE_ABSENT),
                Arguments.of("office of somebody of the city", Map.of("roles", List.of("REVIEWER"), "office", "AOBA"), Set.of(REVIEWER), null, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void aMissingOrOddClaimGivesLessAndIsTold(String what, Map<String, Object> claims, Set<Role> roles, String office, Kind told) {
        Identity read = read(OidcSettingsOf.names(), claims, Map.of());
        assertThat(read.person().roles()).isEqualTo(roles);
        assertThat(read.person().office()).isEqualTo(office);
        assertThat(read.person().system()).isFalse();
        assertThat(read.gaps()).extracting(Gap::kind).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void theGapNamesThePlaceAndThePersonsOwnValues() {
        OidcSettings settings = OidcSettingsOf.names("claims.roles", "access_token:realm_access.roles, groups");
        assertThat(read(settings, Map.of("groups", List.of("/staff")), Map.of()).gaps())
                .containsExactly(new Gap(Kind.ROLES_UNKNOWN, "access_token:realm_access.roles, groups", List.of("/staff")));
    }

    @Test
    void rolesAreReadWhereTheSettingSaysAndTheFirstPlaceThatIsThereDecides() {
        OidcSettings settings = OidcSettingsOf.names("claims.roles", "access_token:realm_access.roles, userinfo:groups, https://example\\.jp/roles");
        Map<String, Object> keycloak = Map.of("realm_access", Map.of("roles", List.of("REVIEWER")));
        assertThat(read(settings, keycloak, Map.of()).person().roles()).as("stands in the ID token, is looked for elsewhere").isEmpty();
        assertThat(new ReadIdentity(settings).of("s", Claims.ofSignIn(Map.of(), Map.of(), keycloak)).person().roles()).containsExactly(REVIEWER);
        assertThat(read(settings, Map.of(), Map.of("groups", "REVIEWER")).person().roles()).containsExactly(REVIEWER);
        assertThat(read(settings, Map.of("https://example.jp/roles", "REVIEWER"), Map.of()).person().roles()).containsExactly(REVIEWER);
        assertThat(read(settings, Map.of("https://example.jp/roles", "REVIEWER"), Map.of("groups", 1)).person().roles())
                .as("an odd value is not passed over for a better one").isEmpty();
    }

    @Test
    void namesOfTheProviderStandForOursAndThenOnlyThey() {
        OidcSettings settings = OidcSettingsOf.names("claims.roles", "groups", "role-names.REVIEWER", GUID + ", /city/reviewers",
                "role-names.CARE_MANAGER", "/care", "role-names.OFFICE_LEADER", "/care");
        assertThat(read(settings, Map.of("groups", List.of(GUID, "x")), Map.of()).person().roles()).containsExactly(REVIEWER);
        assertThat(read(settings, Map.of("groups", List.of("/care"), "office", "AOBA"), Map.of()).person().roles())
                .containsExactlyInAnyOrder(CARE_MANAGER, OFFICE_LEADER);
        assertThat(read(settings, Map.of("groups", List.of("REVIEWER", "PROCESS_ADMIN")), Map.of()).person().roles())
                .as("somebody else's group of that name").isEmpty();
    }

    @Test
    void aRoleMayDemandASecondFactorAndCountsOnlyWithIt() {
        OidcSettings settings = OidcSettingsOf.names("demand.PROCESS_ADMIN.acr", "gold, 3", "demand.REVIEWER.amr", "mfa");
        Map<String, Object> roles = Map.of("roles", List.of("PROCESS_ADMIN", "REVIEWER"));
        assertThat(read(settings, roles, Map.of()).gaps()).extracting(Gap::kind).containsExactly(Kind.SIGN_IN_WEAK, Kind.SIGN_IN_WEAK);
        assertThat(read(settings, with(roles, "acr", "gold"), Map.of()).person().roles()).containsExactly(PROCESS_ADMIN);
        assertThat(read(settings, with(roles, "amr", List.of("pwd", "mfa")), Map.of()).person().roles()).containsExactly(REVIEWER);
        assertThat(read(settings, with(roles, "acr", List.of("gold")), Map.of()).person().roles()).as("acr is a text").isEmpty();
        assertThat(read(settings, roles, Map.of("acr", "gold", "amr", List.of("mfa"))).person().roles()).as("userinfo does not say it").isEmpty();
    }

    @Test
    void theFamilyNameStandsFirstAndNobodyIsShownByANumber() {
        assertThat(name(Map.of("family_name", "中村", "given_name", "由美", "name", "由美 中村"))).isEqualTo("中村 由美");
        assertThat(name(Map.of("name", "中村 由美"))).isEqualTo("中村 由美");
        assertThat(name(Map.of("name", GUID, "preferred_username", "nakamura"))).isEqualTo("nakamura");
        assertThat(name(Map.of("name", "the-subject", "preferred_username", GUID))).isEqualTo(Person.NO_NAME);
        assertThat(name(Map.of())).isEqualTo(Person.NO_NAME);
        assertThat(name(Map.of("name", List.of("中村")))).isEqualTo(Person.NO_NAME);
        assertThat(name(Map.of("name", "中村\u202E由美"))).isEqualTo(Person.NO_NAME);
    }

    @Test
    void settingsSpeakOfAPersonByTheUsernameAndNeverByTheSubject() {
        assertThat(read(OidcSettingsOf.names(), Map.of("preferred_username", "machi1"), Map.of()).person().username()).isEqualTo("machi1");
        assertThat(read(OidcSettingsOf.names("claims.username", "upn"), Map.of("upn", "m@city.example.jp"), Map.of()).person().username()).isEqualTo("m@city.example.jp");
        assertThat(new ReadIdentity(OidcSettingsOf.names()).of("machi1", Claims.ofToken(Map.of("sub", "machi1"))).person().username()).isEmpty();
    }

    @Test
    void nobodyHasARoleOfAnOfficeWithoutAnOffice() {
        assertThat(new Person("a", "a", Set.of(CARE_MANAGER, OFFICE_LEADER, REVIEWER), null, false).roles()).containsExactly(REVIEWER);
    }

    @Test
    void settingsThatCannotBeMeantRefuseTheStart() {
        for (String[] wrong : List.of(new String[] {"role-names.CHIEF", "x"}, new String[] {"claims.roles", "a..b"}, new String[] {"api.audience", ""},
                new String[] {"scopes", "profile"}, new String[] {"issuer", "provider"}, new String[] {"systems[0].client", "michishirube-web"},
                new String[] {"session.end", "0s"})) {
            assertThatThrownBy(() -> OidcSettingsOf.names(wrong)).as(wrong[0]).isInstanceOf(RuntimeException.class);
        }
    }

    private static String name(Map<String, Object> claims) {
        return read(OidcSettingsOf.names(), claims, Map.of()).person().name();
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put(name, value);
        return all;
    }

    private static Identity read(OidcSettings settings, Map<String, Object> idToken, Map<String, Object> userInfo) {
        Identity read = new ReadIdentity(settings).of("the-subject", Claims.ofSignIn(idToken, userInfo, Map.of()));
        Person person = read.person();
        assertThat(person.id()).isEqualTo("the-subject");
        return read;
    }
}
