package jp.michishirube.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office takes over the value that the reviewer proposed, with one touch. */
@Component
public class AcceptProposal {

    private final Remarks remarks;
    private final AnswerRemark answer;
    private final PlanForms forms;
    private final Drafts drafts;
    private final SaveDraft save;

    AcceptProposal(Remarks remarks, AnswerRemark answer, PlanForms forms, Drafts drafts, SaveDraft save) {
        this.remarks = remarks;
        this.answer = answer;
        this.forms = forms;
        this.drafts = drafts;
        this.save = save;
    }

    /**
     * @throws Problem {@code no-proposal} (409); {@code proposal-not-taken} (409) when the field is gone or does not take the value;
     *                 and what {@link AnswerRemark} refuses
     */
    @Transactional
    public void accept(CaseFile file, long remarkId) {
        Remark remark = remarks.get(file.id(), remarkId);
        if (remark.proposed() == null) {
            throw Problem.conflict("no-proposal");
        }
        answer.answer(file, remarkId, ThreadEntry.Kind.ACCEPTED, null);
        Draft draft = drafts.find(file.id()).orElseThrow(() -> Problem.conflict("proposal-not-taken"));
        FormField field = forms.version(draft.formVersion()).field(remark.pointer()).orElseThrow(() -> Problem.conflict("proposal-not-taken"));
        if (!save.save(file.id(), draft.version(), Map.of(remark.pointer(), value(field, remark.proposed()))).complete()) {
            throw Problem.conflict("proposal-not-taken");
        }
    }

    static JsonNode value(FormField field, String proposed) {
        return field.kind().normalise(field, TextNode.valueOf(proposed));
    }
}
