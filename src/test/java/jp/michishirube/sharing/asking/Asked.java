package jp.michishirube.sharing.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Cases and volunteers of a test, and what people do with them. */
@Component
public class Asked {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final OpenCase open;
    private final CaseProcess process;
    private final SharedPlans plans;
    private final JdbcClient jdbc;
    private final ObjectProvider<MockMvc> mvc;

    Asked(OpenCase open, CaseProcess process, SharedPlans plans, JdbcClient jdbc, ObjectProvider<MockMvc> mvc) {
        this.open = open;
        this.process = process;
        this.plans = plans;
        this.jdbc = jdbc;
        this.mvc = mvc;
    }

    /** The plan is being written, by 青葉. */
    CaseFile atInterview(String area) {
        return livingAt(area, "みちしるべ市" + area + "1");
    }

    CaseFile livingAt(String area, String address) {
        CaseFile file = open.open(new Resident(0, "ASKED-" + NUMBERS.incrementAndGet(), null, "依頼 本人", "イライ ホンニン", LocalDate.of(1940, 3, 2), "女", "990-0001",
                address, "0242-12-9999", area), "AOBA", 3);
        plans.says(file, "creation", true);
        Eventually.until(() -> process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        return file;
    }

    /** @param most residents at the same time */
    public long volunteer(String name, String area, int most) throws Exception {
        return living(name, area, "", most);
    }

    long living(String name, String area, String address, int most) throws Exception {
        int n = NUMBERS.incrementAndGet();
        send(post("/volunteers").param("party", "PERSON").param("name", name).param("area", area).param("address", address).param("phone", "0901777%04d".formatted(n)).param("mail", "v" + n + "@asked.example.jp")
                .param("areas", area).param("times", "DAY").param("language", "ja").param("most", String.valueOf(most)).param("source", "CITY"), As.roster1());
        return jdbc.sql("select id from sharing.volunteer where name = ? and state <> 'ENDED' order by id desc limit 1").param(name).query(Long.class).single();
    }

    MockHttpServletResponse send(MockHttpServletRequestBuilder request, RequestPostProcessor who) throws Exception {
        return mvc.getObject().perform(request.with(csrf()).with(who)).andReturn().getResponse();
    }

    String page(String path, RequestPostProcessor who) throws Exception {
        return mvc.getObject().perform(get(path).with(who)).andReturn().getResponse().getContentAsString();
    }

    MockHttpServletResponse ask(CaseFile file, long volunteer, String way) throws Exception {
        return send(post("/cases/" + file.number() + "/volunteers/" + volunteer).param("way", way).param("kind", "CALL", "ACCOMPANY"), As.aoba2());
    }

    /** Asked with a link that is handed over, and opened. @return the visit's cookie */
    Cookie visit(CaseFile file, long volunteer) throws Exception {
        String said = ask(file, volunteer, "LINK").getContentAsString();
        return open(found("/p/([0-9a-z]{26})", said), found("class=\"pass-code\">(\\d{6})<", said));
    }

    Cookie open(String secret, String code) throws Exception {
        return new Cookie("MICHISHIRUBE_VISIT", mvc.getObject().perform(post("/p/" + secret).param("code", code).with(csrf())).andReturn().getResponse().getHeaders("Set-Cookie").stream()
                .filter(c -> c.startsWith("MICHISHIRUBE_VISIT=")).map(c -> found("=([^;]+)", c)).findFirst().orElseThrow());
    }

    String visitPage(Cookie visit) throws Exception {
        return mvc.getObject().perform(get("/v/volunteer").cookie(visit)).andReturn().getResponse().getContentAsString();
    }

    MockHttpServletResponse visitDoes(Cookie visit, long asking, String what, String... params) throws Exception {
        MockHttpServletRequestBuilder request = post("/v/volunteer/" + asking + "/" + what).cookie(visit).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return mvc.getObject().perform(request).andReturn().getResponse();
    }

    long asking(CaseFile file, long volunteer) {
        return jdbc.sql("select id from sharing.asking where case_id = ? and volunteer_id = ? order by id desc limit 1").params(file.id().value(), volunteer).query(Long.class).single();
    }

    String state(long asking) {
        return jdbc.sql("select state from sharing.asking where id = ?").param(asking).query(String.class).single();
    }

    static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
