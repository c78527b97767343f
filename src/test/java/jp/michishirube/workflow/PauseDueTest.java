package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.inbox.WorkItem;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A question that somebody waits for stops the clock of his step, not the days that the case waits. */
@ProductTest
class PauseDueTest {

    @Autowired MockMvc mvc;
    @Autowired Loop loop;
    @Autowired WorkItems items;
    @Autowired WorkingDays days;
    @Autowired Timeline timeline;
    @Autowired Mornings mornings;
    @Autowired JdbcClient jdbc;

    @Test
    void aQuestionStopsTheClockUntilTheAnswer() throws Exception {
        CaseFile file = loop.atInterview();
        WorkItem before = item(file);
        write(file, As.aoba2(), "途中の連絡です", false);
        assertThat(item(file).paused()).as("not every message is a question").isFalse();
        write(file, As.aoba2(), "どちらの様式ですか", true);
        assertThat(item(file).paused()).isTrue();
        mvc.perform(get("/inbox?tab=office&q=" + file.number()).with(As.aoba2())).andExpect(content().string(containsString("回答待ち（期限停止中）")));
        mornings.on(file, mornings.fromDueDay(file, 9));
        assertThat(told(file)).doesNotContain("OVERDUE", "ESCALATED");

        Instant then = days.closing(days.addDays(WorkingDays.dayOf(Instant.now()), -4));
        jdbc.sql("update inbox.work_item set paused_at = ? where task_id = ?").params(java.sql.Timestamp.from(then), before.taskId()).update();
        write(file, As.review1(), "新しい様式です", false);
        WorkItem after = item(file);
        assertThat(after.paused()).isFalse();
        assertThat(WorkingDays.dayOf(after.dueAt())).isEqualTo(days.addDays(WorkingDays.dayOf(before.dueAt()), days.daysBetween(then, Instant.now())));
        assertThat(timeline.of(file.id())).extracting("kind").containsSubsequence("answer-awaited", "due-goes-on");
        assertThat(after.waitingSince()).isEqualTo(before.waitingSince());
        mornings.on(file, mornings.fromDueDay(file, 1));
        assertThat(told(file)).contains("OVERDUE");
    }

    @Test
    void theOtherSidesStepIsNotStopped() throws Exception {
        CaseFile file = loop.atReview();
        write(file, As.aoba2(), "早めにお願いします", true);
        assertThat(item(file).paused()).isFalse();
        write(file, As.review1(), "地図を送ってください", true);
        assertThat(item(file).paused()).isTrue();
    }

    private WorkItem item(CaseFile file) {
        return items.of(file.id()).get(0);
    }

    private void write(CaseFile file, RequestPostProcessor who, String text, boolean waits) throws Exception {
        mvc.perform(multipart("/cases/" + file.number() + "/messages").param("text", text).param("waits", "" + waits).with(who).with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private List<String> told(CaseFile file) {
        return jdbc.sql("select kind from notification.notice where case_number = ?").param(file.number().value()).query(String.class).list();
    }
}
