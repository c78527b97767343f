package jp.michishirube.workflow;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;

/** The engine's answer to two acts on one process at once, in the words by which every room knows that trying anew helps. */
final class EngineConflict {

    private EngineConflict() {}

    /**
     * @throws OptimisticLockingFailureException  when a background step of the process committed in between
     * @throws PessimisticLockingFailureException when the database ended a deadlock with such a step at our cost
     */
    static void told(Runnable act) {
        try {
            act.run();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("process moved meanwhile", e);
        } catch (ProcessEnginePersistenceException e) {
            throw isDeadlock(e) ? new PessimisticLockingFailureException("process moves at this moment", e) : e;
        }
    }

    private static boolean isDeadlock(ProcessEnginePersistenceException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql && "40P01".equals(sql.getSQLState());
    }
}
