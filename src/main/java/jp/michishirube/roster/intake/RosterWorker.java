package jp.michishirube.roster.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.RosterWork;
import jp.michishirube.roster.priority.RankAgain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does the long work of imports, and of ranking everybody again, in the background, one chunk and transaction after the other. Several
 * nodes may run one each: a lease in the database says who works on which import, and whoever finds a lease run out goes on where the
 * last commit left off.
 */
@Component
class RosterWorker implements SmartLifecycle {

    static final Duration LEASE = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(RosterWorker.class);

    private final Intakes intakes;
    private final CheckRows check;
    private final FinishCheck finishCheck;
    private final ApplyRows apply;
    private final RankAgain rank;
    private final RosterWork work;
    private final long pollMillis;
    private final String me = UUID.randomUUID().toString();
    private volatile Thread thread;

    RosterWorker(Intakes intakes, CheckRows check, FinishCheck finishCheck, ApplyRows apply, RankAgain rank, RosterWork work,
            @Value("${michishirube.roster.poll-millis:3000}") long pollMillis) {
        this.intakes = intakes;
        this.check = check;
        this.finishCheck = finishCheck;
        this.apply = apply;
        this.rank = rank;
        this.work = work;
        this.pollMillis = pollMillis;
    }

    /** Works on imports until nothing is left to do. */
    void runAll() {
        for (Optional<Intake> next = intakes.claim(me, LEASE); next.isPresent(); next = intakes.claim(me, LEASE)) {
            Intake intake = next.get();
            try {
                if (intake.state() == IntakeState.CHECKING) {
                    checkAll(intake.id());
                } else {
                    applyAll(intake.id());
                }
            } catch (RuntimeException e) {
                // never with the message: it may quote a row
                LOG.warn("roster import {} stumbled on {}; it goes on in a while", intake.id(), e.getClass().getName());
                intakes.stumble(intake.id(), Duration.ofSeconds(Math.min(300, 5L << Math.min(6, intake.stumbled()))));
            }
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private void checkAll(long id) {
        while (intakes.prolong(id, me, LEASE, IntakeState.CHECKING)) {
            if (!check.next(id)) {
                finishCheck.finish(id);
                return;
            }
        }
    }

    private void applyAll(long id) {
        ApplyRows.Result result = ApplyRows.Result.MORE;
        while (result == ApplyRows.Result.MORE && !Thread.currentThread().isInterrupted()) {
            try {
                result = apply.next(id, me, ApplyRows.CHUNK);
            } catch (RuntimeException e) {
                if (isDatabaseAway(e)) {
                    throw e;
                }
                LOG.warn("roster import {}: a chunk failed on {}; its rows are tried one by one", id, e.getClass().getName());
                result = oneByOne(id);
            }
        }
    }

    private ApplyRows.Result oneByOne(long id) {
        ApplyRows.Result result = ApplyRows.Result.MORE;
        for (int i = 0; i < ApplyRows.CHUNK && result == ApplyRows.Result.MORE; i++) {
            try {
                result = apply.next(id, me, 1);
            } catch (RuntimeException e) {
                if (isDatabaseAway(e)) {
                    throw e;
                }
                LOG.warn("roster import {}: a row was left aside on {}", id, e.getClass().getName());
                apply.leaveAside(id, me);
            }
        }
        return result;
    }

    private static boolean isDatabaseAway(RuntimeException e) {
        return e instanceof org.springframework.dao.DataAccessResourceFailureException
                || e instanceof org.springframework.dao.TransientDataAccessException
                || e instanceof org.springframework.dao.RecoverableDataAccessException
                || e instanceof org.springframework.transaction.TransactionException;
    }

    @Override
    public void start() {
        Thread worker = new Thread(this::loop, "roster-worker");
        worker.setDaemon(true);
        thread = worker;
        worker.start();
    }

    private void loop() {
        while (thread != null) {
            try {
                runAll();
                if (!rank.next()) {
                    work.await(pollMillis);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("the roster worker could not look for work or rank people: {}", e.getClass().getName());
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(pollMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
