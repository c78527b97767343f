package jp.michishirube.plan.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.plan.form.Role;
import jp.michishirube.plan.form.TestForms;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A form with a mistake in it, met at a start. */
@ProductTest
class FormRestartTest {

    @Autowired private Municipality municipality;
    @Autowired private KeptForms kept;
    @Autowired private ObjectMapper mapper;
    @TempDir private Path folder;

    @Test
    void theLastGoodFormGoesOn() throws Exception {
        write(TestForms.schema("990019").toString().replace("\"x-kind\":\"kana\"", "\"x-kind\":\"kanna\""));
        PlanForms started = new PlanForms(new Folders(folder), municipality, kept, mapper);
        started.afterSingletonsInstantiated();
        assertThat(started.current().version()).isEqualTo(TestForms.load("990019").version());
        assertThat(started.current().role(Role.SUPPORTERS)).isPresent();
    }

    @Test
    void aRenamedGroupWithoutItsHintIsAMistakeToo() throws Exception {
        write(TestForms.schema("990019").toString().replace("\"supporters\":", "\"helpers\":").replace("\"/supporters\"", "\"/helpers\"")
                .replace(",\"x-is\":\"supporters\"", ""));
        PlanForms started = new PlanForms(new Folders(folder), municipality, kept, mapper);
        assertThat(started.current().field("/supporters")).as("the form before").isPresent();
    }

    @Test
    void garbageBehindTheFormIsAMistake() throws Exception {
        write(TestForms.schema("990019") + " }");
        assertThatThrownBy(() -> new PlanForms(new Folders(folder), municipality, new NothingKept(), mapper).afterSingletonsInstantiated())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("is no JSON");
    }

    /** Where no plan was ever made the start is refused, and says why. */
    @Test
    void withoutAnyGoodFormTheStartIsRefused() throws Exception {
        ObjectNode schema = (ObjectNode) TestForms.schema("990019");
        schema.findParents("x-is").stream().filter(n -> n.path("x-is").asText().equals("resident.birthDate")).forEach(n -> ((ObjectNode) n).remove("x-is"));
        write(schema.toString());
        assertThatThrownBy(() -> new PlanForms(new Folders(folder), municipality, new NothingKept(), mapper).afterSingletonsInstantiated())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("resident.birthDate").hasMessageContaining("check-forms");
    }

    private void write(String schema) throws Exception {
        Path file = folder.resolve("forms/990019/plan.schema.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, schema);
    }

    /** A database that is new. */
    private static final class NothingKept implements KeptForms {

        @Override
        public Optional<JsonNode> find(String version) {
            return Optional.empty();
        }

        @Override
        public void keep(String version, JsonNode schema) {}

        @Override
        public void putInForce(String version) {}

        @Override
        public Optional<JsonNode> lastInForce() {
            return Optional.empty();
        }

        @Override
        public boolean isUsed(String version) {
            return false;
        }

        @Override
        public void replace(String version, JsonNode schema) {}

        @Override
        public Optional<String> versionOf(CaseId caseId) {
            return Optional.empty();
        }
    }
}
