package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.versions.Provenance;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the resident's plan before this case said, as facts offered to the new one: a renewal does not ask everything again. */
@Repository
class PreviousPlan {

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Redactions redactions;

    PreviousPlan(JdbcClient jdbc, Submissions submissions, Redactions redactions) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.redactions = redactions;
    }

    /** @return the last version handed in for another case of the same resident; empty for a first plan */
    Optional<Submission> of(CaseId caseId) {
        return jdbc.sql("""
                select s.case_id from plan.submission s join casefile.casefile before on before.id = s.case_id
                join casefile.casefile now on now.resident_id = before.resident_id
                where now.id = ? and before.id <> now.id order by s.submitted_at desc limit 1
                """).param(caseId.value()).query(Long.class).optional().map(CaseId::new).flatMap(before -> submissions.latest(before).map(s -> said(before, s)));
    }

    /** Who stopped the linkage while the plan stayed in force takes only the own words along into the next. */
    Submission said(CaseId before, Submission plan) {
        if (!redactions.linkageStopped(before)) {
            return plan;
        }
        var answers = plan.answers().deepCopy();
        plan.provenance().properties().stream().filter(e -> Provenance.isLinked(e.getValue()) && !Provenance.isFrom(e.getValue(), Holder.ROSTER))
                .forEach(e -> Answers.remove(answers, e.getKey()));
        return new Submission(plan.version(), answers, plan.provenance(), plan.at(), plan.by(), plan.formVersion());
    }

    /** The answers by the links of the form that is filled now; what it does not ask, or asks anew, stays behind. */
    static ObjectNode facts(PlanForm form, Submission before) {
        ObjectNode facts = before.answers().objectNode();
        form.fields().filter(FormField::isRenewed).forEach(f -> {
            JsonNode answer = Answers.get(before.answers(), f.pointer());
            if (!Answers.isEmpty(answer)) {
                facts.set(Holder.previous(f.pointer()), answer);
            }
        });
        return facts;
    }
}
