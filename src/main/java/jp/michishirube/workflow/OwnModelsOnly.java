package jp.michishirube.workflow;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Takes the models that {@link DeployModels} reads from our folders; every other deployment is refused, by whatever way it came. */
class OwnModelsOnly implements Deployer {

    private final ThreadLocal<Boolean> ours = ThreadLocal.withInitial(() -> false);

    void deploying(Runnable deployment) {
        ours.set(true);
        try {
            deployment.run();
        } finally {
            ours.remove();
        }
    }

    /** Called for what the engine reads again from its tables, too: that is not new. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew() && !ours.get()) {
            throw new ProcessEngineException("models come from the product's folders only");
        }
    }
}
