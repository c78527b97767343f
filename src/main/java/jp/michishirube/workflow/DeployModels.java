package jp.michishirube.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Deploys the models of {@code processes/} and the municipality's own decision tables, each only when it has changed. */
@Component("models")
class DeployModels implements InitializingBean {

    private final RepositoryService repository;
    private final Folders folders;
    private final Municipality municipality;
    private final OwnModelsOnly door;

    DeployModels(RepositoryService repository, Folders folders, Municipality municipality, OwnModelsOnly door) {
        this.repository = repository;
        this.folders = folders;
        this.municipality = municipality;
        this.door = door;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        Map<String, Resource> models = new TreeMap<>(folders.list("processes", ".bpmn"));
        models.putAll(folders.list("processes", ".dmn"));
        Map<String, Resource> own = folders.list("forms/" + municipality.code(), ".dmn");
        models.putAll(own);
        // The same decision under another file's name: two of them would stop the start.
        if (own.containsKey("checks.dmn")) {
            models.remove("plan-checks.dmn");
        }
        DeploymentBuilder deployment = repository.createDeployment().name("michishirube").enableDuplicateFiltering(true);
        for (Map.Entry<String, Resource> model : models.entrySet()) {
            try (InputStream in = model.getValue().getInputStream()) {
                deployment.addInputStream(model.getKey(), in);
            }
        }
        door.deploying(deployment::deploy);
    }
}
