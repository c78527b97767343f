package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.springframework.jdbc.core.simple.JdbcClient;
import java.util.List;
import jp.michishirube.plan.draft.EraseContent;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class MessagesTest {

    private static final byte[] PDF = jp.michishirube.testing.TestPdf.page();

    @Autowired MockMvc mvc;
    @Autowired Loop loop;
    @Autowired Messages messages;
    @Autowired Remarks remarks;
    @Autowired Redactions redactions;
    @Autowired EraseContent erase;
    @Autowired JdbcClient jdbc;

    @Test
    void beforeSubmissionWithAFieldAFileAndAReceipt() throws Exception {
        CaseFile file = loop.atInterview();
        String at = "/cases/" + file.number() + "/messages";
        mvc.perform(multipart(at).file(new MockMultipartFile("attachment", "地図.pdf", "application/pdf", PDF))
                .param("pointer", "/resident/phone").param("text", "この番号でよいですか").with(As.aoba2()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        Message sent = messages.of(file.id()).get(0);
        assertThat(sent.readers()).isEmpty();
        mvc.perform(get(at).with(As.review1())).andExpect(status().isOk()).andExpect(content().string(containsString("この番号でよいですか")))
                .andExpect(content().string(containsString("地図.pdf")));
        assertThat(messages.of(file.id()).get(0).readers()).extracting(Message.Reader::name).containsExactly("中村 由美");
        mvc.perform(get(at + "/attachments/" + sent.files().get(0).id()).with(As.review1())).andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff")).andExpect(header().string("Content-Disposition", containsString("attachment")));
    }

    @Test
    void aLyingFileIsRefusedInPlaceAndNothingTypedIsLost() throws Exception {
        CaseFile file = loop.atInterview();
        mvc.perform(multipart("/cases/" + file.number() + "/messages")
                .file(new MockMultipartFile("attachment", "地図.png", "image/png", PDF)).param("text", "失われない文").with(As.aoba2()).with(csrf()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("失われない文")))
                .andExpect(content().string(containsString("中身と名前")));
        assertThat(messages.of(file.id())).isEmpty();
    }

    /** What was written about the plan is erased when the person gives it up; nothing would erase what came later. */
    @Test
    void nothingIsWrittenAnyMoreWhereThePersonGaveThePlanUp() throws Exception {
        CaseFile file = loop.atInterview();
        String at = "/cases/" + file.number() + "/messages";
        mvc.perform(post(at).param("text", "前の連絡").with(As.aoba2()).with(csrf())).andExpect(status().is3xxRedirection());
        redactions.add(file.id(), Redactions.WHOLE_PLAN, Redactions.Reason.PLAN_GIVEN_UP, null, List.of());
        mvc.perform(post(at).param("text", "本人の病名は").with(As.aoba2()).with(csrf())).andExpect(status().isConflict())
                .andExpect(content().string(containsString("計画を取りやめました")));
        mvc.perform(post("/api/v1/cases/" + file.number() + "/messages").contentType(MediaType.APPLICATION_JSON).content("{\"text\":\"本人の病名は\"}")
                .with(As.review1Token("tasks:write"))).andExpect(status().isConflict());
        assertThat(messages.of(file.id())).hasSize(1);
        mvc.perform(get(at).with(As.aoba2())).andExpect(status().isOk()).andExpect(content().string(containsString("計画を取りやめました")))
                .andExpect(content().string(not(containsString("<textarea"))));
        CaseFile refused = loop.atInterview();
        jdbc.sql("update casefile.casefile set state = 'CREATION_REFUSED' where id = ?").param(refused.id().value()).update();
        mvc.perform(post("/cases/" + refused.number() + "/messages").param("text", "断った方").with(As.review1()).with(csrf())).andExpect(status().isConflict());
    }

    /** Before the first page of the plan was opened there is no draft, and still something to erase. */
    @Test
    void whatWasWrittenBeforeAnyPlanWasBegunGoesTooWhenThePersonSaysNo() throws Exception {
        CaseFile file = loop.atInterview();
        jdbc.sql("delete from plan.draft where case_id = ?").param(file.id().value()).update();
        mvc.perform(post("/cases/" + file.number() + "/messages").param("text", "本人は透析中です").with(As.aoba2()).with(csrf())).andExpect(status().is3xxRedirection());
        erase.of(file.id());
        assertThat(messages.of(file.id())).extracting(Message::text).containsExactly(EraseQuotes.ERASED);
    }

    @Test
    void aForeignOfficeSeesAndWritesNothing() throws Exception {
        CaseFile file = loop.atReview();
        mvc.perform(get("/cases/" + file.number() + "/messages").with(As.wakakusa1())).andExpect(status().isNotFound());
        mvc.perform(post("/cases/" + file.number() + "/messages").param("text", "よその事業所").with(As.wakakusa1()).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/cases/" + file.number() + "/remarks/1/reply").param("text", "よその事業所").with(As.wakakusa1()).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/cases/" + file.number() + "/review").with(As.aoba1())).andExpect(status().isForbidden());
    }

    @Test
    void byApi() throws Exception {
        CaseFile file = loop.atReview();
        String at = "/api/v1/cases/" + file.number();
        mvc.perform(post(at + "/messages").contentType(MediaType.APPLICATION_JSON).content("{\"text\":\"確認します\"}").with(As.review1Token("tasks:write")))
                .andExpect(status().isCreated());
        mvc.perform(get(at + "/messages").with(As.review1Token("cases:read"))).andExpect(status().isOk()).andExpect(jsonPath("$", hasSize(1)));
        mvc.perform(post(at + "/remarks").contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":1,\"pointer\":\"/resident/phone\",\"kind\":\"wrong\",\"text\":\"番号\"}").with(As.review1Token("tasks:write")))
                .andExpect(status().isCreated());
        mvc.perform(post(at + "/remarks").contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":1,\"pointer\":\"/nowhere\",\"kind\":\"odd\",\"text\":\"\"}").with(As.review1Token("tasks:write")))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors", hasSize(3)));
        mvc.perform(get(at + "/remarks").with(As.aoba1Token("cases:read"))).andExpect(jsonPath("$", hasSize(0)));
        for (String read : new String[] {"/remarks", "/messages"}) {
            mvc.perform(get(at + read).with(As.system("cases:read"))).andExpect(status().isForbidden());
        }
        mvc.perform(get(at + "/remarks").with(As.review1Token("cases:read"))).andExpect(jsonPath("$[0].state").value("DRAFT"));
        mvc.perform(get(at + "/remarks").with(As.system("roster:read"))).andExpect(status().isForbidden());
    }

    @Test
    void anAnswerToAClosedRemarkIsRefusedInPlaceAndNothingTypedIsLost() throws Exception {
        CaseFile file = loop.atReview();
        String at = "/cases/" + file.number();
        mvc.perform(post(at + "/review/remarks").param("version", "1").param("pointer", "/resident/phone").param("kind", "WRONG").param("text", "番号")
                .with(As.review1()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(post(at + "/review/return").param("version", "1").with(As.review1()).with(csrf())).andExpect(status().is3xxRedirection());
        String remark = at + "/remarks/" + remarks.of(file.id()).get(0).id();
        mvc.perform(post(remark + "/kept").param("text", " ").with(As.aoba2()).with(csrf())).andExpect(status().isUnprocessableEntity());
        mvc.perform(post(remark + "/close").with(As.review1()).with(csrf())).andExpect(status().is3xxRedirection());
        for (String act : new String[] {"kept", "reply"}) {
            mvc.perform(post(remark + "/" + act).param("text", "遅れて書いた文").with(As.aoba2()).with(csrf())).andExpect(status().isConflict())
                    .andExpect(content().string(containsString("閉じ"))).andExpect(content().string(containsString("遅れて書いた文")))
                    .andExpect(content().string(not(containsString("problem."))));
        }
        assertThat(remarks.of(file.id()).get(0).thread()).extracting(ThreadEntry::kind).containsExactly(ThreadEntry.Kind.CLOSED);
    }

    @Test
    void whatTheReviewRefusesIsSaidOnThePageItself() throws Exception {
        CaseFile file = loop.atReview();
        String at = "/cases/" + file.number() + "/review";
        mvc.perform(post(at + "/return").param("version", "1").param("note", "残る連絡").with(As.review1()).with(csrf()))
                .andExpect(status().isBadRequest()).andExpect(content().string(containsString("残る連絡"))).andExpect(content().string(containsString("指摘が1件以上")));
        mvc.perform(post(at + "/remarks").param("version", "1").param("pointer", "/resident/phone").param("kind", "WRONG").param("proposed", "0242-77-7777")
                .with(As.review1()).with(csrf())).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("0242-77-7777")));
        mvc.perform(post(at + "/approve").param("version", "9").with(As.review1()).with(csrf())).andExpect(status().isConflict())
                .andExpect(content().string(containsString("最新"))).andExpect(content().string(not(containsString("problem."))));
    }
}
