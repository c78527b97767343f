package jp.michishirube;

import javax.imageio.ImageIO;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The product. The sandbox is another application and stays out of the scan; its parts that Boot would start by itself are
 * off. Beans go by their full class name: rooms need not agree on who may call a class {@code Notices}.
 */
@SpringBootConfiguration
@Modulithic(systemName = "道しるべ")
@EnableScheduling
@EnableAutoConfiguration(exclude = {OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class})
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, excludeFilters = {
    @Filter(type = FilterType.CUSTOM, classes = {TypeExcludeFilter.class, AutoConfigurationExcludeFilter.class}),
    @Filter(type = FilterType.REGEX, pattern = "jp\\.michishirube\\.sandbox\\..*")})
public class Product {

    static {
        // Photos and signatures do not lie in the temporary folder while they are read or written; memory is faster, too.
        ImageIO.setUseCache(false);
    }
}
