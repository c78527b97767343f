package jp.michishirube.roster.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.michishirube.door.UpTo;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Verdict;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The same use cases as the pages, for the city's systems. */
@RestController
@RequestMapping("/api/v1/roster-imports")
@Tag(name = "roster-imports")
class RosterImportApi {

    private static final int WRONG_SHOWN = 50;

    private final Intakes intakes;
    private final ReceiveUpload receive;
    private final ConfirmImport confirm;
    private final PreviewRows rows;
    private final ShowRows show;
    private final WhoAmI who;

    RosterImportApi(Intakes intakes, ReceiveUpload receive, ConfirmImport confirm, PreviewRows rows, ShowRows show, WhoAmI who) {
        this.intakes = intakes;
        this.receive = receive;
        this.confirm = confirm;
        this.rows = rows;
        this.show = show;
        this.who = who;
    }

    /** An import as the API tells it; {@code wrongRows} are the first 50. */
    record View(
            long id, IntakeKind kind, IntakeState state, String fileName, boolean fullList, int percent, long rows, Map<String, Long> counts,
            Instant receivedAt, Instant confirmedAt, Instant finishedAt, List<Wrong> wrongRows) {}

    /** A value that could not be taken in. */
    record Wrong(long line, String column, String value, String kind) {}

    /** @param applyGone whether people missing from a full list leave the roster; left out for no */
    record Confirmation(Boolean applyGone) {}

    @Operation(summary = "Send a roster file; it is checked, nothing starts yet")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @UpTo(value = "200MB", refusal = "roster-file-too-large")
    @PreAuthorize("hasAuthority('SCOPE_roster:write')")
    ResponseEntity<View> receive(@RequestParam(required = false) MultipartFile file, @RequestParam(defaultValue = "RESIDENTS") IntakeKind kind,
            @RequestParam(defaultValue = "true") boolean fullList, @RequestParam(defaultValue = "") String source) {
        who.handingOver(Role.ROSTER_MANAGER);
        long id = receive.receive(file, kind, fullList, source);
        return ResponseEntity.accepted().location(URI.create("/api/v1/roster-imports/" + id)).body(view(intakes.get(id)));
    }

    @Operation(summary = "State, counts and wrong rows of an import")
    @GetMapping("/{id:\\d{1,18}}")
    @PreAuthorize("hasAuthority('SCOPE_roster:read')")
    View get(@PathVariable long id) {
        who.handingOver(Role.ROSTER_MANAGER);
        return view(intakes.get(id));
    }

    @Operation(summary = "Confirm a checked import; cases start in the background")
    @PostMapping("/{id:\\d{1,18}}/confirmation")
    @PreAuthorize("hasAuthority('SCOPE_roster:write')")
    ResponseEntity<View> confirm(@PathVariable long id, @RequestBody(required = false) Confirmation body) {
        who.handingOver(Role.ROSTER_MANAGER);
        confirm.confirm(id, body != null && Boolean.TRUE.equals(body.applyGone()));
        return ResponseEntity.accepted().body(view(intakes.get(id)));
    }

    private View view(Intake i) {
        List<Wrong> wrong = show.rows("roster-wrong-api", i.id(), () -> rows.page(i.id(), Verdict.WRONG, Long.MIN_VALUE)).stream()
                .flatMap(r -> r.problems().stream().map(p -> new Wrong(r.line(), p.column(), p.value(), p.kind()))).limit(WRONG_SHOWN).toList();
        return new View(i.id(), i.kind(), i.state(), i.fileName(), i.fullList(), i.percent(), i.total(), i.counts(), i.receivedAt(),
                i.confirmedAt(), i.finishedAt(), wrong);
    }
}
