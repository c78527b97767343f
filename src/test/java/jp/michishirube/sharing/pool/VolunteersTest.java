package jp.michishirube.sharing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Those willing to help: entered by the city, by hand and from lists; proposed by offices; never one who is protected. */
@ProductTest
class VolunteersTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;

    private static MockHttpServletRequestBuilder form(String path, String name, String area) {
        return post(path).with(csrf()).param("party", "PERSON").param("name", name).param("area", area).param("phone", "090-1234-0001").param("areas", area + "、隣" + area)
                .param("times", "DAY", "HOLIDAY").param("language", "ja").param("most", "2").param("source", "CITY");
    }

    private String list(String area) throws Exception {
        return mvc.perform(get("/volunteers").param("area", area).with(As.roster1())).andReturn().getResponse().getContentAsString();
    }

    private String listed(byte[] file) throws Exception {
        MockHttpServletResponse answer = mvc.perform(multipart("/volunteers/list").file(new MockMultipartFile("file", "list.csv", "text/csv", file)).with(csrf())
                .with(As.roster1())).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private long id(String name) {
        return jdbc.sql("select id from sharing.volunteer where name = ?").param(name).query(Long.class).single();
    }

    @Test
    void theCityEntersChangesAndEnds() throws Exception {
        assertThat(mvc.perform(form("/volunteers", "手入力 一郎", "手入力町").with(As.roster1())).andReturn().getResponse().getStatus()).isEqualTo(302);
        assertThat(list("手入力町")).contains("手入力 一郎", "平日の日中");
        assertThat(list("隣手入力町")).as("found by the 町 in which they help").contains("手入力 一郎");
        MockHttpServletResponse twice = mvc.perform(form("/volunteers", "手入力　一郎", "別町").with(As.roster1())).andReturn().getResponse();
        assertThat(twice.getStatus()).isEqualTo(422);
        assertThat(twice.getContentAsString()).contains("登録済みです");
        long id = id("手入力 一郎");
        assertThat(mvc.perform(form("/volunteers/" + id, "手入力 一郎", "移転町").param("version", "0").with(As.roster1())).andReturn().getResponse().getStatus()).isEqualTo(302);
        assertThat(mvc.perform(form("/volunteers/" + id, "手入力 一郎", "古い町").param("version", "0").with(As.roster1())).andReturn().getResponse().getStatus())
                .as("somebody else was first").isEqualTo(409);
        assertThat(mvc.perform(post("/volunteers/" + id + "/end").with(csrf()).with(As.roster1())).andReturn().getResponse().getStatus()).isEqualTo(302);
        assertThat(list("移転町")).as("nothing ends without the mark").contains("手入力 一郎");
        mvc.perform(post("/volunteers/" + id + "/end").param("sure", "yes").with(csrf()).with(As.roster1()));
        assertThat(list("移転町")).doesNotContain("手入力 一郎");
        assertThat(jdbc.sql("select phone from sharing.volunteer where id = ?").param(id).query().singleRow().get("phone")).as("nothing reaches them").isNull();
        assertThat(jdbc.sql("select what from sharing.volunteer_line where ? = any (shown) and what not in ('LISTED') order by id").param(id).query(String.class).list())
                .containsExactly("ENTERED", "CHANGED", "ENDED");
        assertThat(jdbc.sql("select count(*) from sharing.volunteer_line where ? = any (shown) and what = 'LISTED' and by_id <> 'michishirube'").param(id).query(Integer.class).single())
                .as("each reading leaves its line").isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() throws Exception {
        String said = mvc.perform(post("/volunteers").with(csrf()).with(As.roster1()).param("party", "ORGANISATION").param("name", "").param("phone", "119").param("most", "100")
                .param("source", "x").param("mail", "tonari")).andReturn().getResponse().getContentAsString();
        assertThat(said).contains("氏名または名称を入力", "担当者の氏名を入力", "電話番号の形になっていません", "手伝える町を1つから", "手伝える時間帯を選んで", "1から99まで", "決まった言葉の中から", "メールアドレスの形");
    }

    @Test
    void anOfficeProposesAndTheCityConfirms() throws Exception {
        assertThat(mvc.perform(form("/volunteers/propose", "申出 花子", "申出町").with(As.aoba2())).andReturn().getResponse().getStatus()).isEqualTo(302);
        assertThat(list("申出町")).contains("申出 花子", "市の確認待ち");
        assertThat(mvc.perform(get("/volunteers").with(As.aoba2())).andReturn().getResponse().getStatus()).as("the list is the city's").isEqualTo(403);
        assertThat(mvc.perform(form("/volunteers", "申出 花子", "申出町").with(As.aoba2())).andReturn().getResponse().getStatus()).isEqualTo(403);
        assertThat(mvc.perform(form("/volunteers/" + id("申出 花子"), "申出 花子", "申出町").param("version", "0").with(As.review1())).andReturn().getResponse().getStatus()).isEqualTo(403);
        mvc.perform(form("/volunteers/" + id("申出 花子"), "申出 花子", "申出町").param("version", "0").with(As.roster1()));
        assertThat(list("申出町")).contains("申出 花子", "依頼できる").doesNotContain("badge yellow");
    }

    @Test
    void aListIsTakenRowByRowAndWrongRowsAreNamed() throws Exception {
        String file = "避難の協力者,,,,,,\n氏名または名称,区分,担当者,町,電話番号,手伝える町,時間帯,言葉,人数,備考\n"
                + "名簿 太郎,個人,,名簿町,9012340002,名簿町,日中、休日,日本語,2,x\n名簿の会,団体,髙﨑 𠮷子,名簿町,0990-22-3333,名簿町、隣町,いつでも,やさしい日本語,5人,\n"
                + "誤り 一,個人,,名簿町,090-1,名簿町,日中,日本語,1,\n誤り 二,個人,,名簿町,090-1234-0003,,朝,火星語,0,\n\"誤り 三,個人\n";
        String said = listed(("\uFEFF" + file).getBytes(StandardCharsets.UTF_8));
        assertThat(said).contains("2件を加えました", "3行は加えていません", "備考", "090-1", "火星語", "閉じていない引用符");
        assertThat(list("名簿町")).contains("名簿 太郎", "名簿の会", "髙﨑 𠮷子").doesNotContain("誤り");
        assertThat(jdbc.sql("select phone from sharing.volunteer where name = '名簿 太郎'").query(String.class).single()).as("the zero that Excel takes").isEqualTo("09012340002");
        assertThat(listed(file.getBytes(StandardCharsets.UTF_8))).as("again").contains("0件を加えました", "2件は登録済み");
        String cp932 = "氏名,手伝える町,時間帯,電話\r\n窓 一郎,名簿町,夜,0990-11-2222\r\n";
        assertThat(listed(cp932.getBytes(Charset.forName("windows-31j")))).contains("1件を加えました");
    }

    @Test
    void aFileThatIsNoListIsRefusedInWords() throws Exception {
        for (byte[] file : new byte[][] {"a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), new byte[] {0, 1, 2, 3}, "%PDF-1.7".getBytes(StandardCharsets.UTF_8), new byte[0]}) {
            MockHttpServletResponse answer = mvc.perform(multipart("/volunteers/list").file(new MockMultipartFile("file", "x", "text/csv", file)).with(csrf()).with(As.roster1()))
                    .andReturn().getResponse();
            assertThat(answer.getStatus()).isEqualTo(400);
        }
    }

    @Test
    void whoeverIsProtectedIsInNoList() throws Exception {
        mvc.perform(form("/volunteers", "隠れ 花子", "隠れ町").with(As.roster1()));
        long id = id("隠れ 花子");
        long resident = jdbc.sql("insert into casefile.resident (city_number, name) values ('HIDDEN-VOLUNTEER', '隠れ　花子') returning id").query(Long.class).single();
        jdbc.sql("insert into casefile.protection (resident_id, ground, set_by, set_by_name, set_at) values (?, 'x', 'x', 'x', now())").param(resident).update();
        assertThat(list("隠れ町")).doesNotContain("隠れ 花子");
        assertThat(mvc.perform(get("/volunteers/" + id).with(As.roster1())).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void whoeverIsProtectedIsInNoListInWhicheverShapeTheNameStands() throws Exception {
        long resident = jdbc.sql("insert into casefile.resident (city_number, name, kana) values ('HIDDEN-SHAPES', '髙隠 ハナ', 'タカガクレ ハナ') returning id").query(Long.class).single();
        for (String name : List.of("高隠ハナ", "たかがくれ　はな")) {
            mvc.perform(form("/volunteers", name, "形町").with(As.roster1()));
        }
        mvc.perform(form("/volunteers", "形町の会", "形町").param("contactName", "髙隠 ハナ").with(As.roster1()));
        assertThat(list("形町")).contains("高隠ハナ", "たかがくれ　はな", "形町の会");
        jdbc.sql("insert into casefile.protection (resident_id, ground, set_by, set_by_name, set_at) values (?, 'x', 'x', 'x', now())").param(resident).update();
        assertThat(list("形町")).doesNotContain("高隠ハナ", "たかがくれ", "形町の会");
        assertThat(mvc.perform(form("/volunteers", "髙隠\u200Bハナ", "形町").with(As.roster1())).andReturn().getResponse().getStatus()).as("what cannot be seen").isEqualTo(422);
    }

    /** Who is in the pool, or hidden in it, is not told to an office that tries names. */
    @Test
    void anOfficeIsAnsweredAlikeWhetherSomebodyIsThereOrNot() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(mvc.perform(form("/volunteers/propose", "二度 太郎", "二度町").with(As.aoba1())).andReturn().getResponse().getStatus()).isEqualTo(302);
        }
        assertThat(jdbc.sql("select count(*) from sharing.volunteer where name = '二度 太郎'").query(Integer.class).single()).isEqualTo(1);
    }
}
