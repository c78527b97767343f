package jp.michishirube.workflow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Lets process admins into Cockpit by the sign-in they already have, and nobody else. The engine wants its own copy of the user and
 * of the group; they are made at first access, with a password that nobody knows. Who loses the role no longer comes past our sign-in.
 * Cockpit creates this class itself, hence the public constructor.
 */
public class CockpitSignIn implements AuthenticationProvider {

    static final String ADMINISTRATORS = "camunda-admin";

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        ApplicationContext context = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
        return context.getBean(WhoAmI.class).person().filter(p -> p.has(Role.PROCESS_ADMIN)).map(p -> admit(p, engine))
                .orElseGet(AuthenticationResult::unsuccessful);
    }

    static AuthenticationResult admit(Person person, ProcessEngine engine) {
        IdentityService identity = engine.getIdentityService();
        String id = EngineUser.of(person.id());
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName(person.name());
            user.setLastName(" ");
            user.setPassword(UUID.randomUUID().toString());
            identity.saveUser(user);
        }
        // What Cockpit opens is decided by the engine's own groups, before it looks at those of the result.
        if (identity.createGroupQuery().groupId(ADMINISTRATORS).count() == 0) {
            Group group = identity.newGroup(ADMINISTRATORS);
            group.setName(ADMINISTRATORS);
            identity.saveGroup(group);
        }
        if (identity.createGroupQuery().groupId(ADMINISTRATORS).groupMember(id).count() == 0) {
            identity.createMembership(id, ADMINISTRATORS);
        }
        AuthenticationResult result = AuthenticationResult.successful(id);
        result.setGroups(List.of(ADMINISTRATORS));
        return result;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
