package jp.michishirube.sharing;

import java.util.Set;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SharingConfiguration {

    @Bean
    SharingPolicy sharingPolicy(Municipality municipality) {
        return municipality.section("sharing", SharingPolicy.class);
    }

    @Bean
    CaseTab sharingTab() {
        return new CaseTab(CaseTab.Group.CONSENT, 80, "sharing", "sharing.tab", Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER));
    }
}
