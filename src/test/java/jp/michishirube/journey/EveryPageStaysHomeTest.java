package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.sharing.SharedPlans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page that the product has, opened in a browser by the first role that may see it: none asks another host for anything, which would tell
 * somebody who is looked at, and each carries the policy that forbids it. The pages are read from the product itself: a new one is in here without anyone remembering;
 * those that need something to have happened first are opened by the journeys, whose screens look at the same.
 */
@JourneyTest
class EveryPageStaysHomeTest {

    /** In which order roles are tried; what none of them sees has to be named below. */
    private static final List<String> ROLES = List.of("aoba1", "review1", "roster1", "admin1", "machi1");
    /** Nothing that a browser shows as a page by itself, or that another test opens: the API, files, and what needs something to have happened first. */
    private static final String ELSEWHERE = "/api/.*|/v3/.*|/swagger-ui.*|/error|.*\\.(pdf|csv|json|xlsx|png)|/tiles/.*|/camunda.*|/logout.*|/icon.*";

    @LocalServerPort private int port;
    @Autowired private SharedPlans plans;
    @Autowired private JdbcClient jdbc;
    @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    @Test
    void noPageAsksAnotherHost() {
        CaseFile file = plans.inForce("内町");
        plans.says(file, "sharing", true);
        plans.share(file);
        plans.awaitState(file, Party.Kind.NEIGHBOURHOOD, "DELIVERED");
        Set<String> left = pages(file);
        Map<String, String> seen = new TreeMap<>();
        for (String role : ROLES) {
            try (Desk desk = new Desk("http://localhost:" + port, 1280, 900).signIn(role)) {
                for (String page : new ArrayList<>(left)) {
                    if (isPage(desk, page)) {
                        desk.go(page).staysHome();
                        left.remove(page);
                        seen.put(page, role);
                    }
                }
            }
        }
        try (Desk visitor = new Desk("http://localhost:" + port, 400, 800)) {
            for (String page : new ArrayList<>(left)) {
                if (isPage(visitor, page)) {
                    visitor.go(page).staysHome();
                    left.remove(page);
                    seen.put(page, "nobody");
                }
            }
        }
        System.out.println("pages opened: " + seen.size() + ", not opened here: " + left);
        assertThat(seen).as("pages that a browser opened").hasSizeGreaterThan(60);
    }

    /** Asked without showing it first: most of what a role may not see is said at once. */
    private boolean isPage(Desk desk, String path) {
        APIResponse answer = desk.page.request().get("http://localhost:" + port + path, RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "text/html"));
        boolean html = String.valueOf(answer.headers().get("content-type")).startsWith("text/html");
        boolean page = answer.status() == 200 && html;
        if (html) {
            assertThat(answer.headers().get("content-security-policy")).as("the policy of " + path).contains("default-src 'self'");
        }
        answer.dispose();
        return page;
    }

    private Set<String> pages(CaseFile file) {
        return mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().isEmpty() || info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream()).map(pattern -> filled(pattern, file)).filter(path -> !path.matches(ELSEWHERE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A pattern as an address: the case's number, a value that its rule takes, else the first of its kind. */
    private String filled(String pattern, CaseFile file) {
        return pattern.replaceAll("\\{(number|caseNumber|n)(:[^/]*)?}", file.number().value()).replaceAll("\\{\\w+:(\\w+)\\|[^/}]*}", "$1")
                .replace("{version}", "1").replaceAll("\\{[^/]*}", "1").replace("**", "x");
    }
}
