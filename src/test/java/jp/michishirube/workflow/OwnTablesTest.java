package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.review.CheckRules.Observation;
import jp.michishirube.testing.ProductTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A start with the city's own {@code checks.dmn} in the override folder, as the comment in {@code plan-checks.dmn} offers it. */
@ProductTest
class OwnTablesTest {

    @Autowired Municipality municipality;
    @TempDir Path override;

    @Test
    void theProductStartsWithTheCitysOwnChecksAndAsksThem() throws Exception {
        String ours = Files.readString(Path.of("processes/plan-checks.dmn"));
        Path own = Files.createDirectories(override.resolve("forms/" + municipality.code())).resolve("checks.dmn");
        Files.writeString(own, ours.replace("&gt; 30<", "&gt; 90<"));
        Folders folders = new Folders(override);
        RepositoryService repository = BareEngine.with(Map.of()).getRepositoryService();

        new DeployModels(repository, folders, municipality, new OwnModelsOnly()).afterPropertiesSet();

        DecisionDefinition deployed = repository.createDecisionDefinitionQuery().decisionDefinitionKey(DmnCheckRules.DECISION).latestVersion().singleResult();
        assertThat(deployed.getResourceName()).isEqualTo("checks.dmn");
        try (InputStream model = repository.getDecisionModel(deployed.getId())) {
            assertThat(new String(model.readAllBytes(), StandardCharsets.UTF_8)).contains("&gt; 90<");
        }
        DmnCheckRules rules = new DmnCheckRules(folders, municipality);
        assertThat(rules.of(minutes(60))).isEmpty();
        assertThat(rules.of(minutes(91))).hasSize(1);
    }

    private static Observation minutes(int minutes) {
        return new Observation("number", "supporters.minutes", "/supporters/*/minutes", minutes, null);
    }
}
