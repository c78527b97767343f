package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.problem.Problem;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class ReviewLoopTest {

    @Autowired Loop loop;
    @Autowired MakeRemark makeRemark;
    @Autowired ReturnPlan returnPlan;
    @Autowired ApprovePlan approvePlan;
    @Autowired ApprovedVersion approved;
    @Autowired AnswerRemark answer;
    @Autowired AcceptProposal accept;
    @Autowired ReplyToRemark reply;
    @Autowired CloseRemark close;
    @Autowired Remarks remarks;
    @Autowired RemarkedFields editable;
    @Autowired SubmitPlan submit;
    @Autowired Submissions submissions;
    @Autowired Drafts drafts;
    @Autowired CaseProcess process;
    @Autowired CaseFiles cases;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    @Test
    void threeRoundsWithProposalReplyAndKeptAnswerUntilApproval() {
        CaseFile file = loop.atReview();
        long phone = remark(file, 1, "/resident/phone", RemarkKind.WRONG, "0242-33-4444");
        long way = remark(file, 1, "/route/means", RemarkKind.UNCLEAR, null);
        loop.as("review1", () -> returnPlan.returnPlan(file, Step.REVIEW_PLAN, 1, "よろしくお願いします", false));

        assertThat(process.openSteps(file.id())).containsExactly(Step.REVISE_PLAN);
        assertThat(editable.of(file.id())).hasValueSatisfying(open -> assertThat(open).containsExactlyInAnyOrder("/resident/phone", "/route/means"));
        loop.as("aoba2", () -> accept.accept(file, phone));
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/resident/phone").asText()).isEqualTo("0242-33-4444");
        assertThat(submitted(file)).isEqualTo("plan-incomplete");
        loop.as("aoba2", () -> reply.reply(file, way, "どの道のことですか"));
        loop.as("review1", () -> reply.reply(file, way, "川沿いの道です"));
        loop.as("aoba2", () -> answer.kept(file, way, "本人が歩きなれた道です"));
        assertThat(submitted(file)).isNull();

        assertThat(states(file)).containsExactly(RemarkState.ACCEPTED, RemarkState.KEPT);
        remark(file, 2, "/resident/address", RemarkKind.MISSING, null);
        loop.as("review2", () -> returnPlan.returnPlan(file, Step.REVIEW_PLAN, 2, null, false));
        loop.as("aoba2", () -> loop.write(file, Map.of("/resident/address", JsonNodeFactory.instance.textNode("みちしるべ市青葉1-1-101"))));
        assertThat(submitted(file)).isNull();
        assertThat(states(file)).containsExactly(RemarkState.ACCEPTED, RemarkState.KEPT, RemarkState.CHANGED);

        loop.as("review2", () -> approvePlan.approve(file, 3, null));
        assertThat(approved.of(file.id())).hasValue(3);
        assertThat(states(file)).containsOnly(RemarkState.CLOSED);
        assertThat(submissions.of(file.id())).hasSize(3);
    }

    @Test
    void onlyWhatWasRemarkedOpensUnlessTheReviewerSaysSo() {
        CaseFile file = returned(false);
        assertThatThrownBy(() -> loop.as("aoba2", () -> loop.write(file, Map.of("/resident/name", JsonNodeFactory.instance.textNode("別人")))))
                .hasMessageContaining("locked");
        CaseFile all = returned(true);
        loop.as("aoba2", () -> loop.write(all, Map.of("/resident/name", JsonNodeFactory.instance.textNode("試験 太朗"))));
        assertThat(editable.of(all.id())).isEmpty();
    }

    @Test
    void lockedFieldsStayLockedHoweverThePageSendsThem() throws Exception {
        CaseFile file = returned(false);
        String at = "/cases/" + file.number() + "/interview";
        String version = "" + drafts.find(file.id()).orElseThrow().version();
        mvc.perform(multipart(at).param("version", version).param("/resident/name", "別の 人").param("/resident/phone", "0242-44-4444")
                .with(As.aoba2()).with(csrf()));
        mvc.perform(post(at + "/draft").contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":" + version + ",\"changes\":{\"/resident/name\":\"別の 人\"}}").with(As.aoba2()).with(csrf()));
        assertThat(drafts.find(file.id()).orElseThrow().answers().at("/resident/name").asText()).isEqualTo("試験 太郎");
    }

    @Test
    void warningsAreSeenBeforeHandingInAndTravelWithTheComment() throws Exception {
        CaseFile file = loop.atInterview();
        loop.as("aoba2", () -> loop.write(file, loop.complete()));
        String at = "/cases/" + file.number();
        String warning = "避難支援等実施者が1人だけです";
        mvc.perform(get(at + "/interview/submission").with(As.aoba2())).andExpect(content().string(containsString(warning)));
        mvc.perform(post(at + "/interview/submission").param("version", "" + drafts.find(file.id()).orElseThrow().version())
                .param("comment", "もう1人は探しています").with(As.aoba2()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get(at + "/review").with(As.review1())).andExpect(content().string(containsString(warning)))
                .andExpect(content().string(containsString("もう1人は探しています")));
    }

    @Test
    void whatIsRefused() {
        CaseFile file = loop.atReview();
        refused("return-needs-remark", () -> returnPlan.returnPlan(file, Step.REVIEW_PLAN, 1, "だめです", false));
        refused("version-not-latest", () -> approvePlan.approve(file, 7, null));
        refused("remark-invalid", () -> makeRemark.make(file, 1, "/resident/shoeSize", RemarkKind.WRONG, "？", null));
        refused("remark-invalid", () -> makeRemark.make(file, 1, "/resident/phone", RemarkKind.WRONG, " ", null));
        refused("remark-invalid", () -> makeRemark.make(file, 1, "/supporters", RemarkKind.WRONG, "？", "値"));
        long id = remark(file, 1, "/resident/phone", RemarkKind.WRONG, null);
        refused("approve-with-remarks", () -> approvePlan.approve(file, 1, null));
        loop.as("aoba2", () -> refusedNow("remark-not-found", () -> reply.reply(file, id, "まだ見えません")));
        loop.as("review1", () -> returnPlan.returnPlan(file, Step.REVIEW_PLAN, 1, null, false));
        refused("already-decided", () -> returnPlan.returnPlan(file, Step.REVIEW_PLAN, 1, null, false));
        refused("already-decided", () -> approvePlan.approve(file, 1, null));
        refused("already-decided", () -> makeRemark.withdraw(file, id));
        loop.as("aoba2", () -> refusedNow("remark-still-applies", () -> close.close(file, id, null)));
        loop.as("aoba2", () -> refusedNow("no-proposal", () -> accept.accept(file, id)));
        loop.as("aoba2", () -> refusedNow("remark-invalid", () -> answer.kept(file, id, "")));
        loop.as("review1", () -> close.close(file, id, null));
        loop.as("aoba2", () -> refusedNow("remark-closed", () -> answer.kept(file, id, "遅かった")));
        loop.as("aoba2", () -> refusedNow("remark-closed", () -> reply.reply(file, id, "遅かった")));
    }

    @Test
    void aRemarkOnARowThatWentStaysAndCanBeClosedByTheOffice() {
        CaseFile file = loop.atReview();
        long id = remark(file, 1, "/contacts/c1", RemarkKind.WRONG, null);
        loop.as("review1", () -> returnPlan.returnPlan(file, Step.REVIEW_PLAN, 1, null, true));
        loop.as("aoba2", () -> loop.write(file, Map.of("/contacts/c2", loop.json("{\"name\":\"試験 次郎\",\"relation\":\"息子\",\"phone\":\"090-1234-0000\"}"))));
        loop.as("aoba2", () -> loop.write(file, Map.of("/contacts/c1", JsonNodeFactory.instance.nullNode())));
        loop.as("aoba2", () -> close.close(file, id, "この方は連絡先から外しました"));
        assertThat(states(file)).containsExactly(RemarkState.CLOSED);
        assertThat(submitted(file)).isNull();
    }

    @Test
    void anotherOfficeTakesOverInTheMiddleWithAllThereIs() throws Exception {
        CaseFile file = returned(false);
        long id = remarks.of(file.id()).get(0).id();
        loop.as("aoba2", () -> reply.reply(file, id, "どの番号ですか"));
        transaction.executeWithoutResult(tx -> cases.assign(file.id(), "WAKAKUSA", "担当者の退職"));
        CaseFile moved = cases.get(file.id());
        String at = "/cases/" + file.number();
        for (String page : new String[] {"", "/remarks", "/messages", "/interview", "/timeline"}) {
            mvc.perform(get(at + page).with(As.aoba2())).andExpect(status().isNotFound());
            mvc.perform(get(at + page).with(As.wakakusa1())).andExpect(status().isOk());
        }
        mvc.perform(get("/inbox?tab=office&q=" + file.number()).with(As.aoba2())).andExpect(content().string(not(containsString("試験 太郎"))));
        mvc.perform(get("/inbox?tab=returned&q=" + file.number()).with(As.wakakusa1())).andExpect(content().string(containsString("試験 太郎")));
        mvc.perform(get(at + "/remarks").with(As.wakakusa1())).andExpect(content().string(containsString("どの番号ですか")));
        loop.as("wakakusa2", () -> {
            loop.write(moved, Map.of("/resident/phone", JsonNodeFactory.instance.textNode("0242-44-4444")));
            submit.submit(file.id(), Step.REVISE_PLAN, null, "");
        });
        assertThat(submissions.of(file.id())).hasSize(2);
        assertThat(states(file)).containsExactly(RemarkState.CHANGED);
    }

    @Test
    void aReplyOfAnotherReviewerReachesTheOffice() {
        CaseFile file = returned(false);
        long id = remarks.of(file.id()).get(0).id();
        loop.as("review2", () -> reply.reply(file, id, "課では次の番号を知っています"));
        assertThat(told(file, "aoba2")).contains("REPLIED");
        assertThat(told(file, "review1")).doesNotContain("REPLIED");
        loop.as("aoba2", () -> reply.reply(file, id, "ありがとうございます"));
        assertThat(told(file, "review1")).contains("REPLIED");
    }

    private List<String> told(CaseFile file, String person) {
        return jdbc.sql("select kind from notification.notice where case_number = ? and person_id = ?").params(file.number().value(), person)
                .query(String.class).list();
    }

    private CaseFile returned(boolean opensAll) {
        CaseFile file = loop.atReview();
        remark(file, 1, "/resident/phone", RemarkKind.WRONG, null);
        loop.as("review1", () -> returnPlan.returnPlan(file, Step.REVIEW_PLAN, 1, null, opensAll));
        return file;
    }

    private long remark(CaseFile file, int version, String pointer, RemarkKind kind, String proposed) {
        return loop.as("review1", () -> makeRemark.make(file, version, pointer, kind, "確かめてください", proposed));
    }

    private List<RemarkState> states(CaseFile file) {
        return remarks.of(file.id()).stream().map(Remark::state).toList();
    }

    /** @return the kind of the refusal, or null when it was taken */
    private String submitted(CaseFile file) {
        try {
            loop.as("aoba2", () -> submit.submit(file.id(), Step.REVISE_PLAN, null, ""));
            return null;
        } catch (Problem refused) {
            return refused.kind();
        }
    }

    private void refused(String kind, Runnable act) {
        loop.as("review1", () -> refusedNow(kind, act));
    }

    private void refusedNow(String kind, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(kind));
    }
}
