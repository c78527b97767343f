package jp.michishirube.casefile;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs an act in one transaction, and anew when another act of the same moment got in its way: a withdrawal must not be turned down because
 * data is just being fetched, and a copy must not stay out until the night because its sending is just being tried.
 */
@Component
public class RetryOnConflict {

    private static final int TRIES = 5;

    private final TransactionTemplate transaction;

    public RetryOnConflict(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    public void run(Runnable act) {
        call(() -> {
            act.run();
            return null;
        });
    }

    public <T> T call(Supplier<T> act) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.execute(status -> act.get());
            } catch (ConcurrencyFailureException e) {
                if (tried == TRIES) {
                    throw e;
                }
                rest(tried);
            }
        }
    }

    private static void rest(int tried) {
        try {
            Thread.sleep(50L * tried);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
