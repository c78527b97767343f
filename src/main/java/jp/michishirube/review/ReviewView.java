package jp.michishirube.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of review and confirmation show. */
@Component
class ReviewView {

    private final ReviewSheets sheets;
    private final Submissions submissions;
    private final Rounds rounds;
    private final Remarks remarks;
    private final Phrases phrases;
    private final PlanForms forms;
    private final CaseProcess process;
    private final RefusedPage refusedPage;
    private final SecondPair eyes;
    private final Redactions redactions;

    ReviewView(ReviewSheets sheets, Submissions submissions, Rounds rounds, Remarks remarks, Phrases phrases, PlanForms forms,
            CaseProcess process, RefusedPage refusedPage, SecondPair eyes, Redactions redactions) {
        this.sheets = sheets;
        this.submissions = submissions;
        this.rounds = rounds;
        this.remarks = remarks;
        this.phrases = phrases;
        this.forms = forms;
        this.process = process;
        this.refusedPage = refusedPage;
        this.eyes = eyes;
        this.redactions = redactions;
    }

    /** @return whether there is anything to check; without a submission only the case is in the model */
    boolean fill(Model model, CaseFile file, Step step, Integer version, Integer with, Locale locale) {
        redactions.refuseGivenUp(file.id());
        List<Submission> all = submissions.of(file.id());
        model.addAttribute("caseFile", file).addAttribute("step", step);
        if (all.isEmpty()) {
            return false;
        }
        Submission latest = all.get(all.size() - 1);
        Submission shown = version == null ? latest : find(all, version).orElseThrow(() -> Problem.notFound("version-unknown", version));
        int before = with == null ? shown.version() - 1 : with;
        Submission compared = before == shown.version() ? null : find(all, before).orElse(null);
        Optional<Round> decision = rounds.of(file.id(), shown.version());
        boolean mayAct = shown.version() == latest.version() && decision.isEmpty() && process.openSteps(file.id()).contains(step);
        List<Remark> ofCase = remarks.of(file.id()).stream().filter(r -> r.state() != RemarkState.WITHDRAWN).toList();
        model.addAttribute("sheet", sheets.of(file.id(), shown, compared, locale))
                .addAttribute("submission", shown).addAttribute("versions", all).addAttribute("latest", latest.version())
                .addAttribute("handedIn", submissions.handedInWith(file.id(), shown.version()).orElse(null))
                .addAttribute("decision", decision.orElse(null)).addAttribute("mayAct", mayAct)
                .addAttribute("own", step == Step.REVIEW_PLAN && mayAct ? eyes.of(shown).name() : SecondPair.Own.NO.name())
                .addAttribute("written", ofCase.stream().filter(r -> r.state() == RemarkState.DRAFT).toList())
                .addAttribute("earlier", ofCase.stream().filter(r -> r.state() != RemarkState.DRAFT).toList())
                .addAttribute("confirmation", rounds.confirmation(file.id(), shown.version()).orElse(null))
                .addAttribute("activeTab", step.path()).addAttribute("kinds", RemarkKind.values()).addAttribute("phrases", phrases.all())
                .addAttribute("labels", new RemarkLabels(forms.of(file.id()), locale));
        if (!model.containsAttribute("typing")) {
            model.addAttribute("typing", RemarkForm.NONE);
        }
        return true;
    }

    /** The page with the reason why what was sent is refused. */
    ModelAndView refused(Model model, Problem problem, Locale locale) {
        return refusedPage.of("review/review", model, problem, locale);
    }

    private static Optional<Submission> find(List<Submission> all, int version) {
        return all.stream().filter(s -> s.version() == version).findFirst();
    }
}
