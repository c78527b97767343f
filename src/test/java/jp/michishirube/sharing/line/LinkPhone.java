package jp.michishirube.sharing.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Links a telephone's LINE account to whoever bears a pass, as people do: friend, link in the chat, letters and code from paper, back to LINE. */
public final class LinkPhone {

    private static final Duration LONG = Duration.ofSeconds(90);

    private LinkPhone() {}

    /** @return LINE's own page, which links a second time in vain */
    public static String link(MockMvc mvc, LinePhone phone, String secret, String code) throws Exception {
        int before = phone.links().size();
        if (phone.screen().contains("/say")) {
            phone.say("x");
        } else {
            phone.befriend();
        }
        await().atMost(LONG).until(() -> phone.links().size() > before);
        String offer = path(phone.links().get(phone.links().size() - 1));
        String then = found("/p\\?then=(.+)", mvc.perform(get(URI.create(offer))).andReturn().getResponse().getHeader("Location"));
        MockHttpServletResponse in = mvc.perform(post("/p").with(csrf()).param("letters", secret.toUpperCase()).param("code", code)
                .param("then", URLDecoder.decode(then, StandardCharsets.UTF_8))).andReturn().getResponse();
        assertThat(in.getHeader("Location")).isEqualTo(offer);
        String go = mvc.perform(post("/v/line").with(csrf()).cookie(visit(in)).param("linkToken", found("linkToken=(.+)", offer))).andReturn().getResponse().getContentAsString();
        String dialog = found("href=\"([^\"]+/dialog/[^\"]+)\"", go).replace("&amp;", "&");
        assertThat(phone.finish(dialog)).contains("LINEとつながりました");
        return dialog;
    }

    public static Cookie visit(MockHttpServletResponse response) {
        return new Cookie("MICHISHIRUBE_VISIT", response.getHeaders("Set-Cookie").stream().filter(c -> c.startsWith("MICHISHIRUBE_VISIT="))
                .map(c -> found("=([^;]+)", c)).findFirst().orElseThrow());
    }

    public static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static String path(String address) {
        return address.replaceFirst("https?://[^/]+", "");
    }
}
