package jp.michishirube.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.michishirube.organization.Role;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Addresses of lists that no page of ours wrote: kept, led on to, or given as the way back. */
@ProductTest
class OddAddressesTest {

    @Autowired private MockMvc mvc;
    @Autowired private JdbcClient jdbc;

    private final String id = "odd-" + System.nanoTime();
    private final RequestPostProcessor me = As.person(id, "試験 奇", "AOBA", Role.CARE_MANAGER);

    @Test
    void aFilterThatNobodyCouldReadIsNotKept() throws Exception {
        for (String query : List.of("q=%zz", "q=%", "a=%4", "%zz=1", "tab=mine&q=%00", "search=%zz", "search=%00", "q=" + "%E3%81%82".repeat(500))) {
            MockHttpServletResponse answer = answer(post("/inbox/filters").param("name", "奇").param("query", query));
            assertThat(answer.getStatus()).as(query).isEqualTo(400);
            assertThat(jdbc.sql("select count(*) from inbox.saved_filter where person = ?").param(id).query(Integer.class).single()).as(query).isZero();
        }
        assertThat(text(answer(post("/inbox/filters").param("name", "奇").param("query", "q=%zz")))).contains("この条件は保存できません");
        assertThat(answer(get("/inbox")).getStatus()).isEqualTo(200);
    }

    @Test
    void aFilterKeptBeforeThatCannotBeReadIsShownSoAndCanBeDeleted() throws Exception {
        long broken = jdbc.sql("insert into inbox.saved_filter (person, name, query) values (?, '壊れた条件', 'tab=office&q=%zz') returning id").param(id)
                .query(Long.class).single();
        jdbc.sql("insert into inbox.saved_filter (person, name, query) values (?, '長い条件', ?), (?, '文字でない条件', 'q=%00')")
                .params(id, "q=" + "%E3%81%82".repeat(201), id).update();
        MockHttpServletResponse list = answer(get("/inbox?tab=office"));
        assertThat(list.getStatus()).isEqualTo(200);
        assertThat(text(list)).contains("壊れた条件（この条件は開けません", "長い条件（この条件は開けません", "文字でない条件（この条件は開けません").doesNotContain("%zz");
        assertThat(answer(post("/inbox/filters/delete").param("id", "" + broken)).getStatus()).isEqualTo(302);
        assertThat(text(answer(get("/inbox?tab=office")))).doesNotContain("壊れた条件");
    }

    @Test
    void aNameInAnAddressIsLedOutOfItInEverySpelling() throws Exception {
        for (String address : List.of("/inbox?q=%E6%9C%A8", "/inbox?%71=%E6%9C%A8", "/inb%6Fx?q=%E6%9C%A8")) {
            assertThat(answer(get(URI.create(address))).getRedirectedUrl()).as(address).startsWith("/inbox?search=").doesNotContain("%E6");
        }
        MockHttpServletResponse tooLong = answer(get(URI.create("/inbox?q=" + "%E6%9C%A8".repeat(201))));
        assertThat(tooLong.getStatus()).isEqualTo(400);
        assertThat(text(tooLong)).contains("200字まで");
    }

    @Test
    void anAddressThatFitsIntoNoAnswerIsRefusedOrDroppedAndNeverAFault() throws Exception {
        String letters = "a".repeat(9_000);
        for (var request : List.of(post("/inbox/search").param("a", letters), post("/inbox/search").param("a", "あ".repeat(1_000)),
                get(URI.create("/inbox?q=%E3%81%82&x=" + letters)))) {
            MockHttpServletResponse refused = answer(request);
            assertThat(refused.getStatus()).isEqualTo(400);
            assertThat(refused.getRedirectedUrl()).isNull();
            assertThat(text(refused)).contains("長すぎて、次の画面へ進めません");
        }
        assertThat(answer(post("/inbox/filters").param("name", "長").param("query", "a=" + letters)).getStatus()).isEqualTo(400);
        for (var request : List.of(post("/inbox/columns"), post("/inbox/many").param("act", "none"), post("/inbox/many").param("act", "take"),
                post("/inbox/filters/delete").param("id", "0"))) {
            assertThat(answer(request.param("back", "/inbox?a=" + letters)).getRedirectedUrl()).isEqualTo("/inbox");
        }
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.accept("text/html").header("Accept-Language", "ja").with(me).with(csrf())).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
