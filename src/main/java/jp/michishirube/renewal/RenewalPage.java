package jp.michishirube.renewal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 計画の更新: why the plan is looked at again, what the office decides, and what was decided before. */
@Controller
@RequestMapping("/cases/{number}/renewal")
class RenewalPage {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final CaseAccess access;
    private final CaseProcess process;
    private final ReadRenewals read;
    private final DecideRenewal decide;
    private final AskForRenewal ask;
    private final MessageSource messages;
    private final WhoAmI who;
    private final Clock clock;

    RenewalPage(CaseAccess access, CaseProcess process, ReadRenewals read, DecideRenewal decide, AskForRenewal ask, MessageSource messages,
            WhoAmI who, Clock clock) {
        this.access = access;
        this.process = process;
        this.read = read;
        this.decide = decide;
        this.ask = ask;
        this.messages = messages;
        this.who = who;
        this.clock = clock;
    }

    /** What was typed, shown again where it cannot be taken. */
    record Form(String who, String name, String how, String on, String decision, List<String> sections) {

        static final Form EMPTY = new Form("", "", "", "", "", List.of());

        Asking asking() {
            return new Asking(word(Asking.Who.values(), who), name == null ? "" : name.strip(), word(Asking.How.values(), how), day());
        }

        private LocalDate day() {
            try {
                return on == null || on.isBlank() ? null : LocalDate.parse(on.strip());
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        static <E extends Enum<E>> E word(E[] words, String name) {
            return Arrays.stream(words).filter(w -> w.name().equals(name)).findFirst().orElse(null);
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
    String show(@PathVariable CaseNumber number, Model model, Locale locale) {
        return page(access.open(number, "renewal"), Form.EMPTY, List.of(), model, locale);
    }

    /** Nothing changed: somebody was asked. */
    @PostMapping("/unchanged")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
    String unchanged(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String who, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String how, @RequestParam(defaultValue = "") String on, Model model, Locale locale, RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFile file = access.openForStep(number, Step.DECIDE_RENEWAL);
        Form form = new Form(who, name, how, on, "", List.of());
        try {
            decide.unchanged(file, form.asking());
        } catch (Problem problem) {
            return again(file, form, problem, model, locale, response);
        }
        redirect.addFlashAttribute("notice", "renewal.done.unchanged");
        return "redirect:/cases/" + number;
    }

    @PostMapping("/change")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
    String change(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") List<String> sections, Model model,
            Locale locale, RedirectAttributes redirect, HttpServletResponse response) {
        CaseFile file = access.openForStep(number, Step.DECIDE_RENEWAL);
        Form form = new Form("", "", "", "", decision, sections);
        try {
            PlanRenewal.Decision word = Form.word(new PlanRenewal.Decision[] {PlanRenewal.Decision.SMALL, PlanRenewal.Decision.FULL}, decision);
            if (word == null) {
                throw Problem.invalid("renewal-incomplete", List.of(new FieldProblem("decision", "renewal-decision")));
            }
            decide.change(file, word, sections);
        } catch (Problem problem) {
            return again(file, form, problem, model, locale, response);
        }
        redirect.addFlashAttribute("notice", "renewal.done.change");
        return "redirect:/cases/" + number + "?after=true";
    }

    /** The resident asks for it, or the office knows of a change. */
    @PostMapping("/asked")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
    String asked(@PathVariable CaseNumber number, RedirectAttributes redirect) {
        ask.ask(access.open(number, "renewal"));
        redirect.addFlashAttribute("notice", "renewal.done.asked");
        return "redirect:/cases/" + number + "/renewal";
    }

    /** A small one turns out to concern more. */
    @PostMapping("/whole")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
    String whole(@PathVariable CaseNumber number, RedirectAttributes redirect) {
        decide.widen(access.openForStep(number, Step.INTERVIEW_RESIDENT));
        redirect.addFlashAttribute("notice", "renewal.done.whole");
        return "redirect:/cases/" + number + "/interview";
    }

    private String again(CaseFile file, Form form, Problem problem, Model model, Locale locale, HttpServletResponse response) {
        List<FieldProblem> problems = problem.kind().equals("renewal-needs-change") ? List.of(new FieldProblem("who", "renewal-needs-change")) : problem.fieldsOrThrow();
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(file, form, problems, model, locale);
    }

    private String page(CaseFile file, Form form, List<FieldProblem> problems, Model model, Locale locale) {
        var steps = process.openSteps(file.id());
        Optional<ReadRenewals.Shown> open = read.open(file);
        model.addAttribute("caseFile", file);
        model.addAttribute("activeTab", "renewal");
        model.addAttribute("atStep", steps.contains(Step.DECIDE_RENEWAL));
        model.addAttribute("writing", steps.contains(Step.INTERVIEW_RESIDENT));
        model.addAttribute("open", open.orElse(null));
        model.addAttribute("stands", read.standing(file).orElse(null));
        model.addAttribute("past", read.past(file));
        model.addAttribute("sections", read.sections(file));
        model.addAttribute("chosen", form.sections().isEmpty() && form.decision().isEmpty() ? open.map(ReadRenewals.Shown::suggested).orElse(List.of()) : form.sections());
        model.addAttribute("office", who.me().isOffice());
        model.addAttribute("whos", words("renewal.who.", Asking.Who.values(), locale));
        model.addAttribute("hows", words("renewal.how.", Asking.How.values(), locale));
        model.addAttribute("decisions", words("renewal.decision.", new PlanRenewal.Decision[] {PlanRenewal.Decision.SMALL, PlanRenewal.Decision.FULL}, locale));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), TOKYO));
        return "renewal/renewal";
    }

    private Map<String, String> words(String key, Enum<?>[] words, Locale locale) {
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(words).forEach(w -> all.put(w.name(), messages.getMessage(key + w.name(), null, locale)));
        return all;
    }
}
