package jp.michishirube.sharing.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.page.NamedSupporters;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.plan.versions.ContentErased;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.As;
import jp.michishirube.testing.Eventually;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody of the pool is asked: what they are told, what they may answer, and what stops it. */
@ProductTest
class AskingTest {

    @Autowired MockMvc mvc;
    @Autowired Asked asked;
    @Autowired SharedPlans plans;
    @Autowired SupporterAgreements agreements;
    @Autowired NamedSupporters named;
    @Autowired ExpireAskings expire;
    @Autowired JdbcClient jdbc;

    private final SandboxPages outside = new SandboxPages(Surroundings.outside().url());

    private SupporterAnswer said(CaseFile file, long asking) {
        return agreements.answer(file.id(), jdbc.sql("select supporter_key from sharing.asking where id = ?").param(asking).query(String.class).single());
    }

    private List<String> messages(long asking) {
        return jdbc.sql("select m.template || ' ' || m.state from sharing.message m join sharing.asking a on a.pass_id = m.pass_id where a.id = ? order by m.template").param(asking)
                .query(String.class).list();
    }

    /** The office's answer may tell of the resident what a consent allowed: it goes with it. */
    @Test
    void whatWasAskedAndAnsweredAboutAResidentGoesWhenThePlanIsGivenUp() throws Exception {
        CaseFile file = asked.atInterview("取消町");
        long asking = askedBack(file, asked.volunteer("取消 一", "取消町", 2), "何の病気ですか", "心臓が悪い方です");
        long agreed = asked.volunteer("取消 二", "取消町", 2);
        asked.visitDoes(asked.visit(file, agreed), asked.asking(file, agreed), "agree", "promise", "1", "sure", "y");
        long standing = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = 'PLAN_MAKING'").param(file.resident().id()).query(Long.class).single();
        assertThat(mvc.perform(post("/api/v1/cases/{n}/consents/{id}/withdrawal", file.number(), standing).with(As.aoba1Token("consents:write")).contentType("application/json")
                .content("{\"givenBy\":\"SELF\",\"channel\":\"ORAL\",\"afterwards\":\"END\"}")).andReturn().getResponse().getStatus()).isEqualTo(204);
        assertThat(jdbc.sql("select words from sharing.asking_event where asking_id = ? and words is not null order by id").param(asking).query(String.class).list())
                .containsExactly(ContentErased.INSTEAD, ContentErased.INSTEAD);
        assertThat(asked.state(asked.asking(file, agreed))).as("nobody counts on them any more").isEqualTo("ENDED");
    }

    private long askedBack(CaseFile file, long volunteer, String question, String answer) throws Exception {
        Cookie visit = asked.visit(file, volunteer);
        long asking = asked.asking(file, volunteer);
        asked.visitDoes(visit, asking, "ask", "words", question);
        asked.send(post("/cases/" + file.number() + "/volunteers/askings/" + asking + "/answer").param("words", answer), As.aoba2());
        return asking;
    }

    /** Numbers in addresses must not show an office the whole pool. */
    @Test
    void anOfficeReadsAndAsksThoseAloneWhoHelpInTheResidents町() throws Exception {
        CaseFile file = asked.atInterview("番号町");
        long near = asked.volunteer("番号 近", "番号町", 2);
        long far = asked.volunteer("番号 遠", "番号遠町", 2);
        String ask = "/cases/" + file.number() + "/volunteers/";
        assertThat(asked.page(ask + near, As.aoba2())).contains("番号 近");
        assertThat(jdbc.sql("select count(*) from sharing.volunteer_line where what = 'READ' and case_id = ? and ? = any(shown) and by_id = 'aoba2'").params(file.id().value(), near)
                .query(Integer.class).single()).as("who was shown whom").isOne();
        assertThat(mvc.perform(get(ask + far).with(As.aoba2())).andReturn().getResponse()).satisfies(refused -> {
            assertThat(refused.getStatus()).isEqualTo(404);
            assertThat(refused.getContentAsString()).doesNotContain("番号 遠");
        });
        assertThat(asked.ask(file, far, "LINK").getStatus()).isEqualTo(404);
        assertThat(asked.send(post(ask + far + "/heard").param("answer", "AGREED").param("kind", "CALL").param("how", "IN_PERSON").param("read", "y"), As.aoba2()).getStatus()).isEqualTo(404);
        assertThat(asked.send(post(ask + far + "/code.pdf").param("code", "123456"), As.aoba2()).getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from sharing.asking where volunteer_id = ?").param(far).query(Integer.class).single()).isZero();
    }

    @Test
    void askedByMailAndAgrees() throws Exception {
        CaseFile file = asked.atInterview("依頼町");
        long volunteer = asked.volunteer("協力 一郎", "依頼町", 1);
        assertThat(asked.page("/cases/" + file.number() + "/volunteers", As.aoba2())).contains("協力 一郎", "0人（1人まで）", "平日の日中", "同じ町").doesNotContain("090", "asked.example.jp");
        assertThat(asked.send(post("/cases/" + file.number() + "/volunteers/" + volunteer).param("way", "MAIL"), As.aoba2()).getContentAsString()).contains("お願いすることを選んで");
        String code = Asked.found("class=\"pass-code\">(\\d{6})<", asked.ask(file, volunteer, "MAIL").getContentAsString());
        long asking = asked.asking(file, volunteer);
        assertThat(said(file, asking)).isEqualTo(SupporterAnswer.ASKED);
        String to = jdbc.sql("select mail from sharing.volunteer where id = ?").param(volunteer).query(String.class).single();
        Eventually.until(() -> outside.get("/mail").contains(to));
        String mail = Asked.found(to + "</td>(.*?</pre>)", outside.get("/mail").replace("\n", "↵"));
        assertThat(mail).doesNotContain(code, "依頼 本人", "依頼町", "協力 一郎");
        assertThat(messages(asking)).as("the reminder waits for its day").contains("asking-reminder QUEUED");

        Cookie visit = asked.open(Asked.found("/p/([0-9a-z]{26})", mail), code);
        String page = asked.visitPage(visit);
        assertThat(page).contains("依頼町の方の避難", "声かけ", "付き添い", "法律上の義務はありません", "ご自身とご家族の安全").doesNotContain("依頼 本人", "0242-12-9999", "佐藤", "鈴木");
        assertThat(asked.visitDoes(visit, asking, "agree", "promise", "1").getContentAsString()).as("not before it was read").contains("文を読んで印を付けて");
        assertThat(asked.visitDoes(visit, asking, "agree", "promise", "1", "sure", "y").getHeader("Location")).endsWith("done=agreed");
        assertThat(asked.visitDoes(visit, asking, "agree", "promise", "1", "sure", "y").getHeader("Location")).as("twice is once").endsWith("done=agreed");
        assertThat(asked.visitDoes(visit, asking, "decline").getHeader("Location")).as("another answer than stands").endsWith("done=over");
        assertThat(said(file, asking)).isEqualTo(SupporterAnswer.AGREED);
        assertThat(asked.visitPage(visit)).contains("手伝うと答えました").doesNotContain("依頼 本人");
        assertThat(messages(asking)).contains("asking-reminder STOPPED");
        assertThat(jdbc.sql("select what || ' ' || coalesce(reason, '') from sharing.asking_event where asking_id = ? order by id").param(asking).query(String.class).list())
                .containsExactly("ASKED ", "AGREED promise 1");
        assertThat(asked.page("/notices", As.aoba1())).contains("返事・質問があったか");
        assertThat(asked.page("/cases/" + file.number() + "/volunteers", As.aoba2())).contains("計画の支援者に入れる", "依頼済み");

        assertThat(asked.send(post("/cases/" + file.number() + "/volunteers/askings/" + asking + "/plan"), As.aoba2()).getStatus()).isEqualTo(302);
        assertThat(named.of(file.id())).extracting(NamedSupporters.NamedSupporter::name).contains("協力 一郎");
        assertThat(named.of(file.id())).anySatisfy(s -> assertThat(agreements.answer(file.id(), s.key())).as("known by the key of the plan").isEqualTo(SupporterAnswer.AGREED));
    }

    @Test
    void theNearestOnFootAndTheLeastBurdenedComeFirst() throws Exception {
        CaseFile file = asked.livingAt("近さ町", "みちしるべ市青葉町二丁目6番13号");
        asked.living("近さ 遠子", "近さ町", "みちしるべ市若草町一丁目1番1号", 3);
        asked.living("近さ 近子", "近さ町", "みちしるべ市青葉町二丁目4番10号", 3);
        asked.living("近さ 不明", "近さ町", "", 3);
        asked.living("依頼 本人", "近さ町", "みちしるべ市青葉町二丁目6番13号", 3);
        String page = asked.page("/cases/" + file.number() + "/volunteers", As.aoba2());
        assertThat(page).containsPattern("歩いて約\\d+0 m").contains("道のりは分かりません");
        assertThat(page.indexOf("近さ 近子")).isPositive().isLessThan(page.indexOf("近さ 遠子"));
        assertThat(page.split("手伝えそうな協力者", 2)[1]).as("nobody helps themselves").doesNotContain("依頼 本人に依頼");
        assertThat(asked.page("/cases/" + file.number() + "/volunteers?time=NIGHT", As.aoba2())).as("not there at night").doesNotContain("近さ 近子");
        assertThat(asked.page("/cases/" + file.number() + "/volunteers?language=en", As.aoba2())).doesNotContain("近さ 近子");
        assertThat(jdbc.sql("select count(*) from sharing.volunteer_line where case_id = ? and what = 'SUGGESTED' and by_id = 'aoba2'").param(file.id().value()).query(Integer.class)
                .single()).as("who was shown whom").isEqualTo(3);
    }

    @Test
    void whoeverDeclinesMayBeAskedAnew() throws Exception {
        CaseFile file = asked.atInterview("辞退町");
        long volunteer = asked.volunteer("辞退 次郎", "辞退町", 1);
        Cookie visit = asked.visit(file, volunteer);
        long first = asked.asking(file, volunteer);
        assertThat(asked.visitDoes(visit, first, "decline", "reason", "HEALTH").getHeader("Location")).endsWith("done=declined");
        assertThat(said(file, first)).isEqualTo(SupporterAnswer.REFUSED);
        assertThat(asked.page("/cases/" + file.number() + "/volunteers", As.aoba2())).contains("体調・体力", "前に辞退");
        Cookie again = asked.visit(file, volunteer);
        assertThat(asked.visitDoes(again, asked.asking(file, volunteer), "agree", "promise", "1", "sure", "y").getHeader("Location")).endsWith("done=agreed");
        assertThat(asked.asking(file, volunteer)).isNotEqualTo(first);
    }

    @Test
    void aQuestionIsAnsweredBehindTheSameLink() throws Exception {
        CaseFile file = asked.atInterview("質問町");
        long volunteer = asked.volunteer("質問 三郎", "質問町", 1);
        String code = Asked.found("class=\"pass-code\">(\\d{6})<", asked.ask(file, volunteer, "MAIL").getContentAsString());
        long asking = asked.asking(file, volunteer);
        String to = jdbc.sql("select mail from sharing.volunteer where id = ?").param(volunteer).query(String.class).single();
        Eventually.until(() -> outside.get("/mail").contains(to));
        Cookie visit = asked.open(Asked.found("/p/([0-9a-z]{26})", Asked.found(to + "</td>(.*?</pre>)", outside.get("/mail").replace("\n", "↵"))), code);
        assertThat(asked.visitDoes(visit, asking, "ask", "words", " ").getStatus()).isEqualTo(422);
        asked.visitDoes(visit, asking, "ask", "words", "何階ですか<b>");
        assertThat(asked.page("/cases/" + file.number() + "/volunteers", As.aoba2())).contains("質問があります", "何階ですか&lt;b&gt;");
        asked.send(post("/cases/" + file.number() + "/volunteers/askings/" + asking + "/answer").param("words", "1階です"), As.aoba2());
        assertThat(asked.visitPage(visit)).contains("1階です");
        Eventually.until(() -> outside.get("/mail").contains("質問への答えがあります") && messages(asking).stream().anyMatch(m -> m.startsWith("asking-reminder ") && !m.endsWith("QUEUED")));
        assertThat(asked.visitDoes(visit, asking, "agree", "promise", "1", "sure", "y").getHeader("Location")).endsWith("done=agreed");
    }

    @Test
    void whatIsWithdrawnStopsWhatIsOnItsWay() throws Exception {
        CaseFile file = asked.atInterview("撤回町");
        long volunteer = asked.volunteer("撤回 四郎", "撤回町", 1);
        Cookie visit = asked.visit(file, volunteer);
        long asking = asked.asking(file, volunteer);
        jdbc.sql("insert into casefile.protection (resident_id, ground, set_by, set_by_name, set_at) values (?, 'x', 'x', 'x', now())").param(file.resident().id()).update();
        assertThat(asked.visitDoes(visit, asking, "agree", "promise", "1", "sure", "y").getHeader("Location")).as("protected meanwhile").endsWith("done=over");
        assertThat(asked.state(asking)).isEqualTo("STOPPED");
        assertThat(said(file, asking)).isEqualTo(SupporterAnswer.NOT_ASKED);
        assertThat(mvc.perform(get("/v/volunteer").cookie(visit)).andReturn().getResponse().getStatus()).isEqualTo(401);
        assertThat(asked.page("/cases/" + file.number() + "/volunteers", As.aoba2())).as("nobody is looked for any more").contains("いまは依頼できません").doesNotContain("手伝えそうな協力者</h3>");
        assertThat(asked.ask(file, volunteer, "MAIL").getStatus()).isEqualTo(409);
    }

    @Test
    void aWithdrawalTakesTheQuestionBackWithWhatStillWaits() throws Exception {
        CaseFile file = asked.atInterview("取消町");
        long volunteer = asked.volunteer("取消 四子", "取消町", 1);
        asked.ask(file, volunteer, "MAIL");
        long asking = asked.asking(file, volunteer);
        long standing = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = 'PLAN_MAKING'").param(file.resident().id()).query(Long.class).single();
        assertThat(mvc.perform(post("/api/v1/cases/{n}/consents/{id}/withdrawal", file.number(), standing).with(As.aoba1Token("consents:write")).contentType("application/json")
                .content("{\"givenBy\":\"SELF\",\"channel\":\"ORAL\",\"afterwards\":\"END\"}")).andReturn().getResponse().getStatus()).isEqualTo(204);
        assertThat(asked.state(asking)).isEqualTo("STOPPED");
        assertThat(messages(asking)).contains("asking-reminder STOPPED").noneMatch(m -> m.endsWith("QUEUED"));
        assertThat(jdbc.sql("select p.revoked_at is not null from sharing.pass p join sharing.asking a on a.pass_id = p.id where a.id = ?").param(asking).query(Boolean.class).single())
                .as("the link opens nothing").isTrue();
        CaseFile other = asked.atInterview("取消町");
        assertThat(asked.ask(other, volunteer, "LINK").getStatus()).as("free for others again").isEqualTo(200);
    }

    @Test
    void anotherOnesQuestionIsNoneHere() throws Exception {
        CaseFile file = asked.atInterview("他人町");
        long mine = asked.volunteer("他人 五郎", "他人町", 1);
        long other = asked.volunteer("他人 六郎", "他人町", 1);
        Cookie visit = asked.visit(file, mine);
        asked.ask(file, other, "MAIL");
        assertThat(asked.visitDoes(visit, asked.asking(file, other), "agree", "promise", "1", "sure", "y").getStatus()).isEqualTo(401);
        assertThat(asked.state(asked.asking(file, other))).isEqualTo("ASKED");
        assertThat(mvc.perform(get("/v/supporter").cookie(visit)).andReturn().getResponse().getStatus()).as("no supporter's page").isEqualTo(401);
        assertThat(asked.send(post("/cases/" + file.number() + "/volunteers/" + mine).param("kind", "CALL"), As.wakakusa1()).getStatus()).as("a foreign office").isEqualTo(404);
    }

    @Test
    void twoAskAtOnceAndOneIsFirst() throws Exception {
        CaseFile one = asked.atInterview("同時町");
        CaseFile two = asked.atInterview("同時町");
        long volunteer = asked.volunteer("同時 七郎", "同時町", 1);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Future<MockHttpServletResponse>> answers = both.invokeAll(List.of((Callable<MockHttpServletResponse>) () -> asked.ask(one, volunteer, "LINK"),
                () -> asked.ask(two, volunteer, "LINK")));
        both.shutdown();
        assertThat(List.of(answers.get(0).get().getStatus(), answers.get(1).get().getStatus())).containsExactlyInAnyOrder(200, 409);
        assertThat(answers.get(0).get().getContentAsString() + answers.get(1).get().getContentAsString()).contains("上限まで依頼されています");
        assertThat(asked.ask(answers.get(0).get().getStatus() == 200 ? one : two, volunteer, "LINK").getStatus()).as("the same pair twice").isEqualTo(409);
    }

    @Test
    void anAnswerByWordBearsWhoHeardIt() throws Exception {
        CaseFile file = asked.atInterview("口頭町");
        long volunteer = asked.volunteer("口頭 八郎", "口頭町", 1);
        var request = post("/cases/" + file.number() + "/volunteers/" + volunteer + "/heard").param("kind", "DRIVE").param("answer", "AGREED").param("how", "TELEPHONE");
        assertThat(asked.send(request, As.aoba2()).getContentAsString()).contains("約束の文を読んで");
        assertThat(asked.send(post("/cases/" + file.number() + "/volunteers/" + volunteer + "/heard").param("kind", "DRIVE").param("answer", "AGREED").param("how", "TELEPHONE").param("read", "y"),
                As.aoba2()).getStatus()).isEqualTo(302);
        assertThat(said(file, asked.asking(file, volunteer))).isEqualTo(SupporterAnswer.AGREED);
        assertThat(asked.page("/cases/" + file.number() + "/volunteers", As.aoba2())).contains("記録：鈴木 健");
    }

    @Test
    void whoeverDoesNotAnswerInTimeIsAskedNoMore() throws Exception {
        CaseFile file = asked.atInterview("期限町");
        long volunteer = asked.volunteer("期限 九郎", "期限町", 1);
        asked.ask(file, volunteer, "MAIL");
        long asking = asked.asking(file, volunteer);
        jdbc.sql("update sharing.asking set ends_at = now() - interval '1 minute' where id = ?").param(asking).update();
        expire.run();
        expire.run();
        assertThat(asked.state(asking)).isEqualTo("EXPIRED");
        assertThat(said(file, asking)).isEqualTo(SupporterAnswer.NOT_ASKED);
        assertThat(messages(asking)).doesNotContain("asking-reminder QUEUED");
        assertThat(asked.ask(file, volunteer, "LINK").getStatus()).as("asked anew").isEqualTo(200);
    }

    @Test
    void outOfThePoolIsOutOfThePlans() throws Exception {
        CaseFile file = asked.atInterview("引退町");
        long volunteer = asked.volunteer("引退 十郎", "引退町", 1);
        Cookie visit = asked.visit(file, volunteer);
        long asking = asked.asking(file, volunteer);
        asked.visitDoes(visit, asking, "agree", "promise", "1", "sure", "y");
        asked.send(post("/volunteers/" + volunteer + "/end").param("sure", "y"), As.roster1());
        assertThat(said(file, asking)).isEqualTo(SupporterAnswer.REFUSED);
        assertThat(asked.state(asking)).isEqualTo("ENDED");
        assertThat(mvc.perform(get("/v/volunteer").cookie(visit)).andReturn().getResponse().getStatus()).isEqualTo(401);
    }
}
