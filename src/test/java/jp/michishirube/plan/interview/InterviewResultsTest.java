package jp.michishirube.plan.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.ZoneId;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.Step;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Interviews that gave no plan: the reason, the fee category, the record of attempts, the rest and the way back from it. */
@ProductTest
class InterviewResultsTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Autowired MockMvc web;
    @Autowired Loop loop;
    @Autowired CaseProcess process;
    @Autowired CaseFiles cases;

    @Test
    void whoCannotBeReachedNeedsAttemptsOnRecord() throws Exception {
        CaseFile file = loop.atInterview();
        String at = "/cases/" + file.number() + "/interview/result";
        MockHttpServletRequestBuilder unreachable = write(at).param("choice", "PAUSED/unreachable").param("resumeOn", TODAY.plusDays(20).toString());
        web.perform(unreachable).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("連絡の記録が1件以上必要です")));

        web.perform(write(at + "/attempts").param("day", TODAY.plusDays(1).toString()).param("attemptNote", "残る文")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("きょうまでの日付"))).andExpect(content().string(containsString("方法を選んでください")))
                .andExpect(content().string(containsString("残る文")));
        web.perform(write(at + "/attempts").param("day", TODAY.minusDays(3).toString()).param("way", "CALL").param("attemptNote", "呼び出し音のみ"))
                .andExpect(status().is3xxRedirection());
        web.perform(write(at + "/attempts").param("day", TODAY.toString()).param("way", "VISIT").param("attemptNote", "留守。手紙を置いた"))
                .andExpect(status().is3xxRedirection());
        web.perform(get(at).with(As.aoba1())).andExpect(content().string(containsString("呼び出し音のみ"))).andExpect(content().string(containsString("訪問")));

        web.perform(unreachable).andExpect(status().is3xxRedirection());
        assertThat(process.openSteps(file.id())).isEmpty();
        assertThat(process.rests(file.id())).isTrue();
        web.perform(get("/cases/" + file.number()).with(As.aoba1())).andExpect(content().string(containsString("聞き取りを休止しています")))
                .andExpect(content().string(not(containsString("処理を進めています"))));
        web.perform(get("/cases/" + file.number() + "/plan").with(As.aoba1())).andExpect(content().string(containsString("それまでに2回連絡しました")))
                .andExpect(content().string(containsString("留守。手紙を置いた"))).andExpect(content().string(containsString("連絡のみ")))
                .andExpect(content().string(containsString("いま再開する")));
        web.perform(get("/cases/" + file.number() + "/plan").with(As.review1())).andExpect(content().string(not(containsString("いま再開する"))));
        web.perform(write(at + "/resume").with(As.wakakusa1())).andExpect(status().isNotFound());

        web.perform(write(at + "/resume")).andExpect(status().is3xxRedirection());
        assertThat(process.openSteps(file.id())).containsExactly(Step.INTERVIEW_RESIDENT);
        web.perform(write(at + "/resume")).andExpect(status().isConflict());
        web.perform(get("/cases/" + file.number() + "/timeline").with(As.aoba1())).andExpect(content().string(containsString("本人への連絡を記録しました（電話）")))
                .andExpect(content().string(containsString("休止していた聞き取りを再開しました")));
    }

    @ParameterizedTest
    @CsvSource({"INFORMATION_ONLY, informed, INFORMATION_ONLY, 訪問し、避難の情報を伝えた, 訪問・情報提供のみ",
        "NOT_ELIGIBLE, facility, NOT_ELIGIBLE, 施設に入所している, ", "REFUSED, no-wish, CREATION_REFUSED, 計画を望まない, 訪問・情報提供のみ"})
    void whatEndsTheCaseSaysWhyAndWhatItIsPaidAs(String outcome, String reason, CaseState state, String why, String fee) throws Exception {
        CaseFile file = loop.atInterview();
        web.perform(write("/cases/" + file.number() + "/interview/result").param("choice", outcome + "/" + reason).param("note", "本人と話した"))
                .andExpect(status().is3xxRedirection());
        assertThat(cases.get(file.id()).state()).isEqualTo(state);
        web.perform(get("/cases/" + file.number() + "/plan").with(As.roster1())).andExpect(status().isOk()).andExpect(content().string(containsString(why)))
                .andExpect(content().string(containsString("本人と話した")))
                .andExpect(content().string(fee == null ? not(containsString("委託料の区分")) : containsString("委託料の区分：" + fee)));
    }

    @Test
    void inHospitalUntilADay() throws Exception {
        CaseFile file = loop.atInterview();
        String at = "/cases/" + file.number() + "/interview/result";
        web.perform(write(at).param("choice", "PAUSED/hospital")).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("再開する日を入力")));
        web.perform(write(at).param("choice", "PAUSED/hospital").param("resumeOn", TODAY.toString())).andExpect(status().isUnprocessableEntity());
        web.perform(write(at).param("choice", "PAUSED/hospital").param("resumeOn", TODAY.plusDays(14).toString())).andExpect(status().is3xxRedirection());
        assertThat(process.rests(file.id())).isTrue();
        web.perform(get("/cases/" + file.number() + "/plan").with(As.aoba1())).andExpect(content().string(containsString("入院中")))
                .andExpect(content().string(containsString("再開する日")));
    }

    private static MockHttpServletRequestBuilder write(String at) {
        return post(at).with(As.aoba1()).with(csrf()).contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }
}
