package jp.michishirube.plan.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command {@code check-forms [folder …]} does: reads each municipality's folder as the product would and names every mistake
 * with its file, pointer and reason. Exit code 0 when there is none.
 */
public final class CheckForms {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private CheckForms() {}

    /**
     * @param args   folders of municipalities; none for all below {@code forms/}
     * @param others what other rooms look at
     */
    public static int run(String[] args, PrintStream out, List<FolderCheck> others) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String arg : args) {
            folders.add(Path.of(arg));
        }
        if (folders.isEmpty() && Files.isDirectory(Path.of("forms"))) {
            try (Stream<Path> all = Files.list(Path.of("forms"))) {
                all.filter(Files::isDirectory).sorted().forEach(folders::add);
            }
        }
        if (folders.isEmpty()) {
            out.println("check-forms: no folder forms/ here; name the folders to check");
            return 2;
        }
        int mistakes = 0;
        for (Path folder : folders) {
            List<String> found = check(folder, others);
            found.forEach(out::println);
            mistakes += found.size();
            if (found.isEmpty()) {
                out.println(folder + ": no mistake");
            }
        }
        return mistakes == 0 ? 0 : 1;
    }

    /** @return each mistake as file, pointer and reason */
    public static List<String> check(Path folder, List<FolderCheck> others) {
        List<String> found = new ArrayList<>();
        PlanForm form = null;
        Path file = folder.resolve("plan.schema.json");
        try {
            JsonNode schema = JSON.readTree(Files.readString(file));
            metaSchema(file, schema, found);
            List<FormReader.Mistake> mistakes = new ArrayList<>();
            PlanForm read = FormReader.read(folder.toAbsolutePath().normalize().getFileName().toString(), schema, mistakes);
            form = mistakes.isEmpty() ? read : null;
            mistakes.forEach(m -> found.add(file + " " + m.pointer() + ": " + m.reason()));
        } catch (JsonProcessingException e) {
            found.add(file + " line " + e.getLocation().getLineNr() + ": is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            found.add(file + ": cannot be read");
        }
        new CheckFolder(folder, found).check(form);
        for (FolderCheck other : others) {
            found.addAll(other.mistakes(folder, form));
        }
        return found;
    }

    private static void metaSchema(Path file, JsonNode schema, List<String> found) {
        if (!schema.path("$schema").asText().contains("2020-12")) {
            found.add(file + " /$schema: must name JSON Schema 2020-12");
        }
        var meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        meta.validate(schema).forEach(m -> found.add(file + " " + m.getInstanceLocation() + ": " + m.getMessage()));
    }
}
