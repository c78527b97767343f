package jp.michishirube.signing;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.LeftAside;
import jp.michishirube.casefile.ProtectedPeople;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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
                Optional<byte[]> pdf = pdf(job, new CaseId(caseId));
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

    /** Empty where it cannot be printed: the batch says of which case, and why, and goes on. Of a protected person it says nothing. */
    private Optional<byte[]> pdf(PrintBatches.Job job, CaseId caseId) {
        try {
            if (protectedPeople.areAmong(List.of(caseId))) {
                return Optional.empty();
            }
            return Optional.of(plans.copy(cases.get(caseId), job.size()));
        } catch (DataAccessResourceFailureException | TransactionException databaseAway) {
            throw databaseAway;
        } catch (RuntimeException | LinkageError e) {
            if (press.isShutdown()) {
                throw e;
            }
            String why = LeftAside.why(e);
            // never with the message: it may quote a plan
            log.warn("print batch {}: case {} could not be printed: {}", job.id(), caseId.value(), why);
            batches.refused(job.id(), caseId, why);
            return Optional.empty();
        }
    }

    @PreDestroy
    void stop() {
        press.shutdownNow();
    }
}
