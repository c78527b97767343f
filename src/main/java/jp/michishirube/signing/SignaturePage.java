package jp.michishirube.signing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.Step;
import jp.michishirube.door.UpTo;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** At the resident's table: the approved plan to read, the place to sign, the way out for who does not agree. */
@Controller
class SignaturePage {

    private final CaseAccess access;
    private final CaseProcess process;
    private final SealedDocuments documents;
    private final Signatures signatures;
    private final PlanPdf plans;
    private final SignPlan signPlan;
    private final ObjectPlan objectPlan;
    private final SealKeys keys;
    private final Clock clock;

    SignaturePage(CaseAccess access, CaseProcess process, SealedDocuments documents, Signatures signatures, PlanPdf plans,
            SignPlan signPlan, ObjectPlan objectPlan, SealKeys keys, Clock clock) {
        this.access = access;
        this.process = process;
        this.documents = documents;
        this.signatures = signatures;
        this.plans = plans;
        this.signPlan = signPlan;
        this.objectPlan = objectPlan;
        this.keys = keys;
        this.clock = clock;
    }

    /** What the page posts; texts, so that nothing typed is lost when one of them is wrong. */
    record Form(Integer version, String way, String signer, String name, String relation, String witness, String drawing, String signedOn,
                String reason) {

        static final Form EMPTY = new Form(null, "screen", "SELF", "", "", "", "", "", "");

        Signing signing(byte[] scan) {
            boolean paper = "paper".equals(way);
            return new Signing(version == null ? 0 : version, who(), name, relation, witness, paper ? null : drawing, paper ? scan : null,
                    date());
        }

        private Signing.Signer who() {
            try {
                return signer == null ? null : Signing.Signer.valueOf(signer);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private LocalDate date() {
            try {
                return signedOn == null || signedOn.isBlank() ? null : LocalDate.parse(signedOn.strip());
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    @GetMapping("/cases/{number}/signature")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER')")
    String show(@PathVariable String number, Model model) {
        return page(access.open(PlanPdfPages.number(number), "plan"), Form.EMPTY, List.of(), model);
    }

    @PostMapping("/cases/{number}/signature")
    @UpTo(value = "12MB", refusal = "signing-scan-too-large", carriers = "drawing")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
    String sign(@PathVariable String number, @ModelAttribute Form form, @RequestParam(required = false) MultipartFile scan, Model model,
            RedirectAttributes redirect, HttpServletResponse response) throws IOException {
        CaseFile file = access.openForStep(PlanPdfPages.number(number), Step.SIGN_PLAN);
        byte[] bytes = scan == null ? null : scan.getBytes();
        if ("paper".equals(form.way()) && (bytes == null || bytes.length == 0)) {
            return again(file, form, List.of(new FieldProblem("scan", "signing-scan-missing")), model, response);
        }
        try {
            signPlan.sign(file, form.signing(bytes));
        } catch (Problem problem) {
            String field = "paper".equals(form.way()) ? "scan" : "drawing";
            // Nothing typed is lost where the seal cannot be put on.
            return again(file, form, keys.state().canSeal() ? problem.onFields(field) : List.of(new FieldProblem(field, problem.kind(), problem.args())),
                    model, response);
        }
        redirect.addFlashAttribute("notice", "signing.signed-notice");
        return "redirect:/cases/" + file.number();
    }

    @PostMapping("/cases/{number}/signature/objection")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER')")
    String object(@PathVariable String number, @ModelAttribute Form form, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFile file = access.openForStep(PlanPdfPages.number(number), Step.SIGN_PLAN);
        try {
            objectPlan.object(file, form.version() == null ? 0 : form.version(), form.reason());
        } catch (Problem problem) {
            return again(file, form, problem.onFields("reason"), model, response);
        }
        redirect.addFlashAttribute("notice", "signing.objected-notice");
        return "redirect:/cases/" + file.number();
    }

    private String again(CaseFile file, Form form, List<FieldProblem> problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(file, form, problems, model);
    }

    private String page(CaseFile file, Form form, List<FieldProblem> problems, Model model) {
        Optional<SealedDocument> sealed = documents.latest(file.id());
        boolean atStep = process.openSteps(file.id()).contains(Step.SIGN_PLAN);
        model.addAttribute("caseFile", file);
        model.addAttribute("activeTab", "signature");
        model.addAttribute("atStep", atStep);
        model.addAttribute("sealed", sealed.orElse(null));
        model.addAttribute("pages", sealed.map(d -> IntStream.rangeClosed(1, PlanPdf.pages(d.bytes())).boxed().toList()).orElse(List.of()));
        model.addAttribute("signature", sealed.flatMap(d -> signatures.of(file.id(), d.version())).orElse(null));
        model.addAttribute("objections", signatures.objections(file.id()));
        model.addAttribute("unprintable", atStep ? plans.unprintable(file) : List.of());
        model.addAttribute("seal", keys.state());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("objecting", problems.stream().anyMatch(p -> p.field().equals("reason")));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo")));
        return "signing/signature";
    }
}
