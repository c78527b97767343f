package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.organization.Role;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every registered route, tried by those who have no business there: nobody, a foreign office, roles that see no case, a system without
 * a scope. The routes are read from the product itself: a new one is in here without anyone remembering.
 */
@ProductTest
class RouteMatrixTest {

    private static final Set<String> OPEN_TO_ALL = Set.of("/verify", "/p", "/v", "/hooks/line", "/hooks/telephone", "/sign-in-failed", "/error", "/v3/api-docs", "/swagger-ui.html");

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    private CaseFile foreign;

    private record Route(HttpMethod method, String path, HandlerMethod handler) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void aCaseOfAnotherOffice() {
        foreign = open.open(new Resident(0, "MATRIX-1", null, "試験 花子", "シケン ハナコ", LocalDate.of(1940, 3, 2), "女", "", "みちしるべ市若草町1",
                "", "若草町"), "WAKAKUSA", 5);
    }

    @Test
    void withoutSignInNothingIsShown() throws Exception {
        for (Route route : routes()) {
            if (OPEN_TO_ALL.stream().noneMatch(open -> route.path.equals(open) || route.path.startsWith(open + "/"))) {
                var answer = call(route, null);
                boolean api = route.path.startsWith("/api/");
                assertThat(answer.getStatus()).as(route + " by nobody").isEqualTo(api ? 401 : 302);
                assertThat(api || answer.getRedirectedUrl().contains("/oauth2/authorization/")).as(route + " leads to the sign-in").isTrue();
            }
        }
    }

    @Test
    void anotherOfficesCaseDoesNotExist() throws Exception {
        refusedOnCases(Map.of("leader of a foreign office", As.aoba1(), "care manager of a foreign office", As.aoba2()));
    }

    @Test
    void rolesWithoutCasesSeeNone() throws Exception {
        refusedOnCases(Map.of("process admin", As.admin1(), "neighbourhood leader", As.machi1(),
                "nobody's role", As.person("x", "x", null), "commissioner where none confirms", As.person("m", "m", null, Role.WELFARE_COMMISSIONER)));
    }

    @Test
    void aTokenWithoutTheScopeGetsNothingFromTheApi() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.path.startsWith("/api/")) {
                int status = call(route, As.system("nothing:at-all")).getStatus();
                if (status != 403) {
                    wrong.add(route + " answered " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theMatrixSeesTheWholeHouse() {
        assertThat(routes()).hasSizeGreaterThan(80);
        assertThat(routes().stream().filter(r -> r.path.contains(foreign.number().value()))).hasSizeGreaterThan(40);
    }

    /** A case's page says "not found" or "not you", to an act with all that it needs too; nothing is done or shown. */
    private void refusedOnCases(Map<String, RequestPostProcessor> askers) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (!route.path.contains(foreign.number().value()) || route.path.startsWith("/api/")) {
                continue;
            }
            for (Map.Entry<String, RequestPostProcessor> asker : askers.entrySet()) {
                var answer = call(route, asker.getValue());
                boolean refused = answer.getStatus() == 403 || answer.getStatus() == 404;
                if (!refused || answer.getContentAsString().contains("試験 花子")) {
                    wrong.add(route + " by " + asker.getKey() + " answered " + answer.getStatus());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private MockHttpServletResponse call(Route route, RequestPostProcessor asker) throws Exception {
        var request = Asked.of(route.method, route.path, route.handler).with(csrf());
        MvcResult result = mvc.perform(asker == null ? request : request.with(asker)).andReturn();
        if (asker != null && result.getHandler() != null) {
            assertThat(result.getHandler()).as("who answers " + route).hasToString(route.handler.toString());
        }
        return result.getResponse();
    }

    private List<Route> routes() {
        Map<String, Route> routes = new LinkedHashMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    String path = filled(pattern);
                    routes.putIfAbsent(method + path + info.getConsumesCondition(), new Route(HttpMethod.valueOf(method.name()), path, handler));
                }
            }
        });
        return routes.values().stream().filter(r -> !r.path.startsWith("/v3/api-docs") && !r.path.startsWith("/swagger-ui"))
                .collect(Collectors.toList());
    }

    /** A pattern as an address: the foreign case's number, a value that its rule takes, else 1. */
    private String filled(String pattern) {
        return pattern.replaceAll("\\{(number|caseNumber|n)}", foreign.number().value()).replaceAll("\\{\\w+:(\\w+)\\|[^/}]*}", "$1")
                .replace("{act}", "reply").replace("{holder}", "CITY_OS").replaceAll("\\{[^/]*}", "1").replace("**", "x");
    }
}
