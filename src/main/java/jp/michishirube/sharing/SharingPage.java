package jp.michishirube.sharing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.consent.rule.Disclosures;
import jp.michishirube.consent.rule.Ground;
import jp.michishirube.consent.page.NamedSupporters;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.outside.OutsideFailure;
import jp.michishirube.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** To whom the plan of a case went, on which ground, who is still pending; and recall. */
@Controller
@RequestMapping("/cases/{number}/sharing")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class SharingPage {

    /** @param answer what the supporter said: agreed ones are shown and given the plan */
    record SupporterRow(String key, String name, String relation, SupporterAnswer answer) {}

    private final CaseAccess access;
    private final Deliveries deliveries;
    private final SharePlan share;
    private final RecallPlan recall;
    private final Disclosures disclosures;
    private final NamedSupporters named;
    private final SupporterAgreements agreements;
    private final WhoAmI who;

    SharingPage(CaseAccess access, Deliveries deliveries, SharePlan share, RecallPlan recall, Disclosures disclosures, NamedSupporters named, SupporterAgreements agreements, WhoAmI who) {
        this.access = access;
        this.deliveries = deliveries;
        this.share = share;
        this.recall = recall;
        this.disclosures = disclosures;
        this.named = named;
        this.agreements = agreements;
        this.who = who;
    }

    @ModelAttribute("activeTab")
    String activeTab() {
        return "sharing";
    }

    @GetMapping
    String show(@PathVariable CaseNumber number, Model model) {
        CaseFile file = access.open(number, "sharing");
        Map<String, SupporterAnswer> answers = agreements.of(file.id());
        List<Delivery> all = deliveries.of(file.id());
        model.addAttribute("caseFile", file);
        model.addAttribute("deliveries", all);
        model.addAttribute("notAsked", file.state().isInForce() ? notAsked(all) : null);
        model.addAttribute("supporters", named.of(file.id()).stream().map(s -> new SupporterRow(s.key(), s.name(), s.relation(),
                answers.getOrDefault(s.key(), SupporterAnswer.NOT_ASKED))).toList());
        model.addAttribute("disclosures", disclosures.of(file.id()));
        model.addAttribute("office", who.me().isOffice());
        model.addAttribute("mayAgain", who.me().isOffice() && file.state().isInForce() && !all.isEmpty());
        return "sharing/sharing";
    }

    /** Asks anew for those who were not allowed, and begins with those who are new. */
    @PostMapping("/again")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
    String again(@PathVariable CaseNumber number, RedirectAttributes redirect) {
        CaseFile file = access.open(number, "sharing");
        if (!file.state().isInForce()) {
            throw Problem.conflict("sharing-not-in-force");
        }
        share.again(file.id());
        redirect.addFlashAttribute("notice", "sharing.again.done");
        return "redirect:/cases/" + number + "/sharing";
    }

    /** The question before a copy is taken back: on a page of its own, so that it is asked with and without script. */
    @GetMapping("/{id}/recall")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER')")
    String askRecall(@PathVariable CaseNumber number, @PathVariable long id, Model model) {
        CaseFile file = access.open(number, "sharing");
        Delivery delivery = delivery(file, id);
        if (!delivery.state().isWithRecipient() && delivery.state() != Delivery.State.READY) {
            return "redirect:/cases/" + number + "/sharing";
        }
        model.addAttribute("caseFile", file).addAttribute("delivery", delivery);
        return "sharing/recall";
    }

    @PostMapping("/{id}/recall")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER')")
    String recall(@PathVariable CaseNumber number, @PathVariable long id, RedirectAttributes redirect) {
        Delivery delivery = delivery(access.open(number, "sharing"), id);
        boolean ready = delivery.state() == Delivery.State.READY;
        redirect.addFlashAttribute("notice", recall.begin(delivery.id()) ? "sharing.recall.begun" : ready ? "sharing.recall.cancelled" : "sharing.recall.nothing");
        return "redirect:/cases/" + number;
    }

    /** Asks the receiver for its confirmation once more. */
    @PostMapping("/{id}/recall/again")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER')")
    String recallAgain(@PathVariable CaseNumber number, @PathVariable long id, RedirectAttributes redirect) {
        Delivery delivery = delivery(access.open(number, "sharing"), id);
        try {
            recall.insist(delivery.id());
            redirect.addFlashAttribute("notice", "sharing.recall.confirmed");
        } catch (OutsideFailure e) {
            redirect.addFlashAttribute("warning", "sharing.recall.unconfirmed");
        }
        return "redirect:/cases/" + number + "/sharing";
    }

    /** @return names of those who have nothing because the person was never asked about them; null for none */
    private static String notAsked(List<Delivery> all) {
        String names = all.stream().filter(d -> d.state() == Delivery.State.NOT_ALLOWED && d.ground() == Ground.NOT_ASKED)
                .map(d -> d.recipient().name()).distinct().collect(Collectors.joining("、"));
        return names.isEmpty() ? null : names;
    }

    private Delivery delivery(CaseFile file, long id) {
        return deliveries.find(file.id(), id).orElseThrow(() -> Problem.notFound("sharing-not-found"));
    }
}
