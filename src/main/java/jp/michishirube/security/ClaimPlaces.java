package jp.michishirube.security;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code michishirube.oidc.claims.*}: where the provider writes what. Of several places the first that is there decides, whatever it says.
 *
 * @param username the name by which settings speak of a person, such as {@code sharing.readers}
 */
record ClaimPlaces(@DefaultValue("roles") List<ClaimPlace> roles, @DefaultValue("office") List<ClaimPlace> office,
        @DefaultValue("family_name") List<ClaimPlace> familyName, @DefaultValue("given_name") List<ClaimPlace> givenName,
        @DefaultValue("name") List<ClaimPlace> name, @DefaultValue("preferred_username") List<ClaimPlace> username,
        @DefaultValue("email") List<ClaimPlace> mail) {}
