package jp.michishirube.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.municipality.CityTexts;
import jp.michishirube.municipality.Folders;
import jp.michishirube.problem.ProblemDetails;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /**
     * Every room brings its own texts: {@code messages/<room>.properties} (Japanese), {@code <room>_en.properties} and, for what residents and
     * their supporters read, {@code <room>_ja__easy.properties} (やさしい日本語); what is not said there stays as it is in Japanese. A municipality's own words ({@code forms/<code>/texts}) go before.
     */
    @Bean
    static MessageSource messageSource(Folders folders, @Value("${michishirube.municipality}") String municipality) throws IOException {
        Set<String> rooms = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            rooms.add(file.getFilename().replaceFirst("(_[a-z]{2}|_ja__easy)?\\.properties$", ""));
        }
        ResourceBundleMessageSource messages = new RoomTexts(CityTexts.of(folders, municipality));
        messages.setBasenames(rooms.stream().map(r -> "messages/" + r).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        // Japanese is the language of the files without a suffix, whatever the server's own language is.
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** Japanese first; English by the switch, remembered in a cookie that says nothing else. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("MICHISHIRUBE_LANGUAGE");
        resolver.setDefaultLocaleFunction(request -> {
            String asked = request.getHeader("Accept-Language");
            boolean api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
            return api && asked != null && asked.startsWith("en") ? Locale.ENGLISH : Locale.JAPANESE;
        });
        // A language that is none is no reason to refuse a page.
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /**
     * Addresses carry no versions. Boot's filter would look for one behind every link of every page, a search through all jars for
     * each that is a page and not a file: half of the time of a page.
     */
    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> noVersionsInLinks() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }

    /** Behind the sign-in: a key is its caller's own. */
    @Bean
    static FilterRegistrationBean<RepeatedCalls> repeatedCalls(KeptAnswers answers, ProblemDetails problems) {
        FilterRegistrationBean<RepeatedCalls> filter = new FilterRegistrationBean<>(new RepeatedCalls(answers, problems));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new KeepPathOutOfPages());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, CaseNumber.class, CaseNumber::new);
        registry.addConverter(CaseNumber.class, String.class, CaseNumber::value);
    }
}
