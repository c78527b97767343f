package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The timer {@code WatchingDueTimes} and what it tells before, at and after the due time. */
@ProductTest
class RemindersTest {

    @Autowired Loop loop;
    @Autowired WorkItems items;
    @Autowired Mornings mornings;
    @Autowired Timeline timeline;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    @Autowired ManagementService management;

    @Test
    void beforeAtAndAfterTheDueTimeThenTheLeaders() {
        people.remember(new Person("review1", "中村 由美", java.util.Set.of(Role.REVIEWER), null, false), null);
        people.remember(new Person("roster1", "加藤 浩", java.util.Set.of(Role.ROSTER_MANAGER), null, false), null);
        CaseFile file = loop.atReview();
        on(file, -3);
        assertThat(told(file, "review1")).containsExactly("SUBMITTED");
        on(file, -2);
        on(file, -1);
        on(file, 0);
        on(file, 0);
        on(file, 1);
        on(file, 3);
        on(file, 6);
        assertThat(told(file, "review1")).containsExactly("SUBMITTED", "DUE_SOON", "DUE_TODAY", "OVERDUE", "OVERDUE");
        assertThat(told(file, "roster1")).containsExactly("ESCALATED");
        assertThat(timeline.of(file.id())).extracting("kind").containsOnlyOnce("escalated");
    }

    @Test
    void oneTimerACaseComesBackEachMorning() {
        CaseFile file = loop.atReview();
        List<Job> jobs = jobs(file);
        assertThat(jobs).hasSize(1);
        Instant first = jobs.get(0).getDuedate().toInstant();
        assertThat(first.atZone(WorkingDays.JAPAN).getHour()).isEqualTo(8);
        management.executeJob(jobs.get(0).getId());
        assertThat(jobs(file)).singleElement().satisfies(job -> {
            assertThat(job.getId()).isNotEqualTo(jobs.get(0).getId());
            assertThat(job.getDuedate().toInstant().atZone(WorkingDays.JAPAN).getHour()).isEqualTo(8);
        });
        assertThat(items.of(file.id())).hasSize(1);
    }

    private List<Job> jobs(CaseFile file) {
        String instance = jdbc.sql("select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null")
                .param("case-" + file.id().value()).query(String.class).single();
        return management.createJobQuery().processInstanceId(instance).activityId("MorningCame").list();
    }

    private void on(CaseFile file, int workingDays) {
        mornings.on(file, mornings.fromDueDay(file, workingDays));
    }

    private List<String> told(CaseFile file, String person) {
        return jdbc.sql("select kind from notification.notice where case_number = ? and person_id = ? order by id")
                .params(file.number().value(), person).query(String.class).list();
    }
}
