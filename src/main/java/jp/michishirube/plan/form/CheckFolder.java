package jp.michishirube.plan.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What stands beside the form in a municipality's folder: policies, the reviewers' phrases, the notices, the report that prints it. */
final class CheckFolder {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String SUPPORTERS = "supporters";
    /** Items of a notice that are more or other than the plan: all of it, the resident's contact and position, the supporters. */
    private static final Set<String> NO_FIELD = Set.of("plan", "contact", "location", SUPPORTERS);
    private static final List<String> PURPOSES = List.of("CITIZEN_FUNCTIONS", "PLAN_MAKING", "PLAN_GIVING", "PEACETIME_SHARING");
    private static final List<String> PROTECTORS = List.of("REVIEWER", "ROSTER_MANAGER");
    private static final Set<String> REMARK_KINDS = Set.of("WRONG", "MISSING", "UNCLEAR", "SUGGESTION");

    private final Path folder;
    private final List<String> found;

    /** @param found receives each mistake as file, pointer and reason */
    CheckFolder(Path folder, List<String> found) {
        this.folder = folder;
        this.found = found;
    }

    void check(PlanForm form) {
        Path policies = folder.resolve("municipality.yaml");
        yaml(policies).ifPresent(yaml -> municipality(policies, yaml, form));
        Path phrases = folder.resolve("phrases.yaml");
        if (Files.exists(phrases)) {
            yaml(phrases).ifPresent(yaml -> phrases(phrases, yaml, form));
        }
        notices(form);
        if (form != null && form.schema().has("x-report")) {
            report(form.schema().path("x-report").asText());
        }
    }

    private Optional<JsonNode> yaml(Path file) {
        try {
            return Optional.of(YAML.readTree(Files.readString(file)));
        } catch (JsonProcessingException e) {
            found.add(file + " line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": is no YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            found.add(file + ": cannot be read");
        }
        return Optional.empty();
    }

    private void municipality(Path file, JsonNode yaml, PlanForm form) {
        String code = yaml.path("code").asText();
        if (!code.matches("\\d{6}") || !checkDigit(code)) {
            found.add(file + " /code: \"" + code + "\" is no 全国地方公共団体コード (six digits in quotes, the last a check digit)");
        } else if (!code.equals(folder.toAbsolutePath().normalize().getFileName().toString())) {
            found.add(file + " /code: differs from the folder's name");
        }
        if (yaml.path("name").asText().isBlank()) {
            found.add(file + " /name: is missing");
        }
        yaml.path("sharing").path("readers").properties().stream().filter(r -> r.getValue().path("areas").isEmpty())
                .forEach(r -> found.add(file + " /sharing/readers/" + r.getKey() + "/areas: names no 町: this reader would see nobody"));
        yaml.path("protection").path("setBy").forEach(role -> {
            if (!PROTECTORS.contains(role.asText())) {
                found.add(file + " /protection/setBy: \"" + role.asText() + "\" is none of " + PROTECTORS);
            }
        });
        if (form != null) {
            hazards(file, yaml.path("plan").path("hazards"), form);
            RoleDemands.mistakes(form, policies(yaml)).forEach(m -> found.add(folder.resolve("plan.schema.json") + " " + m.pointer() + ": " + m.reason()));
            yaml.path("consent").path("disasterItems").forEach(i -> item(file + " /consent/disasterItems", i.asText(), form));
        }
    }

    private static RoleDemands.Policies policies(JsonNode yaml) {
        return new RoleDemands.Policies(!yaml.path("consent").path("ordinance").path("waivesSupporters").asBoolean(),
                !yaml.path("sharing").path("readers").isEmpty(), !yaml.path("plan").path("hazards").isEmpty());
    }

    /** An item that covers nothing of the plan gives nothing away, and nobody would learn why. */
    private void item(String at, String item, PlanForm form) {
        String section = Answers.parts("/" + item.replace('.', '/')).get(0);
        boolean known = NO_FIELD.contains(item) || Arrays.stream(Holder.values()).anyMatch(h -> h.prefix().equals(section))
                || form.section(section).isPresent() && (item.equals(section) || form.field("/" + item.replace('.', '/')).isPresent());
        FormField supporters = form.role(Role.SUPPORTERS).orElse(null);
        if (supporters != null && !item.equals(SUPPORTERS) && supporters.address().equals(form.address("/" + item.replace('.', '/')).orElse(null))) {
            found.add(at + ": \"" + item + "\": items call the supporters \"" + SUPPORTERS + "\", whatever the form calls them");
        } else if (!known) {
            found.add(at + ": \"" + item + "\" is no section or question of the form and no holder");
        }
    }

    /** Places are proposed for the hazards the policy names, and asked for those the form has rows for. */
    private void hazards(Path file, JsonNode named, PlanForm form) {
        form.fields().filter(f -> f.hasFixedRows() && f.columns().stream().anyMatch(c -> c.kind() == FieldKind.PLACE)).forEach(group -> {
            Set<String> rows = new LinkedHashSet<>();
            group.rows().forEach(r -> rows.add(r.code()));
            Set<String> policy = new LinkedHashSet<>();
            named.forEach(n -> policy.add(n.asText()));
            if (!rows.equals(policy)) {
                found.add(file + " /plan/hazards: " + policy + " differs from the rows " + rows + " of " + group.pointer() + " in the form");
            }
        });
    }

    private void phrases(Path file, JsonNode yaml, PlanForm form) {
        for (int i = 0; i < yaml.size(); i++) {
            JsonNode phrase = yaml.get(i);
            if (!REMARK_KINDS.contains(phrase.path("kind").asText())) {
                found.add(file + " /" + i + "/kind: is none of " + REMARK_KINDS.stream().sorted().toList());
            }
            String section = phrase.path("section").asText();
            if (form != null && !section.isEmpty() && form.section(section).isEmpty()) {
                found.add(file + " /" + i + "/section: the form has no section \"" + section + "\"");
            }
            if (phrase.path("text").asText().isBlank()) {
                found.add(file + " /" + i + "/text: is missing");
            }
        }
    }

    /** Each notice in Japanese has its English; without any, nobody could be asked. */
    private void notices(PlanForm form) {
        Path notices = folder.resolve("notices");
        try (Stream<Path> files = Files.isDirectory(notices) ? Files.list(notices) : Stream.empty()) {
            List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
            if (names.stream().noneMatch(n -> n.endsWith(".ja.md"))) {
                found.add(notices + ": no notice in Japanese (<name>.v<n>.ja.md)");
            }
            Set<String> asked = new TreeSet<>();
            for (String name : names) {
                if (name.endsWith(".md")) {
                    notice(notices.resolve(name), form).forEach(p -> asked.add(p.asText()));
                }
            }
            if (!asked.contains("PLAN_MAKING")) {
                found.add(notices + ": no notice has PLAN_MAKING among its purposes: no plan could begin");
            }
            names.stream().filter(n -> n.endsWith(".ja.md") && !names.contains(n.replace(".ja.md", ".en.md")))
                    .forEach(n -> found.add(notices.resolve(n) + ": has no English beside it (" + n.replace(".ja.md", ".en.md") + ")"));
        } catch (IOException e) {
            found.add(notices + ": cannot be read");
        }
    }

    /** @return the purposes in the head of the notice */
    private JsonNode notice(Path file, PlanForm form) throws IOException {
        String[] parts = Files.readString(file).split("(?m)^---\\s*$", 3);
        if (parts.length < 3 || !parts[0].isBlank()) {
            found.add(file + " line 1: has no head between lines of ---");
            return MissingNode.getInstance();
        }
        try {
            JsonNode head = YAML.readTree(parts[1]);
            if (head.path("title").asText().isBlank()) {
                found.add(file + " /title: is missing");
            }
            head.path("purposes").forEach(p -> {
                if (!PURPOSES.contains(p.asText())) {
                    found.add(file + " /purposes: \"" + p.asText() + "\" is none of " + PURPOSES);
                }
            });
            if (form != null) {
                head.path("items").forEach(i -> item(file + " /items", i.asText(), form));
            }
            return head.path("purposes");
        } catch (JsonProcessingException e) {
            found.add(file + " line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": its head is no YAML: " + e.getOriginalMessage());
            return MissingNode.getInstance();
        }
    }

    private void report(String name) {
        Path own = folder.toAbsolutePath().normalize().resolve("../../reports/" + name + ".jrxml").normalize();
        if (!name.matches("[a-z0-9][a-z0-9-]*") || !Files.exists(own) && CheckFolder.class.getResource("/reports/" + name + ".jrxml") == null) {
            found.add(folder.resolve("plan.schema.json") + " /x-report: there is no reports/" + name + ".jrxml");
        }
    }

    /** Last digit = 11 − (Σ of the first five × 6,5,4,3,2) mod 11, of which the last digit counts. */
    private static boolean checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += (code.charAt(i) - '0') * (6 - i);
        }
        return (11 - sum % 11) % 10 == code.charAt(5) - '0';
    }
}
