package jp.michishirube.municipality;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MunicipalityConfiguration {

    @Bean
    Folders folders(@Value("${michishirube.override-dir:}") String override) {
        return new Folders(override.isBlank() ? null : Path.of(override));
    }

    @Bean
    Municipality municipality(Folders folders, @Value("${michishirube.municipality}") String code) throws IOException {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory()).findAndRegisterModules()
                // Rooms share a section where a policy concerns both; check-forms tells misspelt keys.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (var in = folders.get("forms/" + code + "/municipality.yaml").getInputStream()) {
            return new Municipality(yaml.readTree(in), yaml);
        }
    }

    /** Every time of the product is Japan's; tests may put another clock in its place. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }
}
