package jp.michishirube.signing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.document.Printed;
import jp.michishirube.document.PrintedPlan;
import jp.michishirube.document.Printer;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.review.ApprovedVersion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Renders the approved version once and puts the municipality's seal on it. */
@Component
public class SealPlan {

    private final CaseFiles cases;
    private final ApprovedVersion approved;
    private final Submissions submissions;
    private final Redactions redactions;
    private final PlanPrints prints;
    private final Printer printer;
    private final SealKeys keys;
    private final SealCertificates certificates;
    private final SealedDocuments documents;
    private final Timeline timeline;
    private final MessageSource messages;
    private final Clock clock;

    SealPlan(CaseFiles cases, ApprovedVersion approved, Submissions submissions, Redactions redactions, PlanPrints prints, Printer printer, SealKeys keys,
            SealCertificates certificates, SealedDocuments documents, Timeline timeline, MessageSource messages, Clock clock) {
        this.cases = cases;
        this.approved = approved;
        this.submissions = submissions;
        this.redactions = redactions;
        this.prints = prints;
        this.printer = printer;
        this.keys = keys;
        this.certificates = certificates;
        this.documents = documents;
        this.timeline = timeline;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Seals what was approved; a second call for the same version changes nothing, so the process may repeat it.
     *
     * @throws jp.michishirube.problem.Problem {@code version-redacted} (409) when a withdrawal took values out of it;
     *                                         {@code seal-key-missing}, {@code seal-certificate-ended}, {@code seal-certificate-not-yet},
     *                                         {@code print-template-broken} (503): the process tries again and then asks an admin
     * @throws IllegalStateException           when nothing was approved
     */
    @Transactional
    public void seal(CaseId caseId) {
        // A withdrawal either waits until the seal is on, and takes it away again, or was first and is seen here.
        cases.hold(caseId);
        int version = approved.of(caseId).orElseThrow(() -> new IllegalStateException("case " + caseId.value() + " has no approved version"));
        if (documents.version(caseId, version).isPresent()) {
            return;
        }
        if (redactions.concern(caseId, version)) {
            throw jp.michishirube.problem.Problem.conflict("version-redacted", version);
        }
        CaseFile file = cases.get(caseId);
        Submission submission = submissions.version(caseId, version).orElseThrow();
        PrintedPlan plan = prints.sealed(prints.of(file, submission, false), LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo")));
        Printed printed = printer.print(plan);
        byte[] sealed = keys.sealer().seal(printed, messages.getMessage("signing.seal-reason",
                new Object[] {file.number().value(), Integer.toString(version)}, java.util.Locale.JAPANESE), clock.instant());
        certificates.remember(keys.certificate());
        documents.add(caseId, version, false, sealed, plan.contentHash(), printed.signature());
        timeline.append(caseId, "plan-sealed", Map.of("version", Integer.toString(version)));
    }
}
