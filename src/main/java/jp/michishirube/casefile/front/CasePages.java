package jp.michishirube.casefile.front;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.casefile.ListPlace;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineSentences;
import jp.michishirube.organization.WhoAmI;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The case at a glance, and what happened in it. Every act ends here: what was done, what goes on, what is next. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
class CasePages {

    private static final int LATEST = 5;

    private final CaseAccess access;
    private final Timeline timeline;
    private final TimelineSentences sentences;
    private final WhatNext whatNext;
    private final NextWork nextWork;
    private final FrontPanels panels;
    private final WhoAmI who;

    CasePages(CaseAccess access, Timeline timeline, TimelineSentences sentences, WhatNext whatNext, NextWork nextWork, FrontPanels panels, WhoAmI who) {
        this.access = access;
        this.timeline = timeline;
        this.sentences = sentences;
        this.whatNext = whatNext;
        this.nextWork = nextWork;
        this.panels = panels;
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

    /** @param after whether the person comes from an act, and wants to go on from here */
    @GetMapping("/cases/{number}")
    String overview(@PathVariable CaseNumber number, @RequestParam(defaultValue = "false") boolean after, Model model, Locale locale,
            HttpServletRequest request) {
        CaseFile file = access.open(number, "overview");
        WhatNext.Now now = whatNext.of(file);
        boolean acted = after || model.containsAttribute("notice");
        model.addAttribute("caseFile", file);
        model.addAttribute("now", now);
        model.addAttribute("acted", acted);
        if (acted && now.mine().isEmpty()) {
            nextWork.after(who.me(), file.id(), ListPlace.of(request)).ifPresent(next -> model.addAttribute("next", next));
        }
        model.addAttribute("panels", panels.of(file, locale));
        var all = sentences.of(timeline.of(file.id()), locale);
        model.addAttribute("latest", all.subList(Math.max(0, all.size() - LATEST), all.size()));
        return "case/overview";
    }

    /** For the page that is open already, asked every second or two: a mark alone, which tells nothing of the resident. */
    @GetMapping("/cases/{number}/now")
    @ResponseBody
    Map<String, String> now(@PathVariable CaseNumber number) {
        return Map.of("mark", whatNext.of(access.look(number)).mark());
    }

    @GetMapping("/cases/{number}/timeline")
    String timeline(@PathVariable CaseNumber number, Model model, Locale locale) {
        CaseFile caseFile = access.open(number, "timeline");
        model.addAttribute("caseFile", caseFile);
        model.addAttribute("entries", sentences.of(timeline.of(caseFile.id()), locale));
        return "case/timeline";
    }
}
