package jp.michishirube.signing;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.PrintedPlan.Words;
import jp.michishirube.problem.Problem;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Prints many plans as one file, one batch after the other, in the background. Paper copies: a seal cannot survive in a joined file.
 * A batch that a stop of the server interrupted, or in which a plan was erased meanwhile ({@link EraseSealed}), is told as failed;
 * printing changes nothing, so it is just asked for again.
 */
@Component
class PrintBatches {

    static final int MOST = 2000;
    private static final Logger log = LoggerFactory.getLogger(PrintBatches.class);

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final PlanPdf plans;
    private final ProtectedPeople protectedPeople;
    private final Clock clock;
    private final ExecutorService press = Executors.newSingleThreadExecutor(r -> {
        Thread thread = new Thread(r, "print-batches");
        thread.setDaemon(true);
        return thread;
    });

    PrintBatches(JdbcClient jdbc, CaseFiles cases, PlanPdf plans, ProtectedPeople protectedPeople, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.plans = plans;
        this.protectedPeople = protectedPeople;
        this.clock = clock;
    }

    /** @param skipped cases without a plan */
    record Batch(long id, int total, int done, int skipped, String state) {

        public boolean isRunning() {
            return state.equals("RUNNING");
        }

        public boolean isReady() {
            return state.equals("READY");
        }
    }

    long start(String person, List<Long> caseIds, Size size) {
        if (caseIds.isEmpty() || caseIds.size() > MOST) {
            throw Problem.badRequest(caseIds.isEmpty() ? "print-nothing" : "print-too-many", MOST);
        }
        long id = jdbc.sql("insert into signing.print_batch (person, total, state, started_at, cases) values (?, ?, 'RUNNING', ?, ?) returning id")
                .params(person, caseIds.size(), clock.instant().atZone(ZoneId.of("Asia/Tokyo")).toOffsetDateTime(),
                        caseIds.toArray(Long[]::new)).query(Long.class).single();
        press.execute(() -> run(id, caseIds, size));
        return id;
    }

    Optional<Batch> find(long id, String person) {
        return jdbc.sql("""
                select id, total, done, skipped, case when state = 'RUNNING' and started_at < ? then 'FAILED' else state end
                from signing.print_batch where id = ? and person = ?
                """).params(clock.instant().minusSeconds(7200).atZone(ZoneId.of("Asia/Tokyo")).toOffsetDateTime(), id, person)
                .query((rs, n) -> new Batch(rs.getLong(1), rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getString(5))).optional();
    }

    Optional<byte[]> content(long id, String person) {
        return jdbc.sql("select content from signing.print_batch where id = ? and person = ? and state = 'READY'").params(id, person)
                .query((rs, n) -> rs.getBytes(1)).optional();
    }

    /** Whose plans the batch was asked for; empty for one that does not know. */
    List<CaseId> cases(long id, String person) {
        return jdbc.sql("select unnest(cases) from signing.print_batch where id = ? and person = ?").params(id, person)
                .query((rs, n) -> new CaseId(rs.getLong(1))).list();
    }

    private void run(long id, List<Long> caseIds, Size size) {
        try {
            PDFMergerUtility merger = new PDFMergerUtility();
            int printed = 0;
            for (Long caseId : caseIds) {
                Optional<byte[]> pdf = pdf(caseId, size);
                pdf.ifPresent(bytes -> merger.addSource(new RandomAccessReadBuffer(bytes)));
                printed += pdf.isPresent() ? 1 : 0;
                jdbc.sql("update signing.print_batch set done = done + 1, skipped = skipped + ? where id = ?").params(pdf.isPresent() ? 0 : 1, id)
                        .update();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            merger.setDestinationStream(out);
            if (printed > 0) {
                merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
            }
            jdbc.sql("update signing.print_batch set state = ?, content = ? where id = ? and state = 'RUNNING'")
                    .params(printed > 0 ? "READY" : "FAILED", printed > 0 ? out.toByteArray() : null, id).update();
        } catch (IOException | RuntimeException e) {
            log.error("print batch {} failed: {}", id, e.toString());
            jdbc.sql("update signing.print_batch set state = 'FAILED' where id = ?").param(id).update();
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
