package jp.michishirube.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.problem.Problem;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and API route names whom it lets in, and every upload how large it may be: read from the routes, so that a new one is in it. */
@ProductTest
class DefaultDenyTest {

    /** Open to everybody, signed in or not. */
    private static final Set<String> OPEN_TO_ALL = Set.of("/verify", "/sign-in-failed",
            // behind a link of one's own, which the issuer of passes judges
            "/p", "/p/{secret}", "/p/{secret}/code", "/v/leader", "/v/leader/pledge", "/v/leader/plans/{which}", "/v/line", "/v/line/stop", "/v/end", "/v/closed", "/v/event", "/v/event/undo", "/v/supporter", "/v/supporter/contact", "/v/supporter/practice", "/v/supporter/copy.pdf", "/v/volunteer/contact", "/v/supporter/end", "/v/ways", "/v/help", "/v/help/{id:\\d{1,18}}/go", "/v/help/{id:\\d{1,18}}/back", "/v/help/{id:\\d{1,18}}/said", "/v/help/{id:\\d{1,18}}/undo",
            "/v/volunteer", "/v/volunteer/{id:\\d{1,18}}/agree",
            "/v/volunteer/{id:\\d{1,18}}/decline", "/v/volunteer/{id:\\d{1,18}}/ask",
            // by a signature over the body
            "/hooks/line", "/hooks/telephone");
    /** Open to every person signed in, whatever the role: their own notices, the way home, what no person stands on. */
    private static final Set<String> OPEN_TO_PEOPLE = Set.of("/", "/no-role", "/signed-in", "/styleguide", "/notices", "/notices/{id}/open", "/notices/read", "/notices/preferences",
            "/map/roads", "/map/tiles/{z:\\d{1,2}}/{x:\\d{1,7}}/{y:\\d{1,7}}.png");

    @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;
    @Autowired private BodyBounds bounds;
    @Autowired private MultipartProperties server;

    @Test
    void everyRouteNamesWhomItLetsIn() {
        List<String> nameless = mapping.getHandlerMethods().entrySet().stream().filter(e -> NamedRoutes.isOurs(e.getValue()) && !NamedRoutes.isNamed(e.getValue()))
                .map(e -> e.getKey() + " in " + e.getValue()).toList();
        assertThat(nameless).isEmpty();
        assertThat(mapping.getHandlerMethods()).hasSizeGreaterThan(100);
    }

    @Test
    void whatIsOpenToMoreThanRolesIsListedHere() {
        assertThat(pathsOf("permitAll()")).isSubsetOf(OPEN_TO_ALL);
        assertThat(pathsOf("isAuthenticated()")).isSubsetOf(OPEN_TO_PEOPLE);
        mapping.getHandlerMethods().values().stream().filter(NamedRoutes::isOurs).map(DefaultDenyTest::named).filter(e -> !e.equals("permitAll()") && !e.equals("isAuthenticated()"))
                .forEach(e -> assertThat(e).matches("(hasRole|hasAnyRole|hasAuthority|hasAnyAuthority)\\(.*"));
    }

    @Test
    void everyUploadNamesItsBound() {
        List<String> unbounded = mapping.getHandlerMethods().entrySet().stream().filter(e -> takesFiles(e.getValue()) && !e.getValue().hasMethodAnnotation(UpTo.class))
                .map(e -> e.getKey() + " in " + e.getValue()).toList();
        assertThat(unbounded).isEmpty();
    }

    /** The bound of a route says nothing where the server reads less. */
    @Test
    void whatARouteTakesTheServerReads() {
        List<String> cut = mapping.getHandlerMethods().entrySet().stream().filter(e -> takesFiles(e.getValue()))
                .filter(e -> bounds.of(e.getValue().getMethodAnnotation(UpTo.class)).bytes() > server.getMaxFileSize().toBytes()).map(e -> e.getKey().toString()).toList();
        assertThat(cut).isEmpty();
        assertThat(bounds.of(new MockHttpServletRequest("POST", "/hazards")).bytes()).as("a national hazard map").isGreaterThanOrEqualTo(1L << 30);
    }

    @Test
    void aRouteThatNamesNobodyLetsNobodyIn() throws Exception {
        HandlerMethod forgotten = new HandlerMethod(new Forgotten(), "page");
        assertThatThrownBy(() -> new NamedRoutes().preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), forgotten))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status().value()).isEqualTo(403));
    }

    static class Forgotten {

        @GetMapping("/forgotten")
        public String page() {
            return "everything";
        }
    }

    private Set<String> pathsOf(String expression) {
        Set<String> paths = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (NamedRoutes.isOurs(handler) && named(handler).equals(expression)) {
                paths.addAll(info.getPatternValues());
            }
        });
        return paths;
    }

    private static String named(HandlerMethod handler) {
        PreAuthorize own = handler.getMethodAnnotation(PreAuthorize.class);
        PreAuthorize ofClass = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
        return own != null ? own.value() : ofClass == null ? "" : ofClass.value();
    }

    private static boolean takesFiles(HandlerMethod handler) {
        return List.of(handler.getMethod().getGenericParameterTypes()).stream().anyMatch(t -> t.getTypeName().contains(MultipartFile.class.getName()));
    }
}
