package jp.michishirube.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.problem.FieldErrors;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The frame and the input fragments render alone, in both languages, without a missing text. */
class FrameTest {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final StaticApplicationContext beans = new StaticApplicationContext();

    FrameTest() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(rooms());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setUseCodeAsDefaultMessage(false);
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(messages);
        beans.registerBean("fieldErrors", FieldErrors.class, messages);
        beans.registerBean("frame", Nobody.class);
        beans.refresh();
    }

    @Test
    void theStyleGuideHoldsEveryPart() {
        String page = render("styleguide", Locale.JAPANESE, Map.of());
        assertThat(page).contains("lang=\"ja\"", "class=\"skip-link\"", "id=\"f-witness\" name=\"witness\"", "aria-invalid=\"true\"",
                "aria-describedby=\"f-name-help\"",  "※必須")
                .containsPattern("value=\"CHUO\"\\s+selected=\"selected\"");
        assertThat(page).doesNotContain("??");
    }

    @Test
    void theFrameIsAllEnglishByTheSwitch() {
        Person leader = new Person("aoba1", "佐藤 恵", Set.of(Role.CARE_MANAGER), "AOBA", false);
        String page = render("styleguide", Locale.ENGLISH, Map.of("me", leader, "unreadNotices", 2, "officeName", "Aoba"));
        assertThat(page).contains("lang=\"en\"", "Skip to content", "Sign out", "2 new", "Work list").doesNotContain("??");
    }

    @Test
    void aFieldsProblemIsShownBesideItAndSummedUp() {
        String page = render("styleguide", Locale.JAPANESE, Map.of("problems", List.of(new FieldProblem("phone", "missing"))));
        assertThat(page).contains("id=\"f-phone-error\"");
    }

    @Test
    void noPageOrStyleIsInline() throws Exception {
        for (String file : List.of("layout", "styleguide", "case/head", "fragments/input", "fragments/navigation")) {
            String text = new ClassPathResource("templates/" + file + ".html").getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text).as(file).doesNotContain("style=").doesNotContain("onclick").doesNotContain("<style");
        }
    }

    @Test
    void aRefusalSaysWhatHappenedAndWhatToDo() {
        String page = render("error/problem", Locale.JAPANESE, Map.of("problem", Problem.conflict("stale-step"),
                "sentence", "ほかの人が先に進めました。"));
        assertThat(page).contains("先に変更がありました", "ほかの人が先に進めました。", "案件を開き直して", "最初の画面へ").doesNotContain("??");
        assertThat(render("error", Locale.ENGLISH, Map.of("status", 418))).contains("This could not be done").doesNotContain("??");
        assertThat(render("error", Locale.JAPANESE, Map.of("status", 500))).contains("うまく動きませんでした").doesNotContain("??");
    }

    private static String[] rooms() {
        return java.util.Arrays.stream(new java.io.File("src/main/resources/messages").list()).filter(f -> !f.contains("_en"))
                .map(f -> "messages/" + f.replace(".properties", "")).toArray(String[]::new);
    }

    /** Stands in for the frame's bean before sign-in. */
    public static class Nobody {

        public Person me() {
            return null;
        }

        public Object municipality() {
            return null;
        }

        public long uploadMegabytes() {
            return 200;
        }

        public long sessionMinutes() {
            return 60;
        }

        public boolean confirmation() {
            return false;
        }

        public boolean setsProtection(Person me) {
            return false;
        }

        public String officeName(Person me) {
            return null;
        }
    }

    private String render(String template, Locale locale, Map<String, Object> model) {
        MockServletContext servlet = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(servlet)
                .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse());
        WebContext context = new WebContext(exchange, locale, model);
        context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, null));
        return engine.process(template, context);
    }
}
