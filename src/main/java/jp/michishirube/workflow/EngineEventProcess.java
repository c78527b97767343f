package jp.michishirube.workflow;

import java.util.Map;
import jp.michishirube.safety.event.EventProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Called with the event's row locked, as its steps lock it too: a process that waits for nothing is about to ask or to close, and sees
 * then what the caller has changed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineEventProcess implements EventProcess {

    private static final String PROCESS = "disaster-event";

    private final RuntimeService runtime;

    EngineEventProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(long eventId) {
        runtime.startProcessInstanceByKey(PROCESS, key(eventId), Map.of("eventId", eventId));
    }

    @Override
    public void widened(long eventId) {
        tell("EventWidened", eventId);
    }

    @Override
    public void ended(long eventId) {
        tell("EventEnded", eventId);
    }

    private void tell(String message, long eventId) {
        runtime.createExecutionQuery().processDefinitionKey(PROCESS).processInstanceBusinessKey(key(eventId)).messageEventSubscriptionName(message).list()
                .forEach(e -> runtime.messageEventReceived(message, e.getId()));
    }

    private static String key(long eventId) {
        return "event-" + eventId;
    }
}
