package jp.michishirube.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.document.PrintedPlan;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.PrintedPlan.Words;
import jp.michishirube.document.Printer;
import jp.michishirube.plan.draft.Drafts;
import jp.michishirube.plan.versions.PlanInForce;
import jp.michishirube.plan.versions.Redactions;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.versions.Submissions;
import jp.michishirube.problem.Problem;
import jp.michishirube.review.ApprovedVersion;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/**
 * The plan of a case as PDF: the one in force, sealed; before a first one came into force, and where somebody asks for the one under way, what
 * was handed in last, a draft with 案 across it until it is approved.
 */
@Component
class PlanPdf {

    private static final float SCREEN_DPI = 110;

    private final SealedDocuments documents;
    private final Submissions submissions;
    private final PlanInForce inForce;
    private final ApprovedVersion approved;
    private final Drafts drafts;
    private final Redactions redactions;
    private final PlanPrints prints;
    private final Printer printer;

    PlanPdf(SealedDocuments documents, Submissions submissions, PlanInForce inForce, ApprovedVersion approved, Drafts drafts, Redactions redactions, PlanPrints prints,
            Printer printer) {
        this.documents = documents;
        this.submissions = submissions;
        this.inForce = inForce;
        this.approved = approved;
        this.drafts = drafts;
        this.redactions = redactions;
        this.prints = prints;
        this.printer = printer;
    }

    /** @param version 0 for a plan never handed in */
    record Found(byte[] pdf, int version, boolean sealed) {

        String fileName(CaseFile file) {
            return "plan-" + file.number() + (version == 0 ? "" : "-v" + version) + (sealed ? "" : "-draft") + ".pdf";
        }
    }

    /** @throws Problem {@code plan-not-begun} (404) when nothing was written yet; {@code plan-given-up} (410) */
    Found of(CaseFile file, Size size, Words words) {
        return found(file, inForce.of(file.id()), size, words);
    }

    /** The same of what was handed in last: for those who make and sign it. */
    Found underWay(CaseFile file, Size size, Words words) {
        return found(file, submissions.latest(file.id()), size, words);
    }

    private Found found(CaseFile file, Optional<Submission> which, Size size, Words words) {
        redactions.refuseGivenUp(file.id());
        if (which.isEmpty()) {
            return drafts.find(file.id()).map(d -> new Found(printer.plan(prints.unfinished(file, d.formVersion(), d.answers(),
                    d.provenance(), d.savedAt()).with(size, words)), 0, false)).orElseThrow(() -> Problem.notFound("plan-not-begun"));
        }
        Submission submission = which.get();
        boolean current = isApproved(file, submission);
        Optional<SealedDocument> sealed = current ? documents.version(file.id(), submission.version()) : Optional.empty();
        if (sealed.isPresent() && size == Size.NORMAL && words == Words.PLAIN) {
            return new Found(sealed.get().bytes(), submission.version(), true);
        }
        return new Found(unsealed(file, submission, !current, size, words), submission.version(), false);
    }

    /** What came into force was approved before; of later versions the last approved one is. */
    private boolean isApproved(CaseFile file, Submission submission) {
        OptionalInt last = approved.of(file.id());
        return last.isPresent() && last.getAsInt() == submission.version()
                || inForce.standing(file.id()).filter(s -> s.version() == submission.version()).isPresent();
    }

    /** A copy on paper of the plan in force, or what was handed in last, without seal and place for signature. */
    byte[] copy(CaseFile file, Size size) {
        redactions.refuseGivenUp(file.id());
        Submission submission = inForce.of(file.id()).orElseThrow(() -> Problem.notFound("plan-not-begun"));
        return unsealed(file, submission, !isApproved(file, submission), size, Words.PLAIN);
    }

    private byte[] unsealed(CaseFile file, Submission submission, boolean draft, Size size, Words words) {
        PrintedPlan plan = prints.of(file, submission, draft);
        PrintedPlan.Foot foot = plan.foot();
        return printer.plan(plan.with(new PrintedPlan.Foot(foot.qr(), foot.disclaimer(), foot.copyFor(), foot.draft(), false)).with(size, words));
    }

    /** @return what of the plan does not come out on paper as written */
    List<String> unprintable(CaseFile file) {
        return submissions.latest(file.id()).map(s -> printer.unprintable(prints.of(file, s, false))).orElse(List.of());
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page as a picture: a tablet's browser shows it at once, where a PDF inside a page shows its first page at best. */
    static byte[] picture(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf); ByteArrayOutputStream out = new ByteArrayOutputStream(200_000)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw Problem.notFound("page-not-found");
            }
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(page - 1, SCREEN_DPI, ImageType.RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
