package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.door.FieldByField;
import jp.michishirube.plan.draft.SaveDraft;
import jp.michishirube.plan.draft.SaveResult;
import jp.michishirube.plan.kept.PlanTexts;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page's script talks to: saving by changed fields. */
@RestController
@RequestMapping("/cases/{number}/interview")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class AutosaveController {

    private final OpenInterview interviews;
    private final SaveDraft saveDraft;
    private final PlanTexts texts;

    AutosaveController(OpenInterview interviews, SaveDraft saveDraft, PlanTexts texts) {
        this.interviews = interviews;
        this.saveDraft = saveDraft;
        this.texts = texts;
    }

    /** @param version of the draft the page builds on */
    record Save(Long version, ObjectNode changes) {}

    /** @param at time of day to show */
    record Saved(
            long version, String at, List<String> saved, Map<String, JsonNode> normalised, List<Told> problems, Map<String, JsonNode> others,
            List<String> conflicts, Map<String, Integer> missing) {}

    record Told(String address, String text, JsonNode theirs) {}

    @PostMapping("/draft")
    @FieldByField
    Saved save(@PathVariable String number, @RequestBody Save save, Locale locale) {
        OpenInterview.At at = interviews.of(number, "plan");
        if (save.version() == null) {
            throw Problem.badRequest("version-needed");
        }
        Map<String, JsonNode> changes = new LinkedHashMap<>();
        if (save.changes() != null) {
            save.changes().properties().forEach(e -> changes.put(e.getKey(), e.getValue()));
        }
        return saved(saveDraft.save(at.caseFile().id(), save.version(), changes), texts, locale);
    }

    static Saved saved(SaveResult r, PlanTexts texts, Locale locale) {
        List<Told> told = new java.util.ArrayList<>();
        r.problems().forEach(p -> told.add(new Told(p.field(), texts.problem(p, locale), null)));
        r.conflicts().forEach(c -> told.add(new Told(c.address(), texts.get("problem.field.changed-by-other", locale, c.by(),
                c.theirs().isValueNode() ? c.theirs().asText() : c.theirs().path("name").asText()), c.theirs())));
        return new Saved(r.version(), PlanTexts.time(r.savedAt()), r.saved(), r.normalised(), told, r.others(),
                r.conflicts().stream().map(SaveResult.Conflict::address).toList(), r.missing());
    }
}
