package jp.michishirube.sharing;

import java.util.Set;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SharingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SharingConfiguration.class);

    @Bean
    SharingPolicy sharingPolicy(Municipality municipality, CaseSteps steps) {
        SharingPolicy policy = municipality.section("sharing", SharingPolicy.class);
        if (!policy.withoutArea().isEmpty()) {
            log.warn("municipality.yaml, sharing.readers: {} have no areas and see nobody; name the 町 they act for", policy.withoutArea());
        }
        if (steps.confirmation() && !policy.hasCommissioner()) {
            log.warn("municipality.yaml: steps.confirmation is true, but sharing.readers names no WELFARE_COMMISSIONER with areas; nobody can confirm a plan");
        }
        return policy;
    }

    @Bean
    CaseTab sharingTab() {
        return new CaseTab(CaseTab.Group.CONSENT, 80, "sharing", "sharing.tab", Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER));
    }
}
