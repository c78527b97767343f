package jp.michishirube.security;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.organization.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code michishirube.oidc.*}: the identity provider and where it writes what we ask of a person (docs/identity.md). What cannot be meant
 * refuses the start.
 *
 * @param issuer       as the provider writes it in its tokens
 * @param clientId     of people's browser sessions; a token of this client is no token for the API
 * @param clientKey    file with the key that shows the provider who we are, instead of a secret ({@link ClientKey})
 * @param scopes       asked for at sign-in
 * @param acrValues    asked for at sign-in, for providers that then ask for a second factor; empty for none
 * @param roleNames    the provider's names of roles or groups for ours; where one is given, only names listed here count
 * @param demand       how a person must have signed in for a role to count
 * @param systems      the programs that may call the API in their own name; none unless named
 */
@ConfigurationProperties("michishirube.oidc")
record OidcSettings(@DefaultValue("") String issuer, @DefaultValue("") String clientId, @DefaultValue("") String clientSecret,
        @DefaultValue("") String clientKey, @DefaultValue("") String clientKeyPassword,
        @DefaultValue({"openid", "profile", "email"}) Set<String> scopes, @DefaultValue List<String> acrValues, @DefaultValue ClaimPlaces claims,
        @DefaultValue Map<Role, Set<String>> roleNames, @DefaultValue Map<Role, Demand> demand, @DefaultValue Api api,
        @DefaultValue List<SystemClient> systems, @DefaultValue Session session) {

    /**
     * @param acr values of {@code acr} of which the ID token must carry one; empty for any
     * @param amr methods of which {@code amr} of the ID token must name at least one; empty for any
     */
    record Demand(@DefaultValue Set<String> acr, @DefaultValue Set<String> amr) {}

    /**
     * @param audience     what a token must name in {@code aud} to be meant for this API. The default is no client's id: neither an ID
     *                     token nor a token for another application carries it unless the provider was told to write it
     * @param clientClaims where a token names the client it was given to
     * @param scopeClaims  where a token names its scopes; the first that is there decides
     * @param longest      how far away the end of a token may be: of somebody who never signed in here nobody hears that the account was shut
     */
    record Api(@DefaultValue("michishirube-api") Set<String> audience,
            @DefaultValue({"azp", "client_id", "appid", "cid"}) List<String> clientClaims, @DefaultValue({"scope", "scp"}) List<String> scopeClaims,
            @DefaultValue("24h") Duration longest) {

        Api {
            require(!audience.isEmpty() && audience.stream().noneMatch(String::isBlank), "api.audience");
            require(!clientClaims.isEmpty(), "api.client-claims");
            require(longest.toSeconds() > 0, "api.longest");
        }
    }

    /**
     * @param client  id at the provider
     * @param subject what the provider writes as {@code sub} of this client's own tokens, where that is not the client's id
     * @param scopes  the most that it may do here; a token gives those of them that it names itself
     */
    record SystemClient(String client, @DefaultValue("") String subject, @DefaultValue Set<String> scopes) {

        SystemClient {
            require(client != null && !client.isBlank(), "systems.client");
        }
    }

    /**
     * @param askAgain after how long the provider is asked again who the person is and what the person may do
     * @param grace    how much longer a session goes on while the provider cannot be asked
     * @param end      of a session, however busy it was
     */
    record Session(@DefaultValue("5m") Duration askAgain, @DefaultValue("10m") Duration grace, @DefaultValue("12h") Duration end) {

        Session {
            require(!askAgain.isNegative() && !grace.isNegative() && end.toSeconds() > 0, "session");
        }
    }

    OidcSettings {
        require(issuer.isBlank() || URI.create(issuer).isAbsolute(), "issuer");
        require(scopes.contains("openid"), "scopes");
        Map<Role, Set<String>> names = new EnumMap<>(Role.class);
        roleNames.forEach((role, of) -> {
            require(!of.isEmpty() && of.stream().noneMatch(String::isBlank), "role-names." + role);
            names.put(role, Set.copyOf(of));
        });
        roleNames = Map.copyOf(names);
        demand = Map.copyOf(demand);
        require(systems.stream().map(SystemClient::client).collect(java.util.stream.Collectors.toCollection(HashSet::new)).size() == systems.size(),
                "systems");
        require(systems.stream().noneMatch(s -> s.client().equals(clientId)), "systems (client-id is the people's)");
    }

    /** The provider's names that give this role. */
    Set<String> namesOf(Role role) {
        return roleNames.isEmpty() ? Set.of(role.name()) : roleNames.getOrDefault(role, Set.of());
    }

    private static void require(boolean holds, String setting) {
        if (!holds) {
            throw new IllegalArgumentException("設定 michishirube.oidc." + setting + " が正しくありません（docs/identity.md）。 / Setting michishirube.oidc."
                    + setting + " cannot be used, see docs/identity.md.");
        }
    }
}
