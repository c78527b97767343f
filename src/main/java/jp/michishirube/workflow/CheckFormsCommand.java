package jp.michishirube.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.michishirube.municipality.CheckPolicies;
import jp.michishirube.municipality.CityTexts;
import jp.michishirube.plan.form.CheckForms;
import jp.michishirube.plan.form.FolderCheck;
import jp.michishirube.plan.form.PlanForm;

/** The command {@code check-forms [folder …]}: the form, and what the other rooms read of a municipality's folder. */
public final class CheckFormsCommand {

    private static final List<FolderCheck> CHECKS = List.of(CheckFormsCommand::policies, (folder, form) -> CityTexts.mistakes(folder), new CheckDecisions());

    private CheckFormsCommand() {}

    /** @return 0 without a mistake */
    public static int run(String[] args) throws IOException {
        return run(args, System.out);
    }

    static int run(String[] args, PrintStream out) throws IOException {
        return CheckForms.run(args, out, CHECKS);
    }

    static List<String> check(Path folder) {
        return CheckForms.check(folder, CHECKS);
    }

    private static List<String> policies(Path folder, PlanForm form) {
        Path file = folder.resolve("municipality.yaml");
        try {
            JsonNode yaml = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
            return new CheckPolicies().mistakes(yaml).stream().map(m -> file + " " + m).toList();
        } catch (IOException e) {
            return List.of(); // named already: it cannot be read at all
        }
    }
}
