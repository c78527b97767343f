package jp.michishirube.roster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Verdict;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A roster manager at the pages of an import: what a person does from the file to the list. */
abstract class ListPages {

    static final Pattern OPEN = Pattern.compile("name=\"v\\.(\\d+)\\.(\\d+)\" value=\"([^\"]*)\"");

    @Autowired
    MockMvc mvc;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Intakes intakes;

    long upload(String name, byte[] bytes, String source) throws Exception {
        String to = mvc.perform(multipart("/roster/imports").file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .param("kind", "RESIDENTS").param("fullList", "false").param("source", source).with(As.roster1()).with(csrf()))
                .andExpect(redirectedUrlPattern("/roster/imports/*")).andReturn().getResponse().getRedirectedUrl();
        return Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
    }

    String page(String path) throws Exception {
        return mvc.perform(get(path).with(As.roster1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** @param targets by heading; a column that is not named is not used */
    void columns(long id, String source, Map<String, String> targets) throws Exception {
        MockHttpServletRequestBuilder form = post("/roster/imports/" + id + "/mapping").param("source", source).with(As.roster1()).with(csrf());
        List<String> header = intakes.get(id).header();
        for (int i = 0; i < header.size(); i++) {
            String[] use = targets.getOrDefault(header.get(i), "-").split("/");
            form.param("t." + i, use[0]).param("o." + i, use.length > 1 ? use[1] : "1");
        }
        assertThat(header).containsAll(targets.keySet());
        mvc.perform(form).andExpect(status().is3xxRedirection());
    }

    /** @param meanings by {@code heading=value} */
    void codes(long id, Map<String, String> meanings) throws Exception {
        MockHttpServletRequestBuilder form = post("/roster/imports/" + id + "/mapping/codes").with(As.roster1()).with(csrf());
        Matcher open = OPEN.matcher(page("/roster/imports/" + id + "/mapping/codes"));
        int asked = 0;
        while (open.find()) {
            String key = intakes.get(id).header().get(Integer.parseInt(open.group(1))) + "=" + open.group(3);
            assertThat(meanings).as("only what is new is asked").containsKey(key);
            form.param("v." + open.group(1) + "." + open.group(2), open.group(3)).param("m." + open.group(1) + "." + open.group(2), meanings.get(key));
            asked++;
        }
        assertThat(asked).isEqualTo(meanings.size());
        mvc.perform(form).andExpect(status().is3xxRedirection());
    }

    Intake await(long id, IntakeState state) {
        Eventually.holds(() -> assertThat(intakes.get(id).state()).isEqualTo(state));
        return intakes.get(id);
    }

    void confirm(long id) throws Exception {
        for (int status = 409; status == 409; Thread.sleep(100)) {
            // another test's import may run just now
            status = mvc.perform(post("/roster/imports/" + id + "/confirmation").with(As.roster1()).with(csrf())).andReturn().getResponse().getStatus();
        }
        assertThat(await(id, IntakeState.DONE).count(Verdict.WRONG)).isEqualTo(intakes.get(id).count(Verdict.WRONG));
    }

    String says(String number, String key) {
        return jdbc.sql("select coalesce(data ->> ?, '-') from roster.entry where city_number = ?").params(key, number).query(String.class).single();
    }

    String standing(String number) {
        return jdbc.sql("select status || coalesce(' ' || left_reason, '') || coalesce(' ' || c.state, '') from roster.entry e left join casefile.casefile c on c.id = e.case_id"
                + " where e.city_number = ?").param(number).query(String.class).single();
    }

    static byte[] cp932(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(Charset.forName("windows-31j"));
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = ListPages.class.getResourceAsStream("/roster/" + name)) {
            return in.readAllBytes();
        }
    }
}
