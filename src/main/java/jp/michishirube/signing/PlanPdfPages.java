package jp.michishirube.signing;

import java.nio.charset.StandardCharsets;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.PrintedPlan.Words;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.SystemReading;
import jp.michishirube.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The plan as a file: for people's browsers and for programs. */
@RestController
class PlanPdfPages {

    private final CaseAccess access;
    private final PlanPdf plans;
    private final Drafts drafts;
    private final PlanInForce inForce;
    private final PlanForms forms;
    private final SystemReading reading;

    PlanPdfPages(CaseAccess access, PlanPdf plans, Drafts drafts, PlanInForce inForce, PlanForms forms, SystemReading reading) {
        this.access = access;
        this.plans = plans;
        this.drafts = drafts;
        this.inForce = inForce;
        this.forms = forms;
        this.reading = reading;
    }

    @GetMapping(value = "/cases/{number}/plan.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
    ResponseEntity<byte[]> page(@PathVariable String number, @RequestParam(defaultValue = "normal") String size,
            @RequestParam(defaultValue = "plain") String words, @RequestParam(name = "under-way", defaultValue = "false") boolean underWay) {
        return pdf(number, size.equals("large") ? Size.LARGE : Size.NORMAL, words.equals("easy") ? Words.EASY : Words.PLAIN, underWay);
    }

    @GetMapping(value = "/cases/{number}/plan-page-{page}.png", produces = MediaType.IMAGE_PNG_VALUE)
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
    ResponseEntity<byte[]> picture(@PathVariable String number, @PathVariable int page) {
        CaseFile file = access.open(number(number), "plan");
        byte[] png = PlanPdf.picture(plans.underWay(file, Size.NORMAL, Words.PLAIN).pdf(), page);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.IMAGE_PNG).body(png);
    }

    /** The plan in force; before a first one, what there is: a draft marked 案. */
    @GetMapping(value = "/api/v1/cases/{caseNumber}/plan.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('SCOPE_plans:read')")
    ResponseEntity<byte[]> api(@PathVariable String caseNumber) {
        CaseFile file = access.open(number(caseNumber), "plan");
        if (inForce.standing(file.id()).isEmpty()) {
            drafts.find(file.id()).ifPresent(d -> reading.whole(file, forms.filled(d)));
        }
        inForce.of(file.id()).ifPresent(s -> reading.whole(file, forms.filled(s)));
        return pdf(caseNumber, Size.NORMAL, Words.PLAIN, false);
    }

    private ResponseEntity<byte[]> pdf(String number, Size size, Words words, boolean underWay) {
        CaseFile file = access.open(number(number), "plan");
        PlanPdf.Found found = underWay ? plans.underWay(file, size, words) : plans.of(file, size, words);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(found.fileName(file), StandardCharsets.UTF_8)
                        .build().toString())
                .body(found.pdf());
    }

    static CaseNumber number(String number) {
        try {
            return new CaseNumber(number);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("case-not-found");
        }
    }
}
