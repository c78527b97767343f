package jp.michishirube.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reviewer writes a remark on a field or section of the latest submission, or takes one back before the decision. */
@Component
public class MakeRemark {

    static final int TEXT = 2000;

    private final LatestVersion latest;
    private final Remarks remarks;
    private final PlanForms forms;
    private final WhoAmI who;
    private final Clock clock;

    MakeRemark(LatestVersion latest, Remarks remarks, PlanForms forms, WhoAmI who, Clock clock) {
        this.latest = latest;
        this.remarks = remarks;
        this.forms = forms;
        this.who = who;
        this.clock = clock;
    }

    /**
     * @param pointer  address of a field, a row, a group or a section of the form
     * @param proposed value as the form stores it; null or blank for none. Only for a field with one value
     * @return id of the remark
     * @throws Problem {@code remark-invalid} (422) with what is wrong; {@code version-not-latest}, {@code already-decided} (409)
     */
    @Transactional
    public long make(CaseFile file, int version, String pointer, RemarkKind kind, String text, String proposed) {
        Submission submission = latest.undecided(file.id(), version);
        String value = proposed == null || proposed.isBlank() ? null : proposed.strip();
        check(forms.version(submission.formVersion()), pointer, kind, text, value);
        return remarks.add(file.id(), version, pointer, kind, text.strip(), value, who.me(), clock.instant());
    }

    /** @throws Problem {@code remark-already-sent} (409) when the office has it */
    @Transactional
    public void withdraw(CaseFile file, long remarkId) {
        Remark remark = remarks.get(file.id(), remarkId);
        latest.undecided(file.id(), remark.version());
        if (remark.state() != RemarkState.DRAFT) {
            throw Problem.conflict("remark-already-sent");
        }
        remarks.append(remarkId, ThreadEntry.Kind.WITHDRAWN, null, who.me(), true, clock.instant());
    }

    private static void check(PlanForm form, String pointer, RemarkKind kind, String text, String proposed) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (!Addresses.isOf(form, pointer)) {
            wrong.add(new FieldProblem("pointer", "remark-field-unknown"));
        }
        if (kind == null) {
            wrong.add(new FieldProblem("kind", "required"));
        }
        if (text == null || text.isBlank()) {
            wrong.add(new FieldProblem("text", "required"));
        } else if (text.length() > TEXT) {
            wrong.add(new FieldProblem("text", "too-long", TEXT));
        }
        if (proposed != null && !Addresses.takesProposal(form, pointer)) {
            wrong.add(new FieldProblem("proposed", "remark-no-proposal-here"));
        }
        if (proposed != null && proposed.length() > TEXT) {
            wrong.add(new FieldProblem("proposed", "too-long", TEXT));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("remark-invalid", wrong);
        }
    }
}
