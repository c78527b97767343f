package jp.michishirube.workflow;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.ApplicationContext;

/** Brings a model of a bench's own into the product's engine, which takes no others than ours. */
public final class BareModel {

    private BareModel() {}

    public static void deploy(ApplicationContext product, String name, BpmnModelInstance model) {
        RepositoryService repository = product.getBean(RepositoryService.class);
        product.getBean(OwnModelsOnly.class).deploying(() -> repository.createDeployment().addModelInstance(name, model).deploy());
    }
}
