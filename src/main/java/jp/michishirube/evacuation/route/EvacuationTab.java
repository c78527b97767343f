package jp.michishirube.evacuation.route;

import java.util.Set;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.organization.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvacuationTab {

    @Bean
    CaseTab routeTab() {
        return new CaseTab(CaseTab.Group.PLAN, 40, "route", "tab.evacuation",
                Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER, Role.WELFARE_COMMISSIONER));
    }
}
