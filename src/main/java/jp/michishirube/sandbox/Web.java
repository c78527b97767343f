package jp.michishirube.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The sandbox's own texts and styles, apart from the product's. */
@Configuration(proxyBeanMethods = false)
class Web implements WebMvcConfigurer {

    /** Japanese until somebody chooses ({@code ?lang=en}). */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver chosen = new CookieLocaleResolver("SANDBOX_LANGUAGE");
        chosen.setDefaultLocale(Locale.JAPANESE);
        return chosen;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**").addResourceLocations("classpath:/sandbox/static/");
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("sandbox/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** Times as the pages show them: {@code ${@show.time(at)}}. */
    @Component("show")
    static class Show {

        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("M月d日 HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

        public String time(Object at) {
            Instant instant = at instanceof java.util.Date date ? date.toInstant() : (Instant) at;
            return instant == null ? "" : TIME.format(instant);
        }
    }
}
