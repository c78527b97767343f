package jp.michishirube.review;

import java.util.ArrayList;
import java.util.List;

import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Whether a message may be written on a case, and as what. Not after the person gave the plan up: what office and city wrote about it was
 * erased then, and nothing would erase what came later.
 */
@Component
class MayWrite {

    private final CaseFiles cases;
    private final Redactions redactions;
    private final PlanForms forms;

    MayWrite(CaseFiles cases, Redactions redactions, PlanForms forms) {
        this.cases = cases;
        this.redactions = redactions;
        this.forms = forms;
    }

    boolean isOver(CaseFile file) {
        return file.state() == CaseState.CREATION_REFUSED || redactions.givenUp(file.id()).isPresent();
    }

    /**
     * Kept from a withdrawal beside it until the transaction ends: of the two the second sees what the first did.
     *
     * @throws Problem {@code message-given-up} (409), {@code message-invalid} (422)
     */
    void check(CaseFile file, String pointer, String text, List<Attachment> files) {
        cases.hold(file.id());
        if (isOver(cases.get(file.id()))) {
            throw Problem.conflict("message-given-up");
        }
        List<FieldProblem> wrong = new ArrayList<>();
        if (text == null || text.isBlank()) {
            wrong.add(new FieldProblem("text", "required"));
        } else if (text.length() > MakeRemark.TEXT) {
            wrong.add(new FieldProblem("text", "too-long", MakeRemark.TEXT));
        }
        if (pointer != null && !Addresses.isOf(forms.of(file.id()), pointer)) {
            wrong.add(new FieldProblem("pointer", "remark-field-unknown"));
        }
        if (files.size() > SendMessage.MOST_FILES) {
            wrong.add(new FieldProblem("attachment", "attachment-too-many", SendMessage.MOST_FILES));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("message-invalid", wrong);
        }
    }
}
