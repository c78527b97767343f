package jp.michishirube.consent.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentEvent;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.record.Handover;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.consent.record.Records;
import jp.michishirube.consent.record.TakeHandover;
import jp.michishirube.consent.record.WithdrawConsent;
import jp.michishirube.consent.record.Withdrawal;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Standings;
import jp.michishirube.door.UpTo;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "consents")
class ConsentApi {

    /** As of the page of consents. */
    private static final Role[] READERS = {Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER, Role.ROSTER_MANAGER};

    private final CaseAccess access;
    private final CaseFiles cases;
    private final Records records;
    private final Standings standings;
    private final RecordConsent record;
    private final WithdrawConsent withdraw;
    private final TakeHandover handover;
    private final Receipt receipt;
    private final PrintNotice print;
    private final WhoAmI who;
    private final Clock clock;

    ConsentApi(CaseAccess access, CaseFiles cases, Records records, Standings standings, RecordConsent record,
            WithdrawConsent withdraw, TakeHandover handover, Receipt receipt, PrintNotice print, WhoAmI who, Clock clock) {
        this.access = access;
        this.cases = cases;
        this.records = records;
        this.standings = standings;
        this.record = record;
        this.withdraw = withdraw;
        this.handover = handover;
        this.receipt = receipt;
        this.print = print;
        this.who = who;
        this.clock = clock;
    }

    /** @param standing whether this record is the one that counts for its purpose now */
    record ConsentView(long id, Purpose purpose, String event, Instant eventTime, Instant validUntil, boolean standing, NoticeRef notice,
            Set<Party.Kind> recipients, Set<String> items, GivenBy givenBy, Channel channel, Instant recordedAt) {}

    /** @param caseNumber another one than asked for where a plan begins anew */
    record Recorded(String caseNumber, List<Long> ids) {}

    @GetMapping("/cases/{caseNumber}/consents")
    @PreAuthorize("hasAuthority('SCOPE_consents:read')")
    @Operation(summary = "Consent records of the case's resident, newest first")
    List<ConsentView> list(@PathVariable String caseNumber) {
        who.reading(READERS);
        CaseFile file = access.open(Numbers.of(caseNumber), "consents");
        var standing = standings.of(file.resident().id());
        return records.of(file.resident().id()).stream().map(e -> new ConsentView(e.id(), e.purpose(), e.type().name(), e.at(),
                e.validUntil(), standing.containsKey(e.purpose()) && standing.get(e.purpose()).recordId() == e.id(), e.notice(),
                e.recipients(), e.items(), e.giver() == null ? null : e.giver().by(), e.giver() == null ? null : e.giver().channel(),
                e.recorder().at())).toList();
    }

    @PostMapping("/cases/{caseNumber}/consents")
    @UpTo(value = "15MB", refusal = "scan-too-large", carriers = "scan")
    @PreAuthorize("hasAuthority('SCOPE_consents:write')")
    @Operation(summary = "Record a decision; a combined notice makes two records. The scan is base64 of a PDF, PNG or JPEG up to 10 MB")
    ResponseEntity<Recorded> record(@PathVariable String caseNumber, @RequestBody ConsentGiven given) {
        who.acting(Role.CARE_MANAGER, Role.OFFICE_LEADER);
        CaseFile file = access.open(Numbers.of(caseNumber), "consents");
        RecordConsent.Recorded done = record.record(file.id(), given);
        return ResponseEntity.created(URI.create("/api/v1/consents/" + done.ids().get(0) + "/receipt.json"))
                .body(new Recorded(done.caseNumber().value(), done.ids()));
    }

    @PostMapping("/cases/{caseNumber}/consents/{id}/withdrawal")
    @PreAuthorize("hasAuthority('SCOPE_consents:write')")
    @Operation(summary = "Take a standing consent back; acts at once")
    ResponseEntity<Void> withdraw(@PathVariable String caseNumber, @PathVariable long id, @RequestBody Withdrawal withdrawal) {
        who.acting(READERS);
        CaseFile file = access.open(Numbers.of(caseNumber), "consents");
        withdraw.withdraw(file.id(), id, withdrawal);
        return ResponseEntity.noContent().build();
    }

    @GetMapping({"/consents/{id}/receipt", "/consents/{id}/receipt.json"})
    @PreAuthorize("hasAuthority('SCOPE_consents:read')")
    @Operation(summary = "Receipt after ISO/IEC TS 27560, valid by consent-receipt-1.schema.json")
    JsonNode receipt(@PathVariable long id) {
        ConsentEvent event = event(id);
        return receipt.json(fileOf(event), event);
    }

    @GetMapping("/consents/{id}/receipt.pdf")
    @PreAuthorize("hasAuthority('SCOPE_consents:read')")
    @Operation(summary = "The same receipt to print")
    ResponseEntity<byte[]> receiptPdf(@PathVariable long id) {
        ConsentEvent event = event(id);
        return Download.of(print.receipt(fileOf(event), event, LocalDate.ofInstant(clock.instant(), Notices.JAPAN), Locale.JAPANESE),
                MediaType.APPLICATION_PDF, "consent-receipt-" + id + ".pdf");
    }

    private ConsentEvent event(long id) {
        who.reading(READERS);
        return records.find(id).orElseThrow(() -> Problem.notFound("consent-not-found"));
    }

    private CaseFile fileOf(ConsentEvent event) {
        CaseFile file = (event.caseId() != null ? cases.find(new CaseId(event.caseId())) : cases.latestOf(event.residentId()))
                .orElseThrow(() -> Problem.notFound("consent-not-found"));
        try {
            return access.open(file.number(), "consent-receipt");
        } catch (Problem hidden) {
            // Of a case that the asker may not see: the answer is the one of a consent that never was.
            throw hidden.kind().equals("case-not-found") ? Problem.notFound("consent-not-found") : hidden;
        }
    }

    @PostMapping("/consent-handovers")
    @PreAuthorize("hasAuthority('SCOPE_consents:handover')")
    @Operation(summary = "The city OS tells of a decision taken there; repeated and late messages are harmless")
    ResponseEntity<TakeHandover.Taken> takeOver(@RequestBody Handover message) {
        TakeHandover.Taken taken = handover.take(message);
        return ResponseEntity.status(taken.repeated() ? 200 : 201).body(taken);
    }
}
