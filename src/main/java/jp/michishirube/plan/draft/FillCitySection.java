package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.CitySections;
import jp.michishirube.plan.versions.Provenance;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 市記入欄: the city writes in its own section of the plan that it checks. What the office handed in stays as it is. */
@Service
public class FillCitySection {

    private final PlanForms forms;
    private final Submissions submissions;
    private final CitySections sections;
    private final KnownValues known;
    private final CaseFiles cases;
    private final CaseProcess process;
    private final Timeline timeline;
    private final WhoAmI whoAmI;
    private final Clock clock;

    FillCitySection(PlanForms forms, Submissions submissions, CitySections sections, KnownValues known, CaseFiles cases, CaseProcess process,
            Timeline timeline, WhoAmI whoAmI, Clock clock) {
        this.forms = forms;
        this.submissions = submissions;
        this.sections = sections;
        this.known = known;
        this.cases = cases;
        this.process = process;
        this.timeline = timeline;
        this.whoAmI = whoAmI;
        this.clock = clock;
    }

    /** The addresses that the city may write at: its own sections. */
    public static Set<String> open(PlanForm form) {
        return form.sections().stream().filter(FormSection::isFilledByCity).map(s -> "/" + s.key()).collect(Collectors.toSet());
    }

    /**
     * All of it or nothing.
     *
     * @param version the submission that the writer saw, {@code edits} times written in by the city
     * @param changes by address
     * @return what is wrong; empty when everything is kept
     * @throws Problem {@code plan-not-open} (409) when the plan is not being checked; {@code city-section-changed} (409) when there is a
     *                 newer version, or a colleague wrote since
     */
    @Transactional
    public List<FieldProblem> fill(CaseId caseId, int version, int edits, Map<String, JsonNode> changes) {
        cases.hold(caseId);
        if (!process.openSteps(caseId).contains(Step.REVIEW_PLAN)) {
            throw Problem.conflict("plan-not-open");
        }
        Submission plan = submissions.latest(caseId).orElseThrow(() -> Problem.conflict("plan-not-open"));
        if (plan.version() != version || sections.edits(caseId, version) != edits) {
            throw Problem.conflict("city-section-changed");
        }
        PlanForm form = forms.version(plan.formVersion());
        Person me = whoAmI.me();
        Draft asHandedIn = new Draft(caseId, plan.formVersion(), plan.answers(), (ObjectNode) plan.provenance(), version, 0, 0, 0, plan.at(), plan.by());
        DraftEdit edit = new DraftEdit(form, asHandedIn, List.of(), Optional.of(open(form)), me, clock.instant(), LocalDate.now(clock),
                (field, address, raw, current) -> known.resolve(caseId, form, field, address, raw, current));
        changes.forEach(edit::change);
        List<FieldProblem> problems = edit.result(asHandedIn).problems();
        if (problems.isEmpty() && edit.changed()) {
            keep(caseId, version, open(form), edit, me);
        }
        return problems;
    }

    private void keep(CaseId caseId, int version, Set<String> own, DraftEdit edit, Person me) {
        ObjectNode answers = edit.answers().objectNode();
        ObjectNode provenance = edit.answers().objectNode();
        for (String section : own) {
            answers.set(section.substring(1), edit.answers().path(section.substring(1)).isMissingNode() ? answers.objectNode()
                    : edit.answers().get(section.substring(1)));
            Provenance.under(edit.provenance(), section).forEach(a -> provenance.set(a, edit.provenance().get(a)));
        }
        sections.write(caseId, version, answers, provenance, clock.instant(), me.id());
        timeline.append(caseId, "city-section-written", Map.of("version", String.valueOf(version)));
    }
}
