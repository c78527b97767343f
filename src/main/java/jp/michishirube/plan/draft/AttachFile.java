package jp.michishirube.plan.draft;

import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.files.Attachments;
import jp.michishirube.plan.files.CleanFile;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.kept.PlanPolicy;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.upload.UploadJudge;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an uploaded photo or file at a field of the plan being written. */
@Service
public class AttachFile {

    private final PlanForms forms;
    private final Drafts drafts;
    private final Attachments attachments;
    private final SaveDraft saveDraft;
    private final Municipality municipality;
    private final WhoAmI whoAmI;
    private final UploadJudge judge;

    AttachFile(PlanForms forms, Drafts drafts, Attachments attachments, SaveDraft saveDraft, Municipality municipality, WhoAmI whoAmI,
            UploadJudge judge) {
        this.forms = forms;
        this.drafts = drafts;
        this.attachments = attachments;
        this.saveDraft = saveDraft;
        this.municipality = municipality;
        this.whoAmI = whoAmI;
        this.judge = judge;
    }

    /** @throws Problem {@code plan-fields-wrong} (422) with the field, when the file is not what the field takes */
    @Transactional
    public SaveResult attach(CaseId caseId, String address, String name, byte[] bytes) {
        FormField field = forms.of(caseId).field(address).filter(f -> f.kind().isAttachment())
                .orElseThrow(() -> Problem.invalid("plan-fields-wrong", List.of(new FieldProblem(address, "unknown-field"))));
        CleanFile file = CleanFile.of(judge, field.kind().source(), address, name, bytes, municipality.section("plan", PlanPolicy.class).photoPixels());
        long id = attachments.add(caseId, file.name(), file.mediaType(), file.content(), whoAmI.orProcess().id());
        long version = drafts.find(caseId).map(Draft::version).orElse(0L);
        SaveResult result = saveDraft.save(caseId, version, Map.of(address, com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode().put("file", id)));
        if (!result.problems().isEmpty()) {
            throw Problem.invalid("plan-fields-wrong", result.problems());
        }
        return result;
    }
}
