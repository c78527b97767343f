package jp.michishirube.roster.entry;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The bell by which a use case tells the background worker that there is something to do; without it, it looks every few seconds. */
@Component
public class RosterWork {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition bell = lock.newCondition();
    private boolean rung;

    public void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    void wake() {
        lock.lock();
        try {
            rung = true;
            bell.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void await(long millis) throws InterruptedException {
        lock.lock();
        try {
            if (!rung) {
                bell.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            rung = false;
        } finally {
            lock.unlock();
        }
    }
}
