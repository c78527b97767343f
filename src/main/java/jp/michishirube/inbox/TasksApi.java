package jp.michishirube.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.KeptSearches;
import jp.michishirube.casefile.Outcome;
import jp.michishirube.casefile.Step;
import jp.michishirube.casefile.StepAct;
import jp.michishirube.door.UpTo;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open steps for programs; completing one calls the same use case as its page. */
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {

    private final ShowWork work;
    private final WorkItems items;
    private final TakeStep take;
    private final CaseAccess access;
    private final List<StepAct> acts;
    private final WhoAmI who;

    TasksApi(ShowWork work, WorkItems items, TakeStep take, CaseAccess access, List<StepAct> acts, WhoAmI who) {
        this.work = work;
        this.items = items;
        this.take = take;
        this.access = access;
        this.acts = acts;
        this.who = who;
    }

    record Task(String id, String caseNumber, Step step, String party, String office, String assignee, int priority, Instant createdAt,
            Instant dueAt, Instant waitingSince, boolean returned) {}

    record Page(List<Task> tasks, String next) {}

    /** @param input by the step: see docs/api.md */
    record Completion(Outcome outcome, JsonNode input) {}

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_tasks:read')")
    @Operation(summary = "Open steps; what names somebody (q, assignee) is posted to /tasks/search")
    Page tasks(@RequestParam Map<String, String> params) {
        if (!params.entrySet().stream().allMatch(p -> KeptSearches.mayStandInAddress(p.getKey(), p.getValue()))) {
            throw Problem.badRequest("names-not-in-addresses");
        }
        return listed(params);
    }

    @PostMapping("/search")
    @PreAuthorize("hasAuthority('SCOPE_tasks:read')")
    @Operation(summary = "The same list, its parameters as a JSON object: names of people stay out of addresses and their logs")
    Page search(@RequestBody Map<String, String> params) {
        return listed(new HashMap<>(params));
    }

    private Page listed(Map<String, String> params) {
        if (InboxTab.of(params.get("tab")) == null) {
            params.put("tab", InboxTab.OFFICE.path());
        }
        InboxFilter filter = InboxFilter.of(params);
        ShowWork.Page page = work.page(who.me(), filter, "tasks");
        return new Page(page.rows().stream().map(l -> task(l.item())).toList(), page.next());
    }

    @PostMapping("/{id}/claim")
    @PreAuthorize("hasAuthority('SCOPE_tasks:write')")
    Task claim(@PathVariable String id) {
        who.acting();
        take.take(id);
        return task(items.find(id).orElseThrow(() -> Problem.conflict("stale-step")));
    }

    @PostMapping("/{id}/complete")
    @UpTo(value = "15MB", refusal = "scan-too-large", carriers = {"scan", "drawing"})
    @PreAuthorize("hasAuthority('SCOPE_tasks:write')")
    @Transactional
    public Map<String, Object> complete(@PathVariable String id, @RequestBody Completion completion) {
        Person me = who.acting();
        if (completion.outcome() == null) {
            throw Problem.badRequest("unreadable-request");
        }
        WorkItem item = take.find(id).orElseThrow(() -> Problem.conflict("stale-step"));
        CaseFile caseFile = opened(item);
        take.requireMine(item, me);
        StepAct act = acts.stream().filter(a -> a.steps().contains(item.step())).findFirst().orElseThrow(() -> Problem.badRequest("step-not-by-api"));
        JsonNode input = completion.input() == null || completion.input().isNull() ? JsonNodeFactory.instance.objectNode() : completion.input();
        act.complete(caseFile, item.step(), completion.outcome(), input);
        return Map.of("caseNumber", item.caseNumber(), "outcome", completion.outcome());
    }

    /** Of a foreign office: the answer is the one of a task that never was. */
    private CaseFile opened(WorkItem item) {
        try {
            return access.openForStep(new CaseNumber(item.caseNumber()), item.step());
        } catch (Problem problem) {
            throw problem.kind().equals("case-not-found") ? Problem.conflict("stale-step") : problem;
        }
    }

    private static Task task(WorkItem i) {
        return new Task(i.taskId(), i.caseNumber(), i.step(), i.party(), i.office(), i.assignee(), i.priority(), i.createdAt(), i.dueAt(),
                i.waitingSince(), i.returned());
    }
}
