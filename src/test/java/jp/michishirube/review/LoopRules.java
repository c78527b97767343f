package jp.michishirube.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Step;
import jp.michishirube.inbox.WorkItem;
import jp.michishirube.inbox.WorkItems;
import jp.michishirube.plan.versions.Change;
import jp.michishirube.plan.versions.Difference;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of the revision loop that may never break, looked at in the database after each pair of acts on a case. */
@Component
class LoopRules {

    private final JdbcClient jdbc;
    private final WorkItems items;
    private final Drafts drafts;
    private final Submissions submissions;
    private final PlanForms forms;
    private final RemarkedFields editable;
    private final ApprovedVersion approved;

    LoopRules(JdbcClient jdbc, WorkItems items, Drafts drafts, Submissions submissions, PlanForms forms, RemarkedFields editable,
            ApprovedVersion approved) {
        this.jdbc = jdbc;
        this.items = items;
        this.drafts = drafts;
        this.submissions = submissions;
        this.forms = forms;
        this.editable = editable;
        this.approved = approved;
    }

    /** What was true of one case so far. */
    final class Watch {

        private final CaseFile file;
        private final Map<String, String> written = new HashMap<>();
        private final Map<String, Instant> firstSeen = new HashMap<>();
        private Step step;
        private Set<String> opened;
        private String atRest;
        int returns;
        int approvals;
        int submitted = 1;

        Watch(CaseFile file) {
            this.file = file;
            look();
        }

        /** @return the step now open */
        Step look() {
            WorkItem item = inOneList();
            boolean moved = item.step() != step;
            step = item.step();
            nothingWrittenIsAltered();
            numbersAreTrue(item);
            if (step == Step.REVISE_PLAN) {
                opened = moved ? editable.of(file.id()).map(HashSet::new).orElse(null) : opened;
                onlyOpenFieldsChanged();
            } else {
                nothingChangesMeanwhile(moved);
            }
            return step;
        }

        private WorkItem inOneList() {
            List<WorkItem> open = items.of(file.id());
            assertThat(open).as("a case is in exactly one party's list").hasSize(1);
            WorkItem item = open.get(0);
            assertThat(item.party()).isEqualTo(item.step() == Step.REVIEW_PLAN ? "CITY" : "OFFICE");
            assertThat(item.office()).as("its office sees it").isEqualTo(file.office());
            assertThat(item.assignee()).as("nobody loses sight: taken by no one or by one of that party")
                    .satisfiesAnyOf(a -> assertThat(a).isNull(), a -> assertThat(a).startsWith(item.party().equals("CITY") ? "review" : "aoba"));
            return item;
        }

        /** Submissions, remarks, lines of their threads and decisions: each stays, word for word. */
        private void nothingWrittenIsAltered() {
            Map<String, String> now = new HashMap<>();
            jdbc.sql("""
                    select 'version ' || version as k, md5(s::text) as v from plan.submission s where case_id = :case
                    union all select 'remark ' || id, md5(r::text) from review.remark r where case_id = :case
                    union all select 'line ' || e.id, md5(e::text) from review.entry e join review.remark r on r.id = e.remark_id where case_id = :case
                    union all select 'decision ' || version, md5(d::text) from review.round d where case_id = :case
                    """).param("case", file.id().value()).query((rs, n) -> now.put(rs.getString("k"), rs.getString("v"))).list();
            assertThat(now).as("no version is altered, no remark vanishes").containsAllEntriesOf(written);
            written.putAll(now);
        }

        private void numbersAreTrue(WorkItem item) {
            Map<String, Integer> told = jdbc.sql("select kind, count(*)::int as n from casefile.event where case_id = ? group by kind")
                    .param(file.id().value()).query((rs, n) -> Map.entry(rs.getString("kind"), rs.getInt("n"))).list().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            Map<String, Integer> decided = jdbc.sql("select decision, count(*)::int as n from review.round where case_id = ? group by decision")
                    .param(file.id().value()).query((rs, n) -> Map.entry(rs.getString("decision"), rs.getInt("n"))).list().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            assertThat(List.of(decided.getOrDefault("RETURNED", 0), told.getOrDefault("plan-returned", 0)))
                    .as("returned as often as somebody was told that it is returned").containsOnly(returns);
            assertThat(List.of(decided.getOrDefault("APPROVED", 0), told.getOrDefault("plan-approved", 0))).as("approvals").containsOnly(approvals);
            assertThat(1 + told.getOrDefault("plan-resubmitted", 0)).as("rounds").isEqualTo(submitted)
                    .isEqualTo(written.keySet().stream().filter(k -> k.startsWith("version")).count());
            assertThat(submitted - returns - approvals).as("no submission is decided twice").isBetween(0, 1);
            assertThat(item.waitingSince()).as("waiting days never start again").isEqualTo(firstSeen.computeIfAbsent(item.party(), this::firstSeen));
        }

        private Instant firstSeen(String party) {
            return jdbc.sql("""
                    select min(created_at) from (select created_at, party, case_id from inbox.past_item
                        union all select created_at, party, case_id from inbox.work_item) i where case_id = ? and party = ?
                    """).params(file.id().value(), party).query(OffsetDateTime.class).single().toInstant();
        }

        private void onlyOpenFieldsChanged() {
            if (opened == null) {
                return;
            }
            var last = submissions.latest(file.id()).orElseThrow();
            List<String> changed = Difference.between(forms.filled(last), forms.filled(drafts.find(file.id()).orElseThrow()))
                    .stream().map(Change::pointer).toList();
            assertThat(changed).as("locked fields cannot be changed; open are %s", opened)
                    .allMatch(c -> opened.stream().anyMatch(o -> c.equals(o) || c.startsWith(o + "/")));
        }

        /** While the city looks at a plan, and after the approval, its text stays; after the approval the remarks stay too. */
        private void nothingChangesMeanwhile(boolean moved) {
            String now = drafts.find(file.id()).orElseThrow().answers().toString();
            if (step == Step.SIGN_PLAN) {
                assertThat(approved.of(file.id())).hasValue(submitted);
                now += written.keySet().stream().sorted().toList();
            }
            assertThat(now).as("nothing changes at %s", step).isEqualTo(moved ? now : atRest);
            atRest = now;
        }
    }
}
