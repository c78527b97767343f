package jp.michishirube.outside;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutsideSettings.class)
class OutsideConfiguration {

    @Bean
    Outside outside(OutsideSettings settings, ObjectMapper mapper) {
        return new ResilientOutside(settings, mapper);
    }
}
