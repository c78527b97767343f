package jp.michishirube.consent;

import jp.michishirube.municipality.Municipality;
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
}
