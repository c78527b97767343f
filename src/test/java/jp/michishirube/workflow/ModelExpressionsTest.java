package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.michishirube.municipality.Folders;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Models come from our folders, and their expressions reach the beans that our models name and nothing behind them. */
@ProductTest
class ModelExpressionsTest {

    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;
    @Autowired private OwnModelsOnly door;
    @Autowired private ApplicationContext context;
    @Autowired private Folders folders;

    /** A model that needs another bean adds it here, knowingly. */
    @Test
    void theBeansOfOurModelsAreFrozen() {
        assertThat(new ModelBeans(context, folders).names()).containsExactly("completeness", "delivery", "disaster", "ending", "facts", "gate", "reminders", "renewal",
                "sealing", "sharing", "steps");
    }

    @Test
    void aModelFromElsewhereIsNotTaken() {
        assertThatThrownBy(() -> repository.createDeployment().addModelInstance("other.bpmn", calling("${steps.confirmation()}")).deploy())
                .isInstanceOf(ProcessEngineException.class).hasMessageContaining("folders");
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("other").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${steps.confirmation()}", "${steps.reviewers()}"})
    void whatOurModelsCallRuns(String expression) {
        run(calling(expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${dataSource.getConnection()}", "${runtimeService.getClass()}", "${environment.getProperty('michishirube.municipality')}",
        "${''.getClass()}", "${''.getClass().forName('java.lang.Runtime')}", "${steps.getClass()}", "${steps.class}", "${steps.hashCode()}",
        "${execution.getProcessEngineServices()}", "${execution.processEngineServices}", "${execution.setVariable('a', 1)}",
        "${models.afterPropertiesSet()}", "${environment}", "${context}"})
    void nothingElseIsReached(String expression) {
        assertThatThrownBy(() -> run(calling(expression))).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void noScriptRuns() {
        BpmnModelInstance script = Bpmn.createExecutableProcess("other").camundaHistoryTimeToLive(1).startEvent().scriptTask("script")
                .scriptFormat("feel").scriptText("1 + 1").endEvent().done();
        assertThatThrownBy(() -> run(script)).isInstanceOf(ProcessEngineException.class);
    }

    private static BpmnModelInstance calling(String expression) {
        return Bpmn.createExecutableProcess("other").camundaHistoryTimeToLive(1).startEvent().serviceTask("call").camundaExpression(expression)
                .endEvent().done();
    }

    private void run(BpmnModelInstance model) {
        String[] id = new String[1];
        door.deploying(() -> id[0] = repository.createDeployment().addModelInstance("other.bpmn", model).deploy().getId());
        try {
            runtime.startProcessInstanceByKey("other");
        } finally {
            repository.deleteDeployment(id[0], true);
        }
    }
}
