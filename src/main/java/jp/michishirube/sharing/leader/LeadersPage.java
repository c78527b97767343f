package jp.michishirube.sharing.leader;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.michishirube.problem.Problem;
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

/** 町内会長・班長・民生委員（アカウントのない方）: terms, the sheets for signing in, and what is still out on paper. */
@Controller
@RequestMapping("/leaders")
@PreAuthorize("hasRole('ROSTER_MANAGER')")
class LeadersPage {

    private final Leaders leaders;
    private final KeepLeader keep;
    private final Papers papers;
    private final PrintPaper print;
    private final Pledge pledge;

    LeadersPage(Leaders leaders, KeepLeader keep, Papers papers, PrintPaper print, Pledge pledge) {
        this.leaders = leaders;
        this.keep = keep;
        this.papers = papers;
        this.print = print;
        this.pledge = pledge;
    }

    /**
     * @param out      papers that are to come back
     * @param outdated one of them is a list that names somebody who may not be shown any more
     */
    record Row(Leader leader, Leader.Term term, boolean pledged, int out, boolean outdated) {}

    @ModelAttribute("nav")
    String nav() {
        return "leaders";
    }

    @GetMapping
    String list(Model model) {
        List<Row> over = leaders.all(true).stream().map(this::row).toList();
        model.addAttribute("rows", leaders.all(false).stream().map(this::row).toList()).addAttribute("owing", over.stream().filter(r -> r.out() > 0).toList())
                .addAttribute("over", over.stream().filter(r -> r.out() == 0).toList()).addAttribute("pledgeMissing", pledge.version().isEmpty());
        return "sharing/leaders";
    }

    private Row row(Leader leader) {
        return new Row(leader, leader.on(leaders.today()), pledge.stands(leader), papers.out(leader.id()),
                papers.of(leader.id()).stream().anyMatch(Papers.Paper::isToComeBack));
    }

    @GetMapping("/new")
    String ask(Model model) {
        model.asMap().putIfAbsent("form", LeaderForm.empty(leaders.today()));
        return "sharing/leader-new";
    }

    @PostMapping
    String enter(@RequestParam Map<String, String> values, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        LeaderForm form = new LeaderForm(values);
        try {
            long id = keep.enter(form);
            redirect.addFlashAttribute("notice", "leaders.entered");
            return "redirect:/leaders/" + id;
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow()).addAttribute("form", form);
            response.setStatus(problem.status().value());
            return ask(model);
        }
    }

    @GetMapping("/{id:\\d{1,18}}")
    String one(@PathVariable long id, Model model) {
        Leader leader = leaders.find(id).orElseThrow(() -> Problem.notFound("leader-not-found"));
        model.addAttribute("row", row(leader)).addAttribute("papers", papers.of(id)).addAttribute("lines", leaders.lines(id));
        model.asMap().putIfAbsent("phone", leader.phone());
        return "sharing/leader";
    }

    @PostMapping("/{id:\\d{1,18}}/telephone")
    String telephone(@PathVariable long id, @RequestParam(defaultValue = "") String phone, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        model.addAttribute("phone", phone);
        return done(id, () -> {
            keep.telephone(id, phone);
            return "leaders.telephone.changed";
        }, model, response, redirect);
    }

    /** A new sheet each time; the former opens nothing any more. */
    @PostMapping("/{id:\\d{1,18}}/code.pdf")
    ResponseEntity<byte[]> code(@PathVariable long id) {
        return pdf(print.code(id));
    }

    @PostMapping("/{id:\\d{1,18}}/list.pdf")
    ResponseEntity<byte[]> list(@PathVariable long id) {
        return pdf(print.list(id));
    }

    @PostMapping("/{id:\\d{1,18}}/papers/{paper:\\d{1,18}}/handed")
    String handed(@PathVariable long id, @PathVariable long paper, @RequestParam(required = false) String pair, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(id, () -> {
            print.handed(id, paper, pair != null);
            return "leaders.paper.handed";
        }, model, response, redirect);
    }

    @PostMapping("/{id:\\d{1,18}}/papers/{paper:\\d{1,18}}/ended")
    String back(@PathVariable long id, @PathVariable long paper, @RequestParam Copy.Ended how, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        return done(id, () -> {
            print.ended(id, paper, how);
            return "leaders.paper.ended";
        }, model, response, redirect);
    }

    @PostMapping("/{id:\\d{1,18}}/end")
    String end(@PathVariable long id, @RequestParam(required = false) String sure, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        if (sure == null) {
            redirect.addFlashAttribute("warning", "volunteers.end.sure-missing");
            return "redirect:/leaders/" + id;
        }
        return done(id, () -> {
            keep.end(id);
            return "leaders.ended";
        }, model, response, redirect);
    }

    private String done(long id, Supplier<String> act, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        try {
            redirect.addFlashAttribute("notice", act.get());
            return "redirect:/leaders/" + id;
        } catch (Problem problem) {
            model.addAttribute("problems", problem.fieldsOrThrow());
            response.setStatus(problem.status().value());
            return one(id, model);
        }
    }

    private static ResponseEntity<byte[]> pdf(PrintPaper.Printed printed) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + printed.mark() + ".pdf\"").body(printed.pdf());
    }
}
