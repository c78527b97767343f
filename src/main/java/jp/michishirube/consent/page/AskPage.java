package jp.michishirube.consent.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.NewLife;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.record.AskedNotices;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.record.DecisionCheck;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.consent.record.RequestConsent;
import jp.michishirube.consent.rule.ConsentPolicy;
import jp.michishirube.consent.rule.FreezeNotices;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.door.UpTo;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking at the bedside: the notice read out from the tablet, and what the person decided. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class AskPage {

    private final CaseAccess access;
    private final CaseProcess process;
    private final AskedNotices asked;
    private final FreezeNotices frozen;
    private final RecordConsent record;
    private final DecisionCheck check;
    private final ConsentPolicy policy;
    private final RequestConsent request;
    private final PrintNotice print;
    private final NewLife newLife;
    private final WhoAmI who;
    private final Clock clock;

    AskPage(CaseAccess access, CaseProcess process, AskedNotices asked, FreezeNotices frozen, RecordConsent record, DecisionCheck check, ConsentPolicy policy,
            RequestConsent request, PrintNotice print, NewLife newLife, WhoAmI who,
            Clock clock) {
        this.access = access;
        this.process = process;
        this.asked = asked;
        this.frozen = frozen;
        this.record = record;
        this.check = check;
        this.policy = policy;
        this.request = request;
        this.print = print;
        this.newLife = newLife;
        this.who = who;
        this.clock = clock;
    }

    @GetMapping("/cases/{number}/consents/{stage:creation|sharing}")
    String show(@PathVariable String number, @PathVariable String stage, Locale locale, Model model) {
        CaseFile file = access.open(Numbers.of(number), "consents");
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("givenBy", GivenBy.SELF.name());
        fields.add("explainedBy", who.me().name());
        fields.add("decidedAt", LocalDate.ofInstant(clock.instant(), Notices.JAPAN).toString());
        return page(file, stage, locale, model, fields);
    }

    @PostMapping("/cases/{number}/consents/{stage:creation|sharing}/form.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String number, @PathVariable String stage, @RequestParam String notice, Locale locale) {
        CaseFile file = access.open(Numbers.of(number), "consent-form");
        Notice asks = asked(file, stage, locale).stream().map(AskedNotices.Asked::notice).filter(n -> n.ref().id().equals(notice)).findFirst()
                .orElseThrow(() -> Problem.notFound("consent-not-found"));
        request.request(file, asks);
        return Download.of(print.form(file, asks, locale), MediaType.APPLICATION_PDF, "consent-form-" + file.number() + ".pdf");
    }

    private List<AskedNotices.Asked> asked(CaseFile file, String stage, Locale locale) {
        String language = locale.getLanguage().equals("en") ? "en" : "ja";
        List<AskedNotices.Asked> shown = stage.equals("creation") ? asked.creation(file.resident().id(), language)
                : asked.sharing(file.resident().id(), language);
        shown.forEach(a -> frozen.shown(a.notice().ref()));
        return shown;
    }

    @PostMapping("/cases/{number}/consents/{stage:creation|sharing}")
    @UpTo(value = "12MB", refusal = "scan-too-large")
    String save(@PathVariable String number, @PathVariable String stage, @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) MultipartFile scan, Locale locale, Model model, RedirectAttributes redirect,
            HttpServletResponse response) throws IOException {
        CaseFile file = access.open(Numbers.of(number), "consents");
        if ("open".equals(fields.getFirst("step")) && !process.openSteps(file.id()).contains(step(stage))) {
            throw Problem.conflict("stale-step");
        }
        String goesOn;
        try {
            ConsentGiven given = AskForm.read(fields, scan == null ? null : scan.getBytes(), clock);
            List<FieldProblem> wrong = new ArrayList<>(AskForm.unanswered(fields));
            if (!wrong.isEmpty()) {
                check.problems(given, new ArrayList<>()).stream().filter(p -> !p.field().equals("decisions")).forEach(wrong::add);
                throw Problem.invalid("consent-invalid", wrong);
            }
            asked.requireAsked(step(stage), file.resident().id(), given);
            goesOn = record.record(file.id(), given).caseNumber().value();
        } catch (Problem problem) {
            List<FieldProblem> wrong = problem.onFields("scan");
            response.setStatus(problem.status().value());
            model.addAttribute("problems", AskPageView.fields(wrong, fields));
            return page(file, stage, locale, model, fields);
        }
        redirect.addFlashAttribute("notice", goesOn.equals(file.number().value()) ? "consent.recorded" : "consent.recorded-anew");
        return "redirect:/cases/" + goesOn;
    }

    private String page(CaseFile file, String stage, Locale locale, Model model, MultiValueMap<String, String> fields) {
        model.addAttribute("caseFile", file);
        model.addAttribute("activeTab", "consents");
        model.addAttribute("stage", stage);
        model.addAttribute("anew", anew(file, stage));
        model.addAttribute("atStep", process.openSteps(file.id()).contains(step(stage)));
        model.addAttribute("asked", asked(file, stage, locale).stream().map(a -> AskPageView.asked(a, fields)).toList());
        model.addAttribute("form", AskPageView.values(fields));
        model.addAttribute("signers", policy.maySign().stream().map(s -> s.givenBy().name()).toList());
        model.addAttribute("relations", policy.maySign().stream().flatMap(s -> s.relations().stream()).distinct().sorted().toList());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Notices.JAPAN));
        return "consent/ask";
    }

    /** @throws Problem {@code case-ended} (409) instead of a form that could not be saved */
    private boolean anew(CaseFile file, String stage) {
        if (DecisionCheck.isOver(file) && !(stage.equals("creation") && newLife.possible(file))) {
            throw Problem.conflict("case-ended");
        }
        return DecisionCheck.isOver(file);
    }

    private static Step step(String stage) {
        return stage.equals("creation") ? Step.OBTAIN_CREATION_CONSENT : Step.OBTAIN_SHARING_CONSENT;
    }
}
