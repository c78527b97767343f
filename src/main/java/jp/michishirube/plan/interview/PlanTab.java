package jp.michishirube.plan.interview;

import java.util.EnumSet;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.organization.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanTab {

    /** One tab for the plan: the office that writes it is led on to the interview page, everyone else reads. */
    @Bean
    CaseTab planTab() {
        return new CaseTab(CaseTab.Group.PLAN, 20, "plan", "plan.tab", EnumSet.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER));
    }
}
