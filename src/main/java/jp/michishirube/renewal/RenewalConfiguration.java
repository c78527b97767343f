package jp.michishirube.renewal;

import jp.michishirube.casefile.CaseTab;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Role;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class RenewalConfiguration {

    @Bean
    RenewalPolicy renewalPolicy(Municipality municipality) {
        return municipality.section("renewal", RenewalPolicy.class);
    }

    @Bean
    CaseTab renewalTab() {
        return new CaseTab(CaseTab.Group.PLAN, 90, "renewal", "tab.renewal", Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER));
    }
}
