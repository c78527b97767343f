package jp.michishirube.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.door.UpTo;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.versions.SystemReading;
import jp.michishirube.problem.Problem;
import jp.michishirube.upload.UploadJudge;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/cases/{number}")
@Tag(name = "Review", description = "Remarks on fields of a submission, their threads, and messages on a case")
class RemarksApi {

    /** Office and city write to each other, as on the page of messages. */
    private static final Role[] WRITERS = {Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER};

    private final CaseAccess access;
    private final CaseProcess process;
    private final Remarks remarks;
    private final MakeRemark makeRemark;
    private final AnswerRemark answer;
    private final AcceptProposal accept;
    private final ReplyToRemark reply;
    private final CloseRemark close;
    private final Messages messages;
    private final SendMessage send;
    private final Checkers checkers;
    private final WhoAmI who;
    private final UploadJudge judge;
    private final SystemReading reading;
    private final Clock clock;

    RemarksApi(CaseAccess access, CaseProcess process, Remarks remarks, MakeRemark makeRemark, AnswerRemark answer, AcceptProposal accept,
            ReplyToRemark reply, CloseRemark close, Messages messages, SendMessage send, Checkers checkers, WhoAmI who, UploadJudge judge, SystemReading reading,
            Clock clock) {
        this.access = access;
        this.process = process;
        this.remarks = remarks;
        this.makeRemark = makeRemark;
        this.answer = answer;
        this.accept = accept;
        this.reply = reply;
        this.close = close;
        this.messages = messages;
        this.send = send;
        this.checkers = checkers;
        this.who = who;
        this.judge = judge;
        this.reading = reading;
        this.clock = clock;
    }

    record RemarkView(
            long id, int version, String pointer, RemarkKind kind, String text, String proposed, String by, Instant at, RemarkState state,
            List<EntryView> thread) {

        static RemarkView of(Remark r) {
            return new RemarkView(r.id(), r.version(), r.pointer(), r.kind(), r.text(), r.proposed(), r.byName(), r.at(), r.state(),
                    r.thread().stream().map(e -> new EntryView(e.kind(), e.text(), e.fromCity(), e.byName(), e.at())).toList());
        }
    }

    record EntryView(ThreadEntry.Kind kind, String text, boolean fromCity, String by, Instant at) {}

    record NewRemark(Integer version, String pointer, String kind, String text, String proposed) {}

    record Made(long id) {}

    record Said(String text) {}

    @Operation(summary = "Remarks of the case; those not sent yet only for people who check plans")
    @GetMapping("/remarks")
    @PreAuthorize("hasAuthority('SCOPE_cases:read')")
    List<RemarkView> list(@PathVariable CaseNumber number) {
        CaseFile file = access.open(number, "remarks");
        reading.beside(file);
        return (mayCheck(who.me()) ? remarks.of(file.id()) : remarks.sentOf(file.id())).stream().map(RemarkView::of).toList();
    }

    @Operation(summary = "Write a remark on the latest, undecided submission; the office sees it once the plan is returned")
    @PostMapping("/remarks")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('SCOPE_tasks:write')")
    Made make(@PathVariable CaseNumber number, @RequestBody NewRemark body) {
        who.acting();
        Step step = process.openSteps(access.open(number, "remarks").id()).contains(Step.CONFIRM_PLAN) ? Step.CONFIRM_PLAN : Step.REVIEW_PLAN;
        CaseFile file = access.openForStep(number, step);
        if (body.version() == null) {
            throw Problem.badRequest("version-needed");
        }
        return new Made(makeRemark.make(file, body.version(), body.pointer(), ReviewActs.kind(body.kind()), body.text(), body.proposed()));
    }

    @Operation(summary = "Answer a remark (changed, kept, accept), reply in its thread, or close it")
    @PostMapping("/remarks/{id}/{act}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('SCOPE_tasks:write')")
    void act(@PathVariable CaseNumber number, @PathVariable long id, @PathVariable String act, @RequestBody(required = false) Said body) {
        who.acting();
        CaseFile file = access.open(number, "remarks");
        String text = body == null ? null : body.text();
        switch (act) {
            case "changed" -> answer.changed(access.openForStep(number, Step.REVISE_PLAN), id, text);
            case "kept" -> answer.kept(access.openForStep(number, Step.REVISE_PLAN), id, text);
            case "accept" -> accept.accept(access.openForStep(number, Step.REVISE_PLAN), id);
            case "reply" -> reply.reply(file, id, text);
            case "close" -> close.close(file, id, text);
            default -> throw Problem.notFound("remark-not-found");
        }
    }

    @Operation(summary = "Messages between office and city; fetching them marks them read")
    @GetMapping("/messages")
    @PreAuthorize("hasAuthority('SCOPE_cases:read')")
    List<Message> messages(@PathVariable CaseNumber number) {
        who.reading(WRITERS);
        CaseFile file = access.open(number, "messages");
        reading.beside(file);
        // A system reads for somebody whom we do not know: whoever was written to has not seen it yet.
        if (!who.me().system()) {
            messages.read(file.id(), who.me(), clock.instant());
        }
        return messages.of(file.id());
    }

    @Operation(summary = "Send a message, with up to five attachments (PDF, PNG, JPEG, 10 MB each)")
    @PostMapping(path = "/messages", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @UpTo("51MB")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('SCOPE_tasks:write')")
    Made send(@PathVariable CaseNumber number, @RequestParam(required = false) String pointer, @RequestParam String text,
            @RequestParam(required = false) List<MultipartFile> attachment, @RequestParam(defaultValue = "false") boolean waits) throws IOException {
        who.acting(WRITERS);
        CaseFile file = access.open(number, "messages");
        return new Made(send.send(file, pointer, text, MessagesPage.checked(judge, attachment), waits));
    }

    @Operation(summary = "Send a message without attachments")
    @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('SCOPE_tasks:write')")
    Made send(@PathVariable CaseNumber number, @RequestBody NewMessage body) {
        who.acting(WRITERS);
        return new Made(send.send(access.open(number, "messages"), body.pointer(), body.text(), List.of(), Boolean.TRUE.equals(body.waits())));
    }

    /** @param waits the writer's due time stands still until the answer comes; left out for no */
    record NewMessage(String pointer, String text, Boolean waits) {}

    private boolean mayCheck(Person me) {
        return !me.system() && checkers.include(me);
    }
}
