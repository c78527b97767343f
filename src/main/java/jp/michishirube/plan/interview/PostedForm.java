package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.plan.draft.Draft;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.draft.SaveResult;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FieldValue;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * A whole form posted at once, as browsers without script do it. Inputs are named by the address of their field; {@code @} names each
 * group of boxes that was on the page, so that an emptied one is told from one that was not shown; {@code <address>#name} is a place
 * that is not in the list.
 */
@Component
class PostedForm {

    private final Drafts drafts;
    private final PlanForms forms;

    PostedForm(Drafts drafts, PlanForms forms) {
        this.drafts = drafts;
        this.forms = forms;
    }

    /** @return what the person changed, against the version that the page showed */
    Map<String, JsonNode> changes(CaseId caseId, long version, MultiValueMap<String, String> params) {
        Draft draft = drafts.find(caseId).orElseThrow(() -> Problem.conflict("draft-too-old"));
        PlanForm form = forms.version(draft.formVersion());
        return changes(form, draft.answers(), asShown(draft, version), params);
    }

    /** @param before what the page showed where that is not what is kept now */
    static Map<String, JsonNode> changes(PlanForm form, ObjectNode answers, Map<String, JsonNode> before, MultiValueMap<String, String> params) {
        Map<String, JsonNode> changes = new LinkedHashMap<>();
        List<String> shown = new ArrayList<>(params.keySet());
        shown.addAll(params.getOrDefault("@", List.of()));
        shown.stream().distinct().filter(a -> a.startsWith("/") && !a.endsWith("#name")).forEach(address -> form.field(address).ifPresent(field -> {
            JsonNode raw = field.kind().posted(params.getOrDefault(address, List.of()), params.getFirst(address + "#name"));
            JsonNode value = FieldValue.normalise(field, raw);
            JsonNode was = before.containsKey(address) ? before.get(address) : Answers.get(answers, address);
            if (!field.kind().same(value, was == null ? NullNode.instance : was)) {
                changes.put(address, raw);
            }
        }));
        return changes;
    }

    /** The values at that version, for what was changed since: else the page's old value would look like a change. */
    private Map<String, JsonNode> asShown(Draft draft, long version) {
        Map<String, JsonNode> before = new LinkedHashMap<>();
        if (version >= draft.logFloor() && version < draft.version()) {
            drafts.savesAfter(draft.caseId(), version).forEach(save -> save.changes().properties()
                    .forEach(e -> before.putIfAbsent(e.getKey(), e.getValue().path("before").isMissingNode() ? NullNode.instance : e.getValue().path("before"))));
        }
        return before;
    }

    List<FieldProblem> problems(SaveResult result) {
        List<FieldProblem> problems = new ArrayList<>(result.problems());
        result.conflicts().forEach(c -> problems.add(new FieldProblem(c.address(), "changed-by-other", c.by(), c.theirs().isValueNode() ? c.theirs().asText() : "")));
        return problems;
    }
}
