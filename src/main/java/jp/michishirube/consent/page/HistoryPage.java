package jp.michishirube.consent.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.NewLife;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentEvent;
import jp.michishirube.consent.record.DecisionCheck;
import jp.michishirube.consent.record.Records;
import jp.michishirube.consent.record.Scans;
import jp.michishirube.consent.record.WithdrawConsent;
import jp.michishirube.consent.record.Withdrawal;
import jp.michishirube.consent.rule.EventType;
import jp.michishirube.consent.rule.FreezeNotices;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.consent.rule.Purpose;
import jp.michishirube.consent.rule.Rules;
import jp.michishirube.consent.rule.Standing;
import jp.michishirube.consent.rule.Standings;
import jp.michishirube.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The case's tab of consents: where each purpose stands, how it came to that, and taking one back. */
@Controller
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class HistoryPage {

    private final CaseAccess access;
    private final Records records;
    private final Standings standings;
    private final Rules rules;
    private final WithdrawConsent withdraw;
    private final Scans scans;
    private final Receipt receipt;
    private final PrintNotice print;
    private final FreezeNotices frozen;
    private final NewLife newLife;
    private final Clock clock;

    HistoryPage(CaseAccess access, Records records, Standings standings, Rules rules, WithdrawConsent withdraw, Scans scans,
            Receipt receipt, PrintNotice print, FreezeNotices frozen, NewLife newLife, Clock clock) {
        this.access = access;
        this.records = records;
        this.standings = standings;
        this.rules = rules;
        this.withdraw = withdraw;
        this.scans = scans;
        this.receipt = receipt;
        this.print = print;
        this.frozen = frozen;
        this.newLife = newLife;
        this.clock = clock;
    }

    /**
     * @param state  of the standing decision, or {@code NONE}
     * @param record the standing consent that may be withdrawn; null for none
     */
    record Row(Purpose purpose, String state, boolean allows, boolean outdated, boolean byOrdinance, Instant since, Instant until,
            List<String> recipients, Long record) {}

    @GetMapping("/cases/{number}/consents")
    String history(@PathVariable String number, Locale locale, Model model) {
        CaseFile file = access.open(Numbers.of(number), "consents");
        Map<Purpose, Standing> standing = standings.of(file.resident().id());
        model.addAttribute("caseFile", file);
        model.addAttribute("activeTab", "consents");
        model.addAttribute("rows", Arrays.stream(Purpose.values()).map(p -> row(p, standing.get(p))).toList());
        List<ConsentEvent> all = records.of(file.resident().id());
        model.addAttribute("records", all);
        model.addAttribute("titles", all.stream().map(ConsentEvent::notice).filter(Objects::nonNull).distinct()
                .collect(Collectors.toMap(ref -> ref, ref -> frozen.notice(ref).terms().title())));
        model.addAttribute("ordinance", rules.policy().ordinance());
        model.addAttribute("zone", Notices.JAPAN);
        model.addAttribute("pattern", Dates.pattern(locale));
        boolean anew = DecisionCheck.isOver(file) && newLife.possible(file);
        model.addAttribute("anew", anew);
        model.addAttribute("mayRecord", !DecisionCheck.isOver(file) || anew);
        return "consent/history";
    }

    private Row row(Purpose purpose, Standing s) {
        Instant now = clock.instant();
        boolean ordinance = rules.policy().ordinanceReaches(purpose);
        if (s == null) {
            return new Row(purpose, "NONE", ordinance, false, ordinance, null, null, List.of(), null);
        }
        String state = s.hasExpired(now) ? EventType.EXPIRED.name() : s.state().name();
        return new Row(purpose, state, rules.lets(s, now), s.allows(now) && !rules.lets(s, now),
                ordinance && !s.isRefusal() && !s.allows(now), s.since(), s.validUntil(),
                s.recipients().stream().sorted().map(Enum::name).toList(), s.state().allows() ? s.recordId() : null);
    }

    @GetMapping("/cases/{number}/consents/{id:\\d+}/withdrawal")
    String askBack(@PathVariable String number, @PathVariable long id, Model model) {
        CaseFile file = access.open(Numbers.of(number), "consents");
        model.addAttribute("caseFile", file);
        model.addAttribute("activeTab", "consents");
        model.addAttribute("record", own(file, id));
        model.addAttribute("inForce", file.state().isInForce());
        // Where no plan is made any more, "go on without linked data" has nothing to go on with.
        model.addAttribute("usual", DecisionCheck.isOver(file) && own(file, id).purpose() == Purpose.PLAN_MAKING ? "END" : "CONTINUE");
        model.addAttribute("asksWhatNext", !file.state().isEnded() || file.state().isInForce() && own(file, id).purpose() == Purpose.PLAN_MAKING);
        model.addAttribute("signers", rules.policy().maySign().stream().map(s -> s.givenBy().name()).toList());
        model.addAttribute("relations", rules.policy().maySign().stream().flatMap(s -> s.relations().stream()).distinct().sorted().toList());
        model.asMap().putIfAbsent("form", Map.of("givenBy", "SELF", "channel", "ORAL"));
        return "consent/withdraw";
    }

    @PostMapping("/cases/{number}/consents/{id:\\d+}/withdrawal")
    String takeBack(@PathVariable String number, @PathVariable long id, @RequestParam Map<String, String> form, Model model,
            RedirectAttributes redirect, jakarta.servlet.http.HttpServletResponse response) {
        CaseFile file = access.open(Numbers.of(number), "consents");
        try {
            withdraw.withdraw(file.id(), id, new Withdrawal(AskForm.constant(GivenBy.class, form.get("givenBy")),
                    blankAsNull(form.get("name")), blankAsNull(form.get("relation")), AskForm.constant(Channel.class, form.get("channel")),
                    blankAsNull(form.get("reason")), AskForm.constant(Withdrawal.Afterwards.class, form.get("afterwards"))));
        } catch (Problem problem) {
            response.setStatus(problem.status().value());
            model.addAttribute("problems", problem.fieldsOrThrow());
            model.addAttribute("form", form);
            return askBack(number, id, model);
        }
        redirect.addFlashAttribute("notice", "consent.withdrawn");
        return "redirect:/cases/" + file.number();
    }

    @GetMapping("/cases/{number}/consents/{id:\\d+}/receipt.pdf")
    ResponseEntity<byte[]> receiptPdf(@PathVariable String number, @PathVariable long id, Locale locale) {
        CaseFile file = access.open(Numbers.of(number), "consent-receipt");
        return Download.of(print.receipt(file, own(file, id), LocalDate.ofInstant(clock.instant(), Notices.JAPAN), locale),
                MediaType.APPLICATION_PDF, "consent-receipt-" + id + ".pdf");
    }

    @GetMapping(value = "/cases/{number}/consents/{id:\\d+}/receipt.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    JsonNode receiptJson(@PathVariable String number, @PathVariable long id) {
        CaseFile file = access.open(Numbers.of(number), "consent-receipt");
        return receipt.json(file, own(file, id));
    }

    @GetMapping("/cases/{number}/consents/{id:\\d+}/scan")
    ResponseEntity<byte[]> scan(@PathVariable String number, @PathVariable long id) {
        CaseFile file = access.open(Numbers.of(number), "consent-scan");
        ConsentEvent record = own(file, id);
        Scans.Scan scan = java.util.Optional.ofNullable(record.scanId()).flatMap(s -> scans.find(file.id(), s))
                .orElseThrow(() -> Problem.notFound("consent-not-found"));
        return Download.of(scan.content(), MediaType.parseMediaType(scan.mediaType()),
                "consent-" + id + "." + scan.mediaType().replaceAll(".*/", ""));
    }

    private ConsentEvent own(CaseFile file, long id) {
        return records.find(id).filter(r -> r.residentId() == file.resident().id())
                .orElseThrow(() -> Problem.notFound("consent-not-found"));
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
