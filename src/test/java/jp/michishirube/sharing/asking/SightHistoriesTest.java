package jp.michishirube.sharing.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.review.Loop;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.sharing.SharedWithSupporter;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Whatever is asked, agreed, declined, taken back, ended and withdrawn in whatever order: nobody but a supporter who agrees, while the
 * consent stands, sees whom it is about, with the link and the visit that they hold from before.
 */
@ProductTest
class SightHistoriesTest {

    private static final int STEPS = 25;
    private static final String NAME = "試験 太郎";

    @Autowired MockMvc mvc;
    @Autowired Asked asked;
    @Autowired SharedPlans plans;
    @Autowired SharedWithSupporter shared;
    @Autowired SupporterAgreements agreements;
    @Autowired RecordConsent record;
    @Autowired Loop loop;
    @Autowired JdbcClient jdbc;

    private int links;

    /** What the test holds of one of the two: all visits and links they ever had. */
    private static final class Person {
        long id;
        String key;
        boolean agreed;
        boolean open;
        final List<Cookie> asVolunteer = new ArrayList<>();
        final List<Cookie> asSupporter = new ArrayList<>();
    }

    @Test
    void nobodyKeepsSightWhoHelpsNoMore() throws Exception {
        for (int n = 0; n < Integer.getInteger("loops", 3); n++) {
            long seed = 17L + n;
            history(new Random(seed), "seed " + seed);
        }
        assertThat(links).as("the histories came to sight at all").isPositive();
    }

    private void history(Random random, String seed) throws Exception {
        String area = "視界" + Integer.toUnsignedString(random.nextInt()) + "町";
        List<Person> two = List.of(person("視界 一", area), person("視界 二", area));
        Map<String, String> rows = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            String phone = jdbc.sql("select phone from sharing.volunteer where id = ?").param(two.get(i).id).query(String.class).single();
            rows.put("/supporters/s" + (i + 1), "{\"party\":\"person\",\"name\":\"視界 " + (i == 0 ? "一" : "二") + "\",\"phone\":\"" + phone + "\",\"agreement\":\"notAsked\"}");
        }
        CaseFile file = plans.inForce(area, rows);
        plans.says(file, "giving", true);
        plans.says(file, "sharing", true);
        plans.share(file);
        boolean consent = true;
        List<String> done = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Person p = two.get(random.nextInt(2));
            int act = random.nextInt(8);
            if (act == 0) {
                consent = !consent;
                decides(file, consent);
                two.forEach(x -> x.open = x.open && consentKept(file, x));
            } else {
                does(file, p, act);
            }
            done.add((two.indexOf(p) + 1) + ":" + act);
            look(file, two, consent, seed + " " + done);
        }
    }

    /** A withdrawal takes open questions back. */
    private boolean consentKept(CaseFile file, Person p) {
        return asked.state(asked.asking(file, p.id)).startsWith("ASKED");
    }

    private void decides(CaseFile file, boolean given) throws Exception {
        if (given) {
            loop.as("aoba1", () -> record.record(file.id(), new ConsentGiven(List.of(new ConsentGiven.Decided(new NoticeRef("giving", 1, "ja"), true, null)), GivenBy.SELF, null, null,
                    null, Channel.ELECTRONIC, null, "佐藤 恵", Instant.now(), null)));
            return;
        }
        long standing = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = 'PLAN_GIVING'").param(file.resident().id()).query(Long.class).single();
        assertThat(mvc.perform(post("/api/v1/cases/{n}/consents/{id}/withdrawal", file.number(), standing).with(As.aoba1Token("consents:write")).contentType("application/json")
                .content("{\"givenBy\":\"SELF\",\"channel\":\"ORAL\",\"afterwards\":\"CONTINUE\"}")).andReturn().getResponse().getStatus()).isEqualTo(204);
    }

    private Person person(String name, String area) throws Exception {
        Person p = new Person();
        p.id = asked.volunteer(name, area, 9);
        p.key = jdbc.sql("select name, phone from sharing.volunteer where id = ?").param(p.id).query((rs, n) -> SupporterKey.of(rs.getString(1), rs.getString(2))).single();
        return p;
    }

    private void does(CaseFile file, Person p, int act) throws Exception {
        switch (act) {
            case 1, 2 -> ask(file, p);
            case 3, 4 -> answers(file, p, true);
            case 5 -> answers(file, p, false);
            case 6 -> {
                asked.send(post("/cases/" + file.number() + "/volunteers/askings/" + (p.open ? asked.asking(file, p.id) : 0) + "/stop"), As.aoba2());
                p.open = false;
            }
            default -> {
                agreements.record(file.id(), p.key, SupporterAnswer.REFUSED, LocalDate.now(), SupporterAgreements.How.TELEPHONE, null);
                p.agreed = false;
                p.open = p.open && asked.state(asked.asking(file, p.id)).startsWith("ASKED");
            }
        }
    }

    private void ask(CaseFile file, Person p) throws Exception {
        MockHttpServletResponse answer = asked.ask(file, p.id, "LINK");
        if (answer.getStatus() == 200) {
            String said = answer.getContentAsString();
            p.asVolunteer.add(asked.open(Asked.found("/p/([0-9a-z]{26})", said), Asked.found("class=\"pass-code\">(\\d{6})<", said)));
            p.open = true;
        } else {
            assertThat(answer.getStatus()).isEqualTo(409);
        }
    }

    private void answers(CaseFile file, Person p, boolean agrees) throws Exception {
        if (p.asVolunteer.isEmpty()) {
            return;
        }
        Cookie visit = p.asVolunteer.get(p.asVolunteer.size() - 1);
        String where = asked.visitDoes(visit, asked.asking(file, p.id), agrees ? "agree" : "decline", "promise", "1", "sure", "y").getHeader("Location");
        if (p.open && where != null && where.matches(".*done=(agreed|declined)")) {
            p.agreed = agrees;
            p.open = false;
        }
    }

    private void look(CaseFile file, List<Person> two, boolean consent, String history) throws Exception {
        for (Person p : two) {
            boolean may = p.agreed && consent;
            assertThat(shared.mayHave(file.id(), p.key)).as("may have, %s", history).isEqualTo(may);
            for (Cookie visit : p.asVolunteer) {
                assertThat(asked.visitPage(visit)).as(history).doesNotContain(NAME, "太郎");
            }
            for (Cookie visit : p.asSupporter) {
                String page = mvc.perform(get("/v/supporter").cookie(visit)).andReturn().getResponse().getContentAsString();
                assertThat(may || !page.contains(NAME)).as("a former one sees nothing, %s", history).isTrue();
            }
            if (may && p.asSupporter.size() < 4) {
                given(file, p, history);
            }
        }
    }

    /** Given the link as the office does; the newest visit is a page with a name on it, or soon. */
    private void given(CaseFile file, Person p, String history) throws Exception {
        MockHttpServletResponse answer = mvc.perform(post("/cases/" + file.number() + "/sharing/supporters/" + p.key).with(As.aoba2()).with(csrf())
                .param("way", "LINK").param("mail", "").param("language", "ja").param("pair", "y")).andReturn().getResponse();
        assertThat(answer.getStatus()).as(history).isEqualTo(200);
        links++;
        String said = answer.getContentAsString();
        p.asSupporter.add(asked.open(Asked.found("/p/([0-9a-z]{26})", said), Asked.found("class=\"pass-code\">(\\d{6})<", said)));
    }
}
