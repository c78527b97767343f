package jp.michishirube.casefile;

import java.util.Locale;
import java.util.Set;
import jp.michishirube.organization.WhoAmI;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The case at a glance, and what happened in it. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
class CasePages {

    private final CaseAccess access;
    private final Timeline timeline;
    private final TimelineSentences sentences;
    private final CaseProcess process;
    private final CaseSteps steps;
    private final WhoAmI who;

    CasePages(CaseAccess access, Timeline timeline, TimelineSentences sentences, CaseProcess process, CaseSteps steps, WhoAmI who) {
        this.access = access;
        this.timeline = timeline;
        this.sentences = sentences;
        this.process = process;
        this.steps = steps;
        this.who = who;
    }

    @Bean
    static CaseTab overviewTab() {
        return new CaseTab(CaseTab.Group.OVERVIEW, 10, "", "tab.overview", Set.of());
    }

    @Bean
    static CaseTab timelineTab() {
        return new CaseTab(CaseTab.Group.RECORD, 80, "timeline", "tab.timeline", Set.of());
    }

    @GetMapping("/cases/{number}")
    String overview(@PathVariable CaseNumber number, Model model, Locale locale) {
        CaseFile caseFile = access.open(number, "overview");
        model.addAttribute("caseFile", caseFile);
        model.addAttribute("openSteps", process.openSteps(caseFile.id()).stream().map(this::work).toList());
        model.addAttribute("rests", process.rests(caseFile.id()));
        var all = sentences.of(timeline.of(caseFile.id()), locale);
        model.addAttribute("latest", all.subList(Math.max(0, all.size() - 5), all.size()));
        return "case/overview";
    }

    /** @param mine whether who looks may do it; else only whose turn it is is said */
    record Work(Step step, CaseSteps.Party party, boolean mine) {}

    private Work work(Step step) {
        return new Work(step, steps.party(step), steps.workers(step).stream().anyMatch(who.me()::has));
    }

    @GetMapping("/cases/{number}/timeline")
    String timeline(@PathVariable CaseNumber number, Model model, Locale locale) {
        CaseFile caseFile = access.open(number, "timeline");
        model.addAttribute("caseFile", caseFile);
        model.addAttribute("entries", sentences.of(timeline.of(caseFile.id()), locale));
        return "case/timeline";
    }
}
