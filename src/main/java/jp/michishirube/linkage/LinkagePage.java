package jp.michishirube.linkage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Set;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CaseTab;
import jp.michishirube.casefile.Step;
import jp.michishirube.door.UpTo;
import jp.michishirube.organization.Role;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.problem.Problem;
import jp.michishirube.upload.UploadJudge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What each holder gave, why one did not, "try again", and the resident's お薬手帳. */
@Controller
@RequestMapping("/cases/{number}/linkage")
@PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER')")
class LinkagePage {

    @Configuration(proxyBeanMethods = false)
    static class Tab {
        @Bean
        CaseTab linkageTab() {
            return new CaseTab(CaseTab.Group.PLAN, 45, "linkage", "linkage.tab", Set.of(Role.CARE_MANAGER, Role.OFFICE_LEADER, Role.REVIEWER));
        }
    }

    private final CaseAccess access;
    private final CaseProcess process;
    private final CollectLinkedFacts facts;
    private final ReadNotebook notebook;
    private final QrPhotos photos;

    LinkagePage(CaseAccess access, CaseProcess process, CollectLinkedFacts facts, ReadNotebook notebook, QrPhotos photos) {
        this.access = access;
        this.process = process;
        this.facts = facts;
        this.notebook = notebook;
        this.photos = photos;
    }

    @ModelAttribute("activeTab")
    String activeTab() {
        return "linkage";
    }

    @GetMapping
    String show(@PathVariable CaseNumber number, Model model) {
        return page(access.open(number, "linkage"), model);
    }

    @PostMapping("/{holder}/again")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
    String again(@PathVariable CaseNumber number, @PathVariable Holder holder, RedirectAttributes redirect) {
        CaseFile file = atInterview(number);
        redirect.addFlashAttribute("notice", facts.retry(file.id(), holder) ? "linkage.again.done" : "linkage.again.failed");
        return "redirect:/cases/" + number + "/linkage";
    }

    /** A notebook that cannot be read leaves what was pasted or photographed in its place, with the reason beside it. */
    @PostMapping("/notebook")
    @UpTo(value = "40MB", refusal = "jahis-too-large", carriers = "codes")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
    String read(@PathVariable CaseNumber number, @RequestParam(defaultValue = "") String codes,
            @RequestParam(defaultValue = "false") boolean sure, @RequestParam(defaultValue = "") String kept,
            @RequestParam(required = false) List<MultipartFile> files, Model model, RedirectAttributes redirect) throws IOException {
        CaseFile file = atInterview(number);
        List<byte[]> parts = new ArrayList<>();
        List<QrPart> seen = new ArrayList<>();
        boolean pasted = false;
        try {
            seen.addAll(QrPart.ofLines(kept));
            for (MultipartFile one : files == null ? List.<MultipartFile>of() : files) {
                if (UploadJudge.isPicture(one.getBytes())) {
                    seen = NotebookCodes.together(seen, photos.read(one.getBytes()));
                } else if (!one.isEmpty()) {
                    parts.add(one.getBytes());
                }
            }
            if (!seen.isEmpty()) {
                parts.addAll(NotebookCodes.parts(seen));
            }
            pasted = parts.isEmpty();
            if (pasted) {
                parts.add(codes.getBytes(StandardCharsets.UTF_8));
            }
            NotebookReading read = notebook.read(file.id(), parts, sure);
            redirect.addFlashAttribute("notice", "linkage.notebook.done");
            redirect.addFlashAttribute("warnings", read.warnings());
            redirect.addFlashAttribute("taken", read.taken());
            redirect.addFlashAttribute("left", read.left());
            redirect.addFlashAttribute("joined", seen.isEmpty() ? parts.size() : 0);
            return "redirect:/cases/" + number + "/linkage";
        } catch (Problem problem) {
            model.addAttribute("notebookProblem", "problem." + problem.kind());
            model.addAttribute("notebookArgs", problem.args());
            model.addAttribute("notebookPasted", pasted && !codes.isBlank());
            model.addAttribute("notebookAsks", problem.kind().equals("jahis-whose"));
            model.addAttribute("codes", codes);
            model.addAttribute("kept", seen.stream().map(QrPart::line).collect(Collectors.joining("\n")));
            return page(file, model);
        }
    }

    private CaseFile atInterview(CaseNumber number) {
        CaseFile file = access.openForStep(number, Step.INTERVIEW_RESIDENT);
        if (!process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT)) {
            throw Problem.conflict("stale-step");
        }
        return file;
    }

    private String page(CaseFile file, Model model) {
        model.addAttribute("caseFile", file);
        model.addAttribute("results", facts.results(file.id()));
        model.addAttribute("atInterview", process.openSteps(file.id()).contains(Step.INTERVIEW_RESIDENT));
        return "linkage/linkage";
    }
}
