package jp.michishirube.consent.page;

import java.util.Set;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.consent.rule.ConsentPolicy;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    @Bean
    ConsentPolicy consentPolicy(Municipality municipality) {
        return municipality.section("consent", ConsentPolicy.class);
    }

    @Bean
    Rules consentRules(ConsentPolicy policy, Notices notices) {
        return new Rules(policy, notices.material());
    }

    @Bean
    CaseTab consentTab() {
        return new CaseTab(CaseTab.Group.CONSENT, 40, "consents", "consent.tab",
                Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER));
    }
}
