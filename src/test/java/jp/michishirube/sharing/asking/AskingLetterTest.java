package jp.michishirube.sharing.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Asked by letter: what stands on it, what the window of the envelope shows, and that it is said when it went. */
@ProductTest
class AskingLetterTest {

    private static final double POINT = 72 / 25.4;

    @Autowired MockMvc mvc;
    @Autowired Asked asked;
    @Autowired JdbcClient jdbc;

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    /** What the window of a long envelope may show: 90 × 45 mm, 22 mm from the left, 12 mm from the top, and 15 mm more where the sheet slips. */
    private static String window(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            PDFTextStripperByArea areas = new PDFTextStripperByArea();
            areas.addRegion("window", new Rectangle2D.Double(7 * POINT, 0, 105 * POINT, 72 * POINT));
            areas.extractRegions(read.getPage(0));
            return areas.getTextForRegion("window");
        }
    }

    private String state(long asking) {
        return jdbc.sql("select m.state from sharing.message m join sharing.asking a on a.pass_id = m.pass_id where a.id = ? and m.way = 'PAPER' and m.not_before is null").param(asking)
                .query(String.class).single();
    }

    @Test
    void aLetterIsPrintedComparedPostedAndAnswered() throws Exception {
        CaseFile file = asked.atInterview("手紙町");
        long volunteer = asked.living("手紙 一郎", "手紙町", "みちしるべ市手紙町一丁目2番3号", 1);
        String said = asked.ask(file, volunteer, "PAPER").getContentAsString();
        String code = Asked.found("class=\"pass-code\">(\\d{6})<", said);
        assertThat(said).as("the link is on the letter alone").doesNotContain("/p/");
        long asking = asked.asking(file, volunteer);
        String cases = "/cases/" + file.number() + "/volunteers/askings/" + asking;
        byte[] letter = asked.send(post(cases + "/letter.pdf"), As.aoba2()).getContentAsByteArray();
        assertThat(text(letter)).contains("手紙 一郎", "手紙町の方の避難", "声かけ、付き添い", "法律上の義務はありません", "みちしるべ市").doesNotContain("依頼 本人", code, "0242-12-9999");
        assertThat(window(letter)).contains("みちしるべ市手紙町一丁目2番3号", "手紙 一郎　様").doesNotContain("避難", "お願い", "A" + asking);
        byte[] sheet = asked.send(post("/cases/" + file.number() + "/volunteers/" + volunteer + "/code.pdf").param("code", code), As.aoba2()).getContentAsByteArray();
        assertThat(text(sheet)).contains(code.substring(0, 3) + " " + code.substring(3), "あなたの確認番号").doesNotContain("/p/", "依頼 本人");

        assertThat(state(asking)).isEqualTo("QUEUED");
        asked.send(post(cases + "/posted"), As.aoba2());
        assertThat(state(asking)).as("nobody compared").isEqualTo("QUEUED");
        assertThat(asked.send(post(cases + "/posted").param("pair", "yes"), As.aoba2()).getStatus()).isEqualTo(302);
        assertThat(state(asking)).isEqualTo("ACCEPTED");
        assertThat(asked.send(post(cases + "/letter.pdf"), As.aoba2()).getStatus()).as("the link is gone with the letter").isEqualTo(409);
        assertThat(asked.page("/cases/" + file.number() + "/volunteers", As.aoba2())).contains("手紙を送りました").doesNotContain("手紙を印刷する</button>");

        String secret = Asked.found("((?:[0-9a-z]{5} ){5}[0-9a-z])", text(letter)).replace(" ", "");
        Cookie visit = asked.open(secret, code);
        assertThat(asked.visitDoes(visit, asking, "agree", "promise", "1", "sure", "y").getHeader("Location")).endsWith("done=agreed");
        assertThat(state(asking)).isEqualTo("ANSWERED");
    }

    @Test
    void aVolunteerChangesTheOwnContact() throws Exception {
        CaseFile file = asked.atInterview("連絡町");
        long volunteer = asked.volunteer("連絡 一郎", "連絡町", 1);
        long twin = asked.volunteer("連絡 一郎", "連絡町", 1);
        Cookie visit = asked.visit(file, volunteer);
        assertThat(contact(visit, "", "").getContentAsString()).contains("電話かメールのどちらかを入力");
        assertThat(contact(visit, "x", "119").getContentAsString()).contains("メールアドレスの形", "電話番号の形");
        String taken = jdbc.sql("select phone from sharing.volunteer where id = ?").param(twin).query(String.class).single();
        assertThat(contact(visit, "", taken).getContentAsString()).as("another of that name has it").contains("市に電話してください");
        assertThat(contact(visit, "", "090-6666-0001").getRedirectedUrl()).isEqualTo("/v/volunteer?done=contact");
        assertThat(jdbc.sql("select coalesce(mail, '-') || ' ' || phone from sharing.volunteer where id = ?").param(volunteer).query(String.class).single()).isEqualTo("- 09066660001");
        assertThat(asked.page("/cases/" + file.number() + "/volunteers", As.aoba2())).as("still counted by the former number").contains("1人（1人まで）");
    }

    private MockHttpServletResponse contact(Cookie visit, String mail, String phone) throws Exception {
        return mvc.perform(post("/v/volunteer/contact").param("mail", mail).param("phone", phone).param("language", "ja").cookie(visit).with(csrf())).andReturn().getResponse();
    }

    @Test
    void theLeafletIsThereInEachLanguage() throws Exception {
        for (String[] language : new String[][] {{"ja", "法律上の義務はありません"}, {"easy", "決まりは ありません"}, {"en", "There is no legal duty"}}) {
            MockHttpServletResponse pdf = mvc.perform(get("/volunteers/promise.pdf").param("language", language[0]).with(As.aoba2())).andReturn().getResponse();
            assertThat(text(pdf.getContentAsByteArray())).contains(language[1]);
        }
        assertThat(mvc.perform(get("/volunteers/promise.pdf").with(As.machi1())).andReturn().getResponse().getStatus()).isEqualTo(403);
    }
}
