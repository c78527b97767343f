package jp.michishirube.sharing.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.springframework.mock.web.MockHttpServletResponse;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.consent.rule.SupporterKey;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** One person who helps two: one page for both, one contact, and an end for one of them that leaves the other. */
@ProductTest
class SupporterOfSeveralTest {

    @Autowired MockMvc mvc;
    @Autowired Asked asked;
    @Autowired SharedPlans plans;
    @Autowired SupporterAgreements agreements;
    @Autowired IssuePass issue;
    @Autowired JdbcClient jdbc;

    private CaseFile helpedBy(long volunteer, String phone, String area) throws Exception {
        return helpedBy("掛け 持子", volunteer, phone, area);
    }

    private CaseFile helpedBy(String name, long volunteer, String phone, String area) throws Exception {
        CaseFile file = plans.inForce(area, Map.of("/supporters/s2", "{\"party\":\"person\",\"name\":\"" + name + "\",\"phone\":\"" + phone + "\",\"agreement\":\"notAsked\"}"));
        plans.says(file, "giving", true);
        plans.says(file, "sharing", true);
        asked.visitDoes(asked.visit(file, volunteer), asked.asking(file, volunteer), "agree", "promise", "1", "sure", "y");
        plans.share(file);
        return file;
    }

    private String page(Cookie visit, String query) throws Exception {
        return mvc.perform(get("/v/supporter" + query).cookie(visit)).andReturn().getResponse().getContentAsString();
    }

    private long contact(CaseFile file) {
        return jdbc.sql("select id from sharing.supporter_contact where resident_id = ? and volunteer_id is not null").param(file.resident().id()).query(Long.class).single();
    }

    @Test
    void onePageForAllAndNobodyElse() throws Exception {
        long volunteer = asked.volunteer("掛け 持子", "掛持町", 5);
        String phone = jdbc.sql("select phone from sharing.volunteer where id = ?").param(volunteer).query(String.class).single();
        String key = SupporterKey.of("掛け 持子", phone);
        CaseFile one = helpedBy(volunteer, phone, "掛持町");
        CaseFile two = helpedBy(volunteer, phone, "掛持町");
        long strangers = asked.volunteer("他所 之人", "掛持町", 5);
        CaseFile third = plans.inForce("掛持町");
        asked.visitDoes(asked.visit(third, strangers), asked.asking(third, strangers), "agree", "promise", "1", "sure", "y");
        String said = mvc.perform(post("/cases/" + one.number() + "/sharing/supporters/" + key).with(As.aoba2()).with(csrf()).param("way", "LINK").param("language", "ja")
                .param("mail", "kake@several.example.jp").param("phone", phone).param("pair", "y")).andReturn().getResponse().getContentAsString();
        Cookie visit = asked.open(Asked.found("/p/([0-9a-z]{26})", said), Asked.found("class=\"pass-code\">(\\d{6})<", said));
        Eventually.until(() -> seen(visit, one) && seen(visit, two));
        assertThat(page(visit, "")).contains("手伝う方", "?of=" + contact(two));
        assertThat(page(visit, "?of=" + contact(third))).as("another one's is none here").contains("試験 太郎さんの避難").doesNotContain("of=" + contact(third));

        mvc.perform(post("/v/supporter/contact").cookie(visit).with(csrf()).param("mail", "new@several.example.jp").param("phone", phone).param("language", "en"));
        assertThat(jdbc.sql("select distinct mail from sharing.supporter_contact where volunteer_id = ?").param(volunteer).query(String.class).list()).isEqualTo(List.of("new@several.example.jp"));
        assertThat(jdbc.sql("select mail from sharing.volunteer where id = ?").param(volunteer).query(String.class).single()).as("in the pool too").isEqualTo("new@several.example.jp");

        mvc.perform(post("/v/supporter/end").cookie(visit).with(csrf()).param("sure", "y").param("of", String.valueOf(contact(two))));
        assertThat(agreements.answer(two.id(), key)).isEqualTo(SupporterAnswer.REFUSED);
        assertThat(agreements.answer(one.id(), key)).isEqualTo(SupporterAnswer.AGREED);
        assertThat(page(visit, "")).contains("試験 太郎さんの避難").doesNotContain("手伝う方</h2>");
        assertThat(asked.page("/notices", As.roster1())).as("the city is told").contains("続けられない");
        mvc.perform(post("/v/supporter/end").cookie(visit).with(csrf()).param("sure", "y").param("whom", "all"));
        assertThat(mvc.perform(get("/v/supporter").cookie(visit)).andReturn().getResponse().getStatus()).isEqualTo(401);
    }

    /** Whoever gives a link sees it with its code, and could open it: it shows what that office sees and no more. */
    @Test
    void behindALinkThatAnOfficeHandedOverStandNoResidentsOfOtherOffices() throws Exception {
        long volunteer = asked.volunteer("両所 助", "両所町", 5);
        String phone = jdbc.sql("select phone from sharing.volunteer where id = ?").param(volunteer).query(String.class).single();
        String mail = jdbc.sql("select mail from sharing.volunteer where id = ?").param(volunteer).query(String.class).single();
        String key = SupporterKey.of("両所 助", phone);
        CaseFile own = helpedBy("両所 助", volunteer, phone, "両所町");
        CaseFile foreign = helpedBy("両所 助", volunteer, phone, "両所町");
        jdbc.sql("update casefile.casefile set office = 'WAKAKUSA' where id = ?").param(foreign.id().value()).update();

        Cookie visit = opened(give(own, key, "LINK", mail, phone));
        Eventually.until(() -> page(visit, "").contains("試験 太郎さんの避難"));
        assertThat(page(visit, "")).doesNotContain("of=" + contact(foreign)).doesNotContain("手伝う方</h2>");
        assertThat(page(visit, "?of=" + contact(foreign))).contains("?of=" + contact(own)).doesNotContain("of=" + contact(foreign));
        mvc.perform(post("/v/supporter/end").cookie(visit).with(csrf()).param("sure", "y").param("of", String.valueOf(contact(foreign))).param("whom", "one"));
        assertThat(agreements.answer(foreign.id(), key)).as("nor may it speak for them there").isEqualTo(SupporterAnswer.AGREED);
    }

    /** The account would hear what every office asks the volunteer, and its buttons answer there. */
    @Test
    void aLinkThatAnOfficeHadInItsHandsLinksNoLineOfTheVolunteers() throws Exception {
        long volunteer = asked.volunteer("線 繋子", "線繋町", 5);
        CaseFile file = plans.inForce("線繋町");
        Cookie through = asked.visit(file, volunteer);
        String page = mvc.perform(get("/v/line?linkToken=abc").cookie(through)).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("このリンクは事業所から渡されたもの").doesNotContain("このLINEとつなぐ");
        assertThat(mvc.perform(post("/v/line").cookie(through).with(csrf()).param("linkToken", "abc")).andReturn().getResponse().getStatus()).isEqualTo(422);
        assertThat(nonces(volunteer)).isZero();
        jdbc.sql("insert into sharing.line_link (holder_kind, holder_key, user_id, linked_at) values ('VOLUNTEER', ?, 'U-own', now())").param(String.valueOf(volunteer)).update();
        mvc.perform(post("/v/line/stop").cookie(through).with(csrf()));
        assertThat(jdbc.sql("select user_id from sharing.line_link where holder_kind = 'VOLUNTEER' and holder_key = ?").param(String.valueOf(volunteer)).query(String.class).list())
                .as("nor does it end theirs").containsExactly("U-own");
        jdbc.sql("delete from sharing.line_link where user_id = 'U-own'").update();

        Holder holder = new Holder(Holder.Kind.VOLUNTEER, String.valueOf(volunteer));
        long asking = asked.asking(file, volunteer);
        for (String scope : List.of("volunteer " + volunteer, Pass.own("asking " + asking))) {
            IssuePass.Issued theirs = issue.issue(PassKind.VOLUNTEER, holder, scope, Instant.now().plusSeconds(600));
            Cookie visit = asked.open(theirs.address().substring(theirs.address().lastIndexOf('/') + 1), theirs.code());
            assertThat(mvc.perform(post("/v/line").cookie(visit).with(csrf()).param("linkToken", "abc")).andReturn().getResponse().getStatus()).as(scope).isEqualTo(200);
            assertThat(nonces(volunteer)).isEqualTo(1);
        }
    }

    private int nonces(long volunteer) {
        return jdbc.sql("select count(*) from sharing.line_nonce where holder_kind = 'VOLUNTEER' and holder_key = ?").param(String.valueOf(volunteer)).query(Integer.class).single();
    }

    /** Where the link went decides: to the address that the city knows, to one that the office typed, or into its own hands. */
    @Test
    void aLinkThatOnlyTheSupporterGotShowsAllWhomTheyHelp() throws Exception {
        long volunteer = asked.volunteer("自宛 届", "自宛町", 5);
        String phone = jdbc.sql("select phone from sharing.volunteer where id = ?").param(volunteer).query(String.class).single();
        String mail = jdbc.sql("select mail from sharing.volunteer where id = ?").param(volunteer).query(String.class).single();
        String key = SupporterKey.of("自宛 届", phone);
        CaseFile own = helpedBy("自宛 届", volunteer, phone, "自宛町");
        CaseFile foreign = helpedBy("自宛 届", volunteer, phone, "自宛町");
        jdbc.sql("update casefile.casefile set office = 'WAKAKUSA' where id = ?").param(foreign.id().value()).update();
        give(own, key, "MAIL", mail, phone);
        assertThat(scope(own)).as("to the address of the pool").isEqualTo("case " + own.id().value() + " own");
        give(own, key, "MAIL", "office@example.jp", phone);
        assertThat(scope(own)).as("to an address that the office typed").isEqualTo("case " + own.id().value());
        IssuePass.Issued theirs = issue.issue(PassKind.SUPPORTER, new Holder(Holder.Kind.SUPPORTER, String.valueOf(contact(own))), Pass.own("case " + own.id().value()),
                Instant.now().plusSeconds(3600));
        Cookie all = asked.open(theirs.address().substring(theirs.address().lastIndexOf('/') + 1), theirs.code());
        assertThat(page(all, "")).contains("手伝う方</h2>", "of=" + contact(foreign));

        Cookie visit = opened(give(own, key, "LINK", mail, phone));
        mvc.perform(post("/v/supporter/contact").cookie(visit).with(csrf()).param("mail", "took@example.jp").param("phone", phone).param("language", "ja"));
        assertThat(jdbc.sql("select mail from sharing.supporter_contact where id = ?").param(contact(foreign)).query(String.class).single()).as("of the other office's").isEqualTo(mail);
        give(own, key, "MAIL", "took@example.jp", phone);
        assertThat(scope(own)).as("changed behind a link that the office had").isEqualTo("case " + own.id().value());
    }

    private String scope(CaseFile file) {
        return jdbc.sql("select scope from sharing.pass where kind = 'SUPPORTER' and holder_key = ? order by id desc limit 1").param(String.valueOf(contact(file))).query(String.class).single();
    }

    private MockHttpServletResponse give(CaseFile file, String key, String way, String mail, String phone) throws Exception {
        return mvc.perform(post("/cases/" + file.number() + "/sharing/supporters/" + key).with(As.aoba2()).with(csrf()).param("way", way).param("language", "ja")
                .param("mail", mail).param("phone", phone).param("pair", "y")).andReturn().getResponse();
    }

    private Cookie opened(MockHttpServletResponse given) throws Exception {
        String said = given.getContentAsString();
        return asked.open(Asked.found("/p/([0-9a-z]{26})", said), Asked.found("class=\"pass-code\">(\\d{6})<", said));
    }

    private boolean seen(Cookie visit, CaseFile file) throws Exception {
        return page(visit, "?of=" + contact(file)).contains("試験 太郎さんの避難");
    }
}
