package jp.michishirube.testing;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Each test begins with the product's own stores of CSRF tokens. The {@code csrf()} of Spring Security's tests puts one in their place
 * for good that keeps tokens in the session: every later page with a form would then make a session for a person who has none.
 */
final class OwnCsrfTokens implements BeforeEachCallback {

    private static final String FIELD = "tokenRepository";
    private static final Map<ApplicationContext, Map<CsrfFilter, CsrfTokenRepository>> OWN = new WeakHashMap<>();

    @Override
    public void beforeEach(ExtensionContext test) {
        ApplicationContext product = SpringExtension.getApplicationContext(test);
        OWN.computeIfAbsent(product, p -> filters(p).stream().collect(Collectors.toMap(f -> f,
                f -> (CsrfTokenRepository) ReflectionTestUtils.getField(f, FIELD)))).forEach((filter, own) -> ReflectionTestUtils.setField(filter, FIELD, own));
    }

    private static List<CsrfFilter> filters(ApplicationContext product) {
        return product.getBean(FilterChainProxy.class).getFilterChains().stream().flatMap(chain -> chain.getFilters().stream())
                .filter(CsrfFilter.class::isInstance).map(CsrfFilter.class::cast).toList();
    }
}
