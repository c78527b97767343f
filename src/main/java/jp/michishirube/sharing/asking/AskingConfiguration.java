package jp.michishirube.sharing.asking;

import java.util.Set;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.organization.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AskingConfiguration {

    @Bean
    CaseTab volunteersTab() {
        return new CaseTab(CaseTab.Group.PLAN, 50, "volunteers", "askings.tab", Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER));
    }
}
