package jp.michishirube.signing;

import java.util.Set;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.organization.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SigningTabs {

    @Bean
    CaseTab signatureTab() {
        return new CaseTab(CaseTab.Group.PLAN, 50, "signature", "signing.tab",
                Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER));
    }
}
