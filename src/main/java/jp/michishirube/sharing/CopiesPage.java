package jp.michishirube.sharing;

import jakarta.servlet.http.HttpServletResponse;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.paper.Copies;
import jp.michishirube.sharing.paper.Copy;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 紙の写し of one recipient: printing, handing over, and what became of each sheet. */
@Controller
@RequestMapping("/cases/{number}/sharing/{id}/copies")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
class CopiesPage {

    private final CaseAccess access;
    private final Deliveries deliveries;
    private final Copies copies;
    private final PrintCopy print;
    private final HandOverCopy handOver;

    CopiesPage(CaseAccess access, Deliveries deliveries, Copies copies, PrintCopy print, HandOverCopy handOver) {
        this.access = access;
        this.deliveries = deliveries;
        this.copies = copies;
        this.print = print;
        this.handOver = handOver;
    }

    @ModelAttribute("activeTab")
    String activeTab() {
        return "sharing";
    }

    @GetMapping
    String show(@PathVariable CaseNumber number, @PathVariable long id, Model model) {
        CaseFile file = access.open(number, "sharing");
        Delivery delivery = delivery(file, id);
        model.addAttribute("caseFile", file).addAttribute("d", delivery).addAttribute("copies", copies.of(id));
        model.addAttribute("mayPrint", delivery.state() == Delivery.State.READY || delivery.state() == Delivery.State.DELIVERED);
        return "sharing/copies";
    }

    /** A new sheet with a new number each time. */
    @PostMapping
    ResponseEntity<byte[]> print(@PathVariable CaseNumber number, @PathVariable long id) {
        CaseFile file = access.open(number, "sharing-copy");
        PrintCopy.Printed printed = print.of(file, delivery(file, id).id());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + number + "-copy-" + printed.no() + ".pdf\"").body(printed.pdf());
    }

    @PostMapping("/{copy}/handed")
    String handed(@PathVariable CaseNumber number, @PathVariable long id, @PathVariable long copy, @RequestParam(defaultValue = "IN_PERSON") Copy.How how,
            @RequestParam(required = false) String pair, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        CaseFile file = access.open(number, "sharing");
        try {
            handOver.handed(file, delivery(file, id).id(), copy, how, pair != null);
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow());
            response.setStatus(problem.status().value());
            return show(number, id, model);
        }
        redirect.addFlashAttribute("notice", "copies.handed.done");
        return back(number, id);
    }

    @PostMapping("/{copy}/ended")
    String ended(@PathVariable CaseNumber number, @PathVariable long id, @PathVariable long copy, @RequestParam Copy.Ended how, RedirectAttributes redirect) {
        CaseFile file = access.open(number, "sharing");
        handOver.ended(file, delivery(file, id).id(), copy, how);
        redirect.addFlashAttribute("notice", "copies.ended.done");
        return back(number, id);
    }

    private static String back(CaseNumber number, long id) {
        return "redirect:/cases/" + number + "/sharing/" + id + "/copies";
    }

    private Delivery delivery(CaseFile file, long id) {
        return deliveries.find(file.id(), id).filter(d -> d.recipient().channel() == Recipient.Channel.PAPER).orElseThrow(() -> Problem.notFound("sharing-not-found"));
    }
}
