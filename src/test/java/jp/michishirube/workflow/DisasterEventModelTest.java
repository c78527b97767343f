package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code disaster-event.bpmn}. */
class DisasterEventModelTest {

    private ProcessEngine engine;
    private final Disaster disaster = new Disaster();

    public static class Disaster {
        int left = 1;
        final List<String> done = new ArrayList<>();

        public void ask(Long id) {
            done.add("asked");
        }

        public String nextAt(Long id) {
            return "2040-01-01T00:00:00Z";
        }

        public boolean reminds(Long id) {
            return left > 0;
        }

        public void remind(Long id) {
            left--;
            done.add("reminded");
        }

        public void close(Long id) {
            done.add("closed");
        }
    }

    @BeforeEach
    void start() {
        engine = BareEngine.with(Map.of("disaster", disaster));
        init(engine);
    }

    @Test
    void remindersComeUntilNoneIsLeftAndThenTheEventCloses() {
        ProcessInstance event = asked("event-1");
        execute(job());
        assertThat(event).isWaitingAt("WaitForNext").hasPassed("RemindUnanswered");
        execute(job());
        assertThat(event).isWaitingAt("CloseEvent");
        execute(job());
        assertThat(event).isEnded().hasPassed("EventClosed");
        assertThat(disaster.done).containsExactly("asked", "reminded", "closed");
    }

    @Test
    void wideningAsksAgainAndEndingCloses() {
        ProcessInstance event = asked("event-2");
        engine.getRuntimeService().createMessageCorrelation("EventWidened").processInstanceBusinessKey("event-2").correlate();
        assertThat(event).isWaitingAt("AskResidents");
        execute(job());
        engine.getRuntimeService().createMessageCorrelation("EventEnded").processInstanceBusinessKey("event-2").correlate();
        execute(job());
        assertThat(event).isEnded().hasNotPassed("RemindUnanswered");
        assertThat(disaster.done).containsExactly("asked", "asked", "closed");
    }

    private ProcessInstance asked(String key) {
        ProcessInstance event = engine.getRuntimeService().startProcessInstanceByKey("disaster-event", key, Map.of("eventId", 1L));
        assertThat(event).isWaitingAt("AskResidents");
        execute(job());
        assertThat(event).isWaitingAt("WaitForNext");
        return event;
    }
}
