package jp.michishirube.casefile;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The case at a glance, and what happened in it. */
@Controller
class CasePages {

    private final CaseAccess access;
    private final Timeline timeline;
    private final TimelineSentences sentences;
    private final CaseProcess process;

    CasePages(CaseAccess access, Timeline timeline, TimelineSentences sentences, CaseProcess process) {
        this.access = access;
        this.timeline = timeline;
        this.sentences = sentences;
        this.process = process;
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
        model.addAttribute("openSteps", process.openSteps(caseFile.id()));
        model.addAttribute("rests", process.rests(caseFile.id()));
        var all = sentences.of(timeline.of(caseFile.id()), locale);
        model.addAttribute("latest", all.subList(Math.max(0, all.size() - 5), all.size()));
        return "case/overview";
    }

    @GetMapping("/cases/{number}/timeline")
    String timeline(@PathVariable CaseNumber number, Model model, Locale locale) {
        CaseFile caseFile = access.open(number, "timeline");
        model.addAttribute("caseFile", caseFile);
        model.addAttribute("entries", sentences.of(timeline.of(caseFile.id()), locale));
        return "case/timeline";
    }
}
