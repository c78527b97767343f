package jp.michishirube.signing;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Prints the batches that were asked for, one after the other, in the background; goes on with those that another node has lost. */
@Component
class PressBatches {

    private static final Logger log = LoggerFactory.getLogger(PressBatches.class);

    private final PrintBatches batches;
    private final CaseFiles cases;
    private final PlanPdf plans;
    private final ProtectedPeople protectedPeople;
    private final ExecutorService press = Executors.newSingleThreadExecutor(r -> {
        Thread thread = new Thread(r, "print-batches");
        thread.setDaemon(true);
        return thread;
    });

    PressBatches(PrintBatches batches, CaseFiles cases, PlanPdf plans, ProtectedPeople protectedPeople) {
        this.batches = batches;
        this.cases = cases;
        this.plans = plans;
        this.protectedPeople = protectedPeople;
    }

    @Scheduled(fixedDelayString = "30s", initialDelayString = "30s")
    void look() {
        press.execute(this::pressAll);
    }

    private void pressAll() {
        for (Optional<PrintBatches.Job> next = batches.take(); next.isPresent(); next = batches.take()) {
            press(next.get());
        }
    }

    private void press(PrintBatches.Job job) {
        try (PrintedFile file = new PrintedFile()) {
            for (Long caseId : job.cases()) {
                Optional<byte[]> pdf = pdf(caseId, job.size());
                if (pdf.isPresent()) {
                    file.add(pdf.get());
                }
                if (!batches.moved(job.id(), pdf.isPresent())) {
                    return;
                }
            }
            if (file.isEmpty()) {
                batches.failed(job.id());
                return;
            }
            file.join();
            batches.ready(job.id(), file);
        } catch (IOException | RuntimeException e) {
            if (press.isShutdown()) {
                // another node, or this one's next start, begins it anew
                return;
            }
            log.error("print batch {} failed: {}", job.id(), e.toString());
            batches.failed(job.id());
        }
    }

    private Optional<byte[]> pdf(long caseId, Size size) {
        if (protectedPeople.areAmong(List.of(new CaseId(caseId)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(plans.copy(cases.get(new CaseId(caseId)), size));
        } catch (Problem nothingWritten) {
            return Optional.empty();
        }
    }

    @PreDestroy
    void stop() {
        press.shutdownNow();
    }
}
