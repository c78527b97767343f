package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process admin comes into Cockpit with whatever subject the provider made. */
@ProductTest
class CockpitUsersTest {

    @Autowired private ProcessEngine engine;

    @Test
    void aSubjectOfAnyShapeIsAUserOfTheEngine() {
        for (String subject : List.of("admin1", "3f2b8c1d-9a7e-4d6f-8b0a-1c2d3e4f5a6b", "AAAAbCdEfGhIjK_lMnOp-qRsTuV", "hV5/oVx+Qw3gkZ1e7uY2bA==",
                "auth0|5f7c8ec7c33c6c004bbafe82 ~é", "camunda-admin", "x".repeat(255), "../../setup")) {
            Person admin = new Person(subject, "吉田 管理", Set.of(Role.PROCESS_ADMIN), null, false);
            for (int i = 0; i < 2; i++) {
                AuthenticationResult admitted = CockpitSignIn.admit(admin, engine);
                assertThat(admitted.isAuthenticated()).as(subject).isTrue();
                assertThat(engine.getIdentityService().createGroupQuery().groupMember(admitted.getAuthenticatedUser()).list()).as(subject)
                        .extracting(group -> group.getId()).containsExactly(CockpitSignIn.ADMINISTRATORS);
            }
        }
    }

    @Test
    void twoSubjectsAreNeverOneUser() {
        assertThat(EngineUser.of("a/b")).isNotEqualTo(EngineUser.of("a+b")).matches(EngineUser.PATTERN);
        assertThat(EngineUser.of("a/b")).isEqualTo(EngineUser.of("a/b"));
    }
}
