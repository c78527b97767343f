package jp.michishirube.review;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All remarks of a case with their threads: the office answers here, both sides talk here. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
class RemarksPage {

    private final CaseAccess access;
    private final Remarks remarks;
    private final Rounds rounds;
    private final PlanNow plan;
    private final PlanForms forms;
    private final CaseProcess process;
    private final Checkers checkers;
    private final WhoAmI who;
    private final RefusedPage refusedPage;
    private final AnswerRemark answer;
    private final AcceptProposal accept;
    private final ReplyToRemark reply;
    private final CloseRemark close;

    RemarksPage(CaseAccess access, Remarks remarks, Rounds rounds, PlanNow plan, PlanForms forms, CaseProcess process, Checkers checkers,
            WhoAmI who, RefusedPage refusedPage, AnswerRemark answer, AcceptProposal accept, ReplyToRemark reply, CloseRemark close) {
        this.access = access;
        this.remarks = remarks;
        this.rounds = rounds;
        this.plan = plan;
        this.forms = forms;
        this.process = process;
        this.checkers = checkers;
        this.who = who;
        this.refusedPage = refusedPage;
        this.answer = answer;
        this.accept = accept;
        this.reply = reply;
        this.close = close;
    }

    @GetMapping("/cases/{number}/remarks")
    String list(@PathVariable CaseNumber number, Model model, Locale locale) {
        fill(model, access.open(number, "remarks"), locale);
        return "review/remarks";
    }

    @PostMapping("/cases/{number}/remarks/{id}/{act}")
    Object act(@PathVariable CaseNumber number, @PathVariable long id, @PathVariable String act,
            @RequestParam(required = false) String text, Model model, Locale locale, RedirectAttributes redirect) {
        CaseFile file = access.open(number, "remarks");
        try {
            perform(act, file, id, text);
        } catch (Problem refused) {
            fill(model, file, locale);
            model.addAttribute("typedAt", id).addAttribute("typedAct", act).addAttribute("typed", text);
            return refusedPage.of("review/remarks", model, refused, locale);
        }
        redirect.addFlashAttribute("notice", "remark.done." + act);
        return "redirect:/cases/" + number + "/remarks#remark-" + id;
    }

    private void perform(String act, CaseFile file, long id, String text) {
        boolean office = who.me().isOffice();
        Consumer<String> known = switch (act) {
            case "reply" -> t -> reply.reply(file, id, t);
            case "close" -> t -> close.close(file, id, t);
            case "accept" -> office ? t -> accept.accept(file, id) : null;
            case "changed" -> office ? t -> answer.changed(file, id, t) : null;
            case "kept" -> office ? t -> answer.kept(file, id, t) : null;
            default -> throw Problem.notFound("remark-not-found");
        };
        if (known == null) {
            throw Problem.forbidden("not-your-step");
        }
        known.accept(text);
    }

    private void fill(Model model, CaseFile file, Locale locale) {
        Person me = who.me();
        List<Remark> sent = remarks.sentOf(file.id());
        Set<Long> gone = sent.stream().filter(r -> !plan.applies(file.id(), r.pointer())).map(Remark::id).collect(Collectors.toSet());
        model.addAttribute("caseFile", file).addAttribute("activeTab", "remarks").addAttribute("remarks", sent).addAttribute("gone", gone)
                .addAttribute("open", sent.stream().filter(r -> r.state() == RemarkState.OPEN).count())
                .addAttribute("rounds", rounds.of(file.id())).addAttribute("labels", new RemarkLabels(forms.of(file.id()), locale))
                .addAttribute("mayAnswer", me.isOffice() && process.openSteps(file.id()).contains(Step.REVISE_PLAN))
                .addAttribute("checker", checkers.include(me));
    }
}
