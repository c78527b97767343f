package jp.michishirube.casefile;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
@PreAuthorize("hasAuthority('SCOPE_cases:read')")
class CasesApi {

    private static final int LARGEST_PAGE = 200;

    private final CaseAccess access;
    private final CaseList list;
    private final PeopleLists people;
    private final CaseProcess process;
    private final Timeline timeline;
    private final TimelineSentences sentences;
    private final WhoAmI who;

    CasesApi(CaseAccess access, CaseList list, PeopleLists people, CaseProcess process, Timeline timeline, TimelineSentences sentences, WhoAmI who) {
        this.access = access;
        this.list = list;
        this.people = people;
        this.process = process;
        this.timeline = timeline;
        this.sentences = sentences;
        this.who = who;
    }

    /** Without the resident's name: a list is for counting and following, the person is in the case. */
    record CaseSummary(String number, CaseState state, String office, int priority, Instant openedAt, Instant endedAt, Set<Step> steps) {}

    record Page(List<CaseSummary> cases, Long next) {}

    record Event(Instant at, String actor, String kind, String sentence) {}

    @GetMapping
    Page cases(@RequestParam(required = false) CaseState state, @RequestParam(required = false) String office,
            @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") int size) {
        Person me = who.me();
        if (!me.system() && !me.isCity() && !me.isOffice()) {
            throw Problem.forbidden("not-allowed");
        }
        int limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        String wanted = state == null ? null : state.name();
        Long[] next = new Long[1];
        Map<String, String> filter = new HashMap<>();
        filter.put("state", wanted);
        filter.put("office", office);
        List<CaseFile> shown = people.show(PeopleLists.Shown.onScreen("cases-api", filter), () -> {
            List<CaseFile> found = list.page(me, wanted, office, after, limit);
            next[0] = found.size() == limit ? found.get(limit - 1).id().value() : null;
            return found;
        }, c -> PeopleLists.Somebody.of(c.id()));
        return new Page(shown.stream().map(this::summary).toList(), next[0]);
    }

    @GetMapping("/{number}")
    CaseSummary one(@PathVariable CaseNumber number) {
        return summary(access.open(number, "summary"));
    }

    @GetMapping("/{number}/timeline")
    List<Event> timeline(@PathVariable CaseNumber number, Locale locale) {
        List<TimelineEntry> all = timeline.of(access.open(number, "timeline").id());
        // Whom a plan names is told to a program on consent alone, and not here.
        List<TimelineEntry> entries = who.me().system() ? all.stream().map(e -> e.naming(sentences.somebody(locale))).toList() : all;
        List<TimelineSentences.Sentence> told = sentences.of(entries, locale);
        return java.util.stream.IntStream.range(0, entries.size()).mapToObj(i -> new Event(entries.get(i).at(), entries.get(i).actor(),
                entries.get(i).kind(), told.get(i).text())).toList();
    }

    private CaseSummary summary(CaseFile c) {
        return new CaseSummary(c.number().value(), c.state(), c.office(), c.priority(), c.openedAt(), c.endedAt(), process.openSteps(c.id()));
    }
}
