package jp.michishirube.sharing.asking;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.channel.Sent;
import jp.michishirube.sharing.pool.SuggestVolunteers;
import jp.michishirube.sharing.pool.TimeOfDay;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 協力者をさがす: who could help this resident, who was asked, and what they said. */
@Controller
@RequestMapping("/cases/{number}/volunteers")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
class AskingsPage {

    private final CaseAccess access;
    private final SuggestVolunteers suggest;
    private final Askings askings;
    private final MayAsk may;
    private final TakeBack takeBack;
    private final AnswerQuestion answer;
    private final PutInPlan put;
    private final Outbox outbox;

    AskingsPage(CaseAccess access, SuggestVolunteers suggest, Askings askings, MayAsk may, TakeBack takeBack, AnswerQuestion answer, PutInPlan put, Outbox outbox) {
        this.access = access;
        this.suggest = suggest;
        this.askings = askings;
        this.may = may;
        this.takeBack = takeBack;
        this.answer = answer;
        this.put = put;
        this.outbox = outbox;
    }

    /**
     * @param sent   what became of its messages
     * @param letter whether a letter waits for somebody to print and post it
     */
    record Row(Asking asking, List<Askings.Event> events, List<Sent> sent, boolean letter) {

        /** Their last question, as long as it waits. */
        public String question() {
            return asking.state() != Asking.State.ASKED_BACK ? null
                    : events.stream().filter(e -> e.what().equals("ASKED_BACK")).reduce((a, b) -> b).map(Askings.Event::words).orElse(null);
        }
    }

    @ModelAttribute("activeTab")
    String activeTab() {
        return "volunteers";
    }

    @GetMapping
    String show(@PathVariable CaseNumber number, @RequestParam(required = false) List<String> time, @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String replaces, Model model) {
        CaseFile file = access.open(number, "volunteers");
        Set<TimeOfDay> times = (time == null ? List.<String>of() : time).stream().flatMap(t -> Arrays.stream(TimeOfDay.values()).filter(x -> x.name().equals(t)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TimeOfDay.class)));
        boolean open = may.of(file);
        List<Asking> all = askings.ofCase(file.id());
        List<Long> letters = askings.letters(file.id());
        model.addAttribute("caseFile", file).addAttribute("may", open).addAttribute("times", times).addAttribute("language", language).addAttribute("allTimes", TimeOfDay.values())
                .addAttribute("replaces", replaces.matches("s[0-9a-f]{16}") ? replaces : "").addAttribute("mayPut", put.now(file))
                .addAttribute("found", open ? suggest.of(file, new SuggestVolunteers.Wish(times, language)) : null)
                .addAttribute("rows", all.stream().map(a -> new Row(a, askings.events(a.id()), a.passId() == null ? List.<Sent>of() : outbox.of(a.passId()), a.state().isOpen() && letters.contains(a.id())))
                        .toList())
                .addAttribute("taken", all.stream().filter(a -> a.state().isOpen() || a.state() == Asking.State.AGREED).map(Asking::volunteerId).toList())
                .addAttribute("declined", all.stream().filter(a -> a.state() == Asking.State.DECLINED).map(Asking::volunteerId).toList());
        return "sharing/askings";
    }

    /** The office's answer to what they asked back. */
    @PostMapping("/askings/{id}/answer")
    String answer(@PathVariable CaseNumber number, @PathVariable long id, @RequestParam(defaultValue = "") String words, RedirectAttributes redirect) {
        CaseFile file = access.open(number, "volunteers");
        if (words.isBlank() || words.length() > AnswerQuestion.LONGEST) {
            redirect.addFlashAttribute("warning", "askings.answer.wrong");
        } else {
            redirect.addFlashAttribute("notice", answer.answer(of(file, id).id(), words.strip()) ? "askings.answer.sent" : "askings.answer.kept");
        }
        return back(number);
    }

    @PostMapping("/askings/{id}/stop")
    String stop(@PathVariable CaseNumber number, @PathVariable long id, RedirectAttributes redirect) {
        CaseFile file = access.open(number, "volunteers");
        redirect.addFlashAttribute("notice", takeBack.stop(of(file, id).id()) ? "askings.stopped" : "askings.over");
        return back(number);
    }

    /** Into the draft of the plan: the one that is being written, or the next version's. */
    @PostMapping("/askings/{id}/plan")
    String put(@PathVariable CaseNumber number, @PathVariable long id, RedirectAttributes redirect) {
        CaseFile file = access.open(number, "volunteers");
        redirect.addFlashAttribute("notice", put.put(file, of(file, id).id()) ? "askings.put" : "askings.put.there");
        return back(number);
    }

    private Asking of(CaseFile file, long id) {
        return askings.ofCase(file.id()).stream().filter(a -> a.id() == id).findFirst().orElseThrow(() -> Problem.notFound("asking-not-found"));
    }

    private static String back(CaseNumber number) {
        return "redirect:/cases/" + number + "/volunteers";
    }
}
