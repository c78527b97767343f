package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.problem.Problem;
import jp.michishirube.signing.SealPlan;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ContentScan;
import jp.michishirube.testing.ProductTest;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** What becomes of a version handed in when values are taken out of it, and of what others wrote about them. */
@ProductTest
class RedactedVersionTest {

    @Autowired private MockMvc mvc;
    @Autowired private Planted planted;
    @Autowired private Submissions submissions;
    @Autowired private SealPlan seal;
    @Autowired private JdbcClient jdbc;

    @Test
    void neitherApprovalNorSealIsPossibleAndTheReasonIsSaid() throws Exception {
        Planted.Case it = planted.atReview();
        CaseFile file = it.file();
        planted.withdraw(mvc, file, "CONTINUE");
        String refused = mvc.perform(post("/cases/{n}/review/approve", file.number()).param("version", "1").with(As.review1()).with(csrf()))
                .andExpect(status().isConflict()).andReturn().getResponse().getContentAsString();
        assertThat(refused).contains("第1版からは、ご本人の同意の取りやめにより値を消しました").doesNotContain(it.supporter());
        assertThatThrownBy(() -> planted.approve(file, 1)).isInstanceOf(Problem.class).hasMessage("version-redacted");
        jdbc.sql("insert into review.round (case_id, version, decision, decided_by, decided_by_name, decided_at) values (?, 1, 'APPROVED', 'x', 'x', now())")
                .param(file.id().value()).update();
        assertThatThrownBy(() -> seal.seal(file.id())).as("approved a moment before").isInstanceOf(Problem.class).hasMessage("version-redacted");
    }

    @Test
    void theVersionSaysThatItIsRedactedAndItsHashProvesWhatItWas() throws Exception {
        Planted.Case it = planted.atReview();
        CaseFile file = it.file();
        String before = jdbc.sql("select encode(sha256(convert_to(answers::text || provenance::text, 'UTF8')), 'hex') from plan.submission where case_id = ?")
                .param(file.id().value()).query(String.class).single();
        planted.withdraw(mvc, file, "CONTINUE");
        assertThat(jdbc.sql("select former_sha256 from plan.redaction where case_id = ? and version = 1").param(file.id().value()).query(String.class).single())
                .isEqualTo(before);
        assertThat(page("/cases/" + file.number() + "/plan?version=1", file)).contains("連携で得た値を消しました");
        assertThat(mvc.perform(get("/api/v1/cases/{n}/submissions/1", file.number()).with(As.system("plans:read"))).andReturn().getResponse().getContentAsString())
                .contains("\"erased\":[", "/medical/allergies").doesNotContain(it.words().get(1));
        assertThatThrownBy(() -> jdbc.sql("update plan.submission set answers = '{}' where case_id = ?").param(file.id().value()).update())
                .as("nobody else alters one").hasStackTraceContaining("permission denied");
    }

    @Test
    void whatOthersWroteAboutAnErasedValueGoesAndTheRestStays() throws Exception {
        Planted.Case it = planted.atReview();
        CaseFile file = it.file();
        String phone = it.words().get(3).replace("-", "");
        String at = "/cases/" + file.number();
        remark(at, "/remarks/text", it.words().get(1) + "のことを書いてください");
        remark(at, "/medical/clinic", "確かめてください");
        remark(at, "/route/means", "歩ける道ですか");
        mvc.perform(multipart(at + "/messages").file(new MockMultipartFile("attachment", "図.pdf", "application/pdf", pdf()))
                .param("text", "支援者の電話は" + phone + "でよいですか").with(As.review1()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(post(at + "/messages").param("text", "来週うかがいます").with(As.aoba1()).with(csrf())).andExpect(status().is3xxRedirection());
        long batch = jdbc.sql("insert into signing.print_batch (person, total, state, content, cases, started_at) values ('x', 1, 'READY', 'x', ?, now()) returning id")
                .param(new Long[] {file.id().value()}).query(Long.class).single();
        planted.withdraw(mvc, file, "CONTINUE");
        assertThat(jdbc.sql("select text from review.remark where case_id = ? order by id").param(file.id().value()).query(String.class).list())
                .containsExactly("（同意の取りやめにより消しました）", "（同意の取りやめにより消しました）", "歩ける道ですか");
        assertThat(jdbc.sql("select text from review.message where case_id = ? order by id").param(file.id().value()).query(String.class).list())
                .containsExactly("（同意の取りやめにより消しました）", "来週うかがいます");
        assertThat(jdbc.sql("select count(*) from review.attachment a join review.message m on m.id = a.message_id where m.case_id = ?")
                .param(file.id().value()).query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select state from signing.print_batch where id = ? and content is null").param(batch).query(String.class).single()).isEqualTo("FAILED");
        assertThat(new ContentScan(jdbc).find(List.of(phone), Set.of())).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("update review.remark set text = 'x' where case_id = ?").param(file.id().value()).update())
                .as("nobody else alters one").hasMessageContaining("append-only");
        assertThat(submissions.latest(file.id())).isPresent();
    }

    private void remark(String at, String pointer, String text) throws Exception {
        mvc.perform(post(at + "/review/remarks").param("version", "1").param("pointer", pointer).param("kind", "UNCLEAR").param("text", text)
                .with(As.review1()).with(csrf())).andExpect(status().is3xxRedirection());
    }

    private String page(String path, CaseFile file) throws Exception {
        return mvc.perform(get(path).with(As.review1())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
