package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.organization.Role;
import jp.michishirube.review.Loop;
import jp.michishirube.security.Callers;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.TestPdf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;

/**
 * No request makes a fault, whoever sends it and whatever it holds; and none is shown a person without a line that says so. Every route of pages and API, read from the product, with random
 * parameters, bodies and files, as every role, as systems, and as whoever random claims make of somebody. Each request's transaction is rolled back: the database is shared.
 * {@code -Drandom.seconds=3600} goes on for an hour, {@code -Drandom.seed=…} repeats.
 */
@ProductTest
class RandomRequestsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::((?:[^{}]|\\{[^}]*})*))?}");
    private static final List<String> SCOPES = List.of("cases:read", "plans:read", "tasks:read", "tasks:write", "consents:read", "consents:write", "consents:handover", "roster:read",
            "roster:write", "safety:read", "safety:write", "nothing");

    @Autowired private MockMvc mvc;
    @Autowired private OpenCase open;
    @Autowired private Loop loop;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    /** The residents of the cases that are known here; nobody else is called so, and no random value. */
    private static final String SOMEBODY = "乱読 花子";

    private final Map<String, Integer> shown = new TreeMap<>();
    private final List<String> known = new ArrayList<>(List.of("1", "2", "2026-00001-2", "no-such-task"));

    private record Route(HttpMethod method, String pattern, HandlerMethod handler) {

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeEach
    void cases() {
        CaseFile consent = open.open(new Resident(0, "RANDOM-" + System.nanoTime(), null, SOMEBODY, "ランドク ハナコ", LocalDate.of(1940, 3, 2), "女", "", "みちしるべ市若草町1", "",
                "若草町"), "AOBA", 5);
        for (CaseFile file : List.of(consent, loop.atInterview(), loop.atReview())) {
            known.add(file.number().value());
            jdbc.sql("update casefile.resident set name = ? where id = ?").params(SOMEBODY, file.resident().id()).update();
            jdbc.sql("update inbox.work_item set resident_name = ? where case_id = ?").params(SOMEBODY, file.id().value()).update();
            known.addAll(jdbc.sql("select task_id from inbox.work_item where case_id = ?").param(file.id().value()).query(String.class).list());
        }
    }

    @Test
    void noRequestMakesAFault() {
        long seed = Long.getLong("random.seed", System.nanoTime());
        long until = System.nanoTime() + Long.getLong("random.seconds", 120) * 1_000_000_000L;
        System.out.println("random requests: -Drandom.seed=" + seed);
        Random random = new Random(seed);
        RandomValues values = new RandomValues(random, known);
        List<Route> routes = routes();
        Map<String, String> faults = new TreeMap<>();
        int sent = 0;
        for (; System.nanoTime() < until; sent++) {
            Route route = routes.get(sent < routes.size() ? sent : random.nextInt(routes.size()));
            String fault = transaction.execute(tx -> {
                tx.setRollbackOnly();
                return send(route, values);
            });
            if (fault != null) {
                faults.putIfAbsent(route + " " + fault.replaceAll("(?s)\\n.*", ""), fault);
            }
        }
        System.out.println("random requests: " + sent + " sent, " + faults.size() + " kinds of fault; somebody shown by " + shown);
        assertThat(faults.values()).as("seed %d", seed).isEmpty();
        assertThat(sent).isGreaterThan(50);
    }

    private String send(Route route, RandomValues values) {
        String path = path(route.pattern, values);
        List<String> told = new ArrayList<>();
        try {
            AbstractMockHttpServletRequestBuilder<?> request = request(route, path, values, told);
            RequestPostProcessor asker = asker(values);
            if (values.chance(90)) {
                request.with(csrf());
            }
            long before = lines();
            var response = mvc.perform(asker == null ? request : request.with(asker)).andReturn().getResponse();
            if (response.getStatus() == HttpServletResponse.SC_OK && response.getContentAsString(StandardCharsets.UTF_8).contains(SOMEBODY)) {
                shown.merge(route.toString(), 1, Integer::sum);
                if (lines() == before) {
                    return "somebody is shown without a line\n" + route + " as " + path + " " + shortened(told);
                }
            }
            boolean fault = response.getStatus() >= 500 && response.getStatus() != HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            return fault ? response.getStatus() + " for " + path + " " + told : null;
        } catch (Exception | StackOverflowError e) {
            Throwable cause = e;
            while (cause.getCause() != null && cause.getCause() != cause) {
                cause = cause.getCause();
            }
            // A statement after one that failed, or after a table's copy that was called off with its refused file (57014): only because this
            // test holds the whole request in one transaction.
            boolean ours = cause instanceof java.sql.SQLException sql && Set.of("25P02", "57014").contains(String.valueOf(sql.getSQLState()));
            String at = Arrays.stream(cause.getStackTrace()).filter(f -> f.getClassName().startsWith("jp.michishirube")).findFirst().map(Object::toString).orElse("?");
            return ours ? null : cause.getClass().getSimpleName() + " at " + at + "\n" + cause.getMessage() + "\n" + route + " as " + path + " " + shortened(told);
        }
    }

    /** Lines of readings so far, in the transaction of the request and with it rolled back. */
    private long lines() {
        return jdbc.sql("select (select coalesce(max(id), 0) from privacy.access) + (select coalesce(max(id), 0) from privacy.list_read)").query(Long.class).single();
    }

    private static List<String> shortened(List<String> told) {
        return told.stream().map(t -> t.length() > 200 ? t.substring(0, 200) + "…" : t).toList();
    }

    private static RequestPostProcessor asker(RandomValues values) {
        Role role = values.of(List.of(Role.values()));
        if (values.chance(20)) {
            Map<String, Object> claims = values.claims(Arrays.stream(Role.values()).map(Role::name).toList(), SCOPES);
            String subject = values.of(List.of("random-1", "aoba1", "city-api", "山田 太郎"));
            return values.chance(50) ? Callers.sessionOf(subject, claims) : Callers.tokenOf(subject, claims).orElse(null);
        }
        if (values.chance(25)) {
            return As.system(values.of(SCOPES), values.of(SCOPES), values.of(SCOPES));
        }
        if (values.chance(30)) {
            return As.token("t-" + role, "役 太郎", role.isOffice() ? "AOBA" : null, role, SCOPES.toArray(String[]::new));
        }
        if (values.chance(4)) {
            return null;
        }
        return values.of(List.of(As.aoba1(), As.aoba2(), As.wakakusa1(), As.review1(), As.review2(), As.roster1(), As.admin1(), As.machi1(),
                As.person("r-" + role, "役 太郎", role.isOffice() ? "AOBA" : null, role)));
    }

    private AbstractMockHttpServletRequestBuilder<?> request(Route route, String path, RandomValues values, List<String> told) {
        boolean files = Arrays.stream(route.handler.getMethodParameters()).anyMatch(RandomRequestsTest::isFile);
        AbstractMockHttpServletRequestBuilder<?> request = files ? MockMvcRequestBuilders.multipart(route.method, URI.create(path))
                : MockMvcRequestBuilders.request(route.method, URI.create(path));
        for (MethodParameter p : route.handler.getMethodParameters()) {
            p.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            RequestParam wanted = p.getParameterAnnotation(RequestParam.class);
            String name = wanted == null || wanted.name().isEmpty() ? p.getParameterName() : wanted.name();
            if (isFile(p)) {
                if (values.chance(80)) {
                    ((MockMultipartHttpServletRequestBuilder) request).file(new MockMultipartFile(name, values.text(), "text/csv", file(values)));
                }
            } else if (p.hasParameterAnnotation(RequestBody.class)) {
                String body = values.json(p.getGenericParameterType(), 0).toString();
                told.add(body);
                request.contentType(values.chance(95) ? "application/json" : values.text().replaceAll("[^ !#-~]", "") + "a/b").content(body.getBytes(StandardCharsets.UTF_8));
            } else if (p.getParameterType().isRecord()) {
                Arrays.stream(p.getParameterType().getRecordComponents()).forEach(c -> param(request, c.getName(), c.getType(), values, told));
            } else if (wanted != null && Map.class.isAssignableFrom(p.getParameterType())) {
                for (String key : List.of("q", "tab", "order", "direction", "step", "after", "priority", "dueFrom", "waitingDays", "notice", "decision-creation", "choose-creation",
                        "recipients-creation", "channel", "givenBy", "decidedAt", "explainedBy", "search", "/remarks/text", "/resident/birthDate", "/supporters/1/name", "shown:/remarks/text")) {
                    if (values.chance(30)) {
                        param(request, key, String.class, values, told);
                    }
                }
            } else if (wanted != null) {
                param(request, name, p.getParameterType(), values, told);
            }
        }
        if (values.chance(20)) {
            request.header("Accept", values.of(List.of("application/json", "text/html", "*/*", "application/xml", "image/*", "nonsense", ";;")));
        }
        return request;
    }

    private static void param(AbstractMockHttpServletRequestBuilder<?> request, String name, Class<?> type, RandomValues values, List<String> told) {
        for (int i = values.chance(12) ? 0 : values.chance(8) ? 2 : 1; i > 0; i--) {
            String value = values.text(type);
            told.add(name + "=" + value);
            request.param(name, value);
        }
    }

    private static byte[] file(RandomValues values) {
        return switch (values.of(List.of(0, 1, 2, 3))) {
            case 0 -> TestPdf.page();
            case 1 -> ("住民番号,氏名,フリガナ,生年月日,住所\n" + values.text() + "," + values.text() + "," + values.text() + ",1940-01-01,x\n").getBytes(StandardCharsets.UTF_8);
            case 2 -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1};
            default -> values.json(Map.class, 0).toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static boolean isFile(MethodParameter p) {
        return MultipartFile.class.isAssignableFrom(p.getParameterType())
                || Collection.class.isAssignableFrom(p.getParameterType()) && p.getGenericParameterType().getTypeName().contains("MultipartFile");
    }

    /** Each variable of the pattern filled: mostly with what its rule takes. */
    private String path(String pattern, RandomValues values) {
        Matcher variable = VARIABLE.matcher(pattern.replace("/**", "/x"));
        StringBuilder path = new StringBuilder();
        while (variable.find()) {
            String rule = variable.group(2);
            String value = rule != null && rule.matches("\\w+(\\|\\w+)+") && values.chance(90) ? values.of(List.of(rule.split("\\|")))
                    : rule != null && values.chance(80) ? values.of(List.of("1", "2", "99999")) : values.chance(70) ? values.of(known) : values.text();
            variable.appendReplacement(path, Matcher.quoteReplacement(UriUtils.encode(value.isEmpty() ? "x" : value, StandardCharsets.UTF_8)));
        }
        return variable.appendTail(path).toString();
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            if (handler.getBeanType().getName().startsWith("jp.michishirube.")) {
                for (String pattern : info.getPatternValues()) {
                    methods.forEach(m -> routes.add(new Route(HttpMethod.valueOf(m.name()), pattern, handler)));
                }
            }
        });
        return routes;
    }
}
