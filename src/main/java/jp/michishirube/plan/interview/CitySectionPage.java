package jp.michishirube.plan.interview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.draft.FillCitySection;
import jp.michishirube.plan.draft.PlaceLists;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.kept.PlanTexts;
import jp.michishirube.plan.versions.CitySections;
import jp.michishirube.plan.versions.ProvenanceBadge;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 市記入欄 while the plan is being checked: the city's own section, filled by those who check it. */
@Controller
@RequestMapping("/cases/{number}/city-section")
@PreAuthorize("hasRole('REVIEWER')")
class CitySectionPage {

    private final CaseAccess access;
    private final CaseProcess process;
    private final Submissions submissions;
    private final CitySections sections;
    private final Redactions redactions;
    private final FillCitySection fill;
    private final PlanForms forms;
    private final PlaceLists places;
    private final ProvenanceBadge badges;
    private final PlanTexts texts;

    CitySectionPage(CaseAccess access, CaseProcess process, Submissions submissions, CitySections sections, Redactions redactions,
            FillCitySection fill, PlanForms forms, PlaceLists places, ProvenanceBadge badges, PlanTexts texts) {
        this.access = access;
        this.process = process;
        this.submissions = submissions;
        this.sections = sections;
        this.redactions = redactions;
        this.fill = fill;
        this.forms = forms;
        this.places = places;
        this.badges = badges;
        this.texts = texts;
    }

    @GetMapping
    String page(@PathVariable CaseNumber number, Model model, Locale locale, HttpServletRequest request) {
        CaseFile file = access.openForStep(number, Step.REVIEW_PLAN);
        redactions.refuseGivenUp(file.id());
        Optional<Submission> plan = submissions.latest(file.id());
        if (plan.isEmpty() || !process.openSteps(file.id()).contains(Step.REVIEW_PLAN)) {
            return "redirect:/cases/" + number + "/plan";
        }
        return show(file, plan.get(), List.of(), Map.of(), model, locale, request);
    }

    @PostMapping
    String save(@PathVariable CaseNumber number, @RequestParam int version, @RequestParam int edits, @RequestParam MultiValueMap<String, String> params,
            Model model, Locale locale, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        CaseFile file = access.openForStep(number, Step.REVIEW_PLAN);
        redactions.refuseGivenUp(file.id());
        Submission plan = submissions.version(file.id(), version).orElseThrow(() -> Problem.conflict("city-section-changed"));
        Map<String, JsonNode> changes = PostedForm.changes(forms.version(plan.formVersion()), plan.answers(), Map.of(), params);
        List<FieldProblem> problems = fill.fill(file.id(), version, edits, changes);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(file, plan, problems, changes, model, locale, request);
        }
        flash.addFlashAttribute("notice", "plan.city.saved");
        return "redirect:/cases/" + number + "/review";
    }

    private String show(CaseFile file, Submission shown, List<FieldProblem> problems, Map<String, JsonNode> typed, Model model, Locale locale,
            HttpServletRequest request) {
        FilledPlan plan = forms.filled(shown);
        Set<String> own = FillCitySection.open(plan.form());
        FormPage page = new FormPage(new FormPage.Sources(plan, (ObjectNode) shown.provenance(), Set.of(), Optional.of(own), true, List.of(), problems,
                typed, (hazard, kind) -> places.of(file.id(), hazard, kind), locale), badges, texts);
        model.addAttribute("caseFile", file).addAttribute("activeTab", Step.REVIEW_PLAN.path()).addAttribute("problems", problems)
                .addAttribute("version", shown.version()).addAttribute("edits", sections.edits(file.id(), shown.version()))
                .addAttribute("sections", page.sections().stream().filter(s -> own.contains("/" + s.key())).toList())
                .addAttribute("html", new FieldHtml(texts, locale, request.getContextPath(), file.number().value()));
        return "plan/city";
    }
}
