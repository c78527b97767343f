package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import jp.michishirube.problem.FieldProblem;

/** Whether answers fit the form: each field by its kind, and the whole by the JSON Schema as the municipality wrote it. */
public final class Validity {

    private static final Map<PlanForm, JsonSchema> SCHEMAS = Collections.synchronizedMap(new WeakHashMap<>());

    private Validity() {}

    /** @return one problem per field, in the order of the form; what does not apply, and what an older form asked, is not looked at */
    public static List<FieldProblem> problems(FilledPlan plan, LocalDate today) {
        ObjectNode answers = plan.applicable();
        Map<String, FieldProblem> found = new LinkedHashMap<>();
        plan.asked().filter(q -> !q.field().isGroup()).forEach(q -> FieldRule.problem(q.field(), q.address().toString(), q.value(), today)
                .ifPresent(p -> found.put(p.field(), p)));
        for (ValidationMessage message : SCHEMAS.computeIfAbsent(plan.form(), Validity::compile).validate(answers)) {
            String address = address(answers, message.getInstanceLocation().toString());
            if (found.keySet().stream().noneMatch(a -> Address.onOnePath(a, address))) {
                found.put(address, new FieldProblem(address, "not-by-schema"));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static JsonSchema compile(PlanForm form) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true)
                .pathType(com.networknt.schema.PathType.JSON_POINTER).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(form.schema(), config);
    }

    /** The validator names rows by index; people and remarks name them by key. */
    private static String address(ObjectNode answers, String pointer) {
        StringBuilder address = new StringBuilder();
        JsonNode at = answers;
        for (String part : Answers.parts(pointer)) {
            if (part.isEmpty() || at == null) {
                break;
            }
            boolean row = at instanceof ArrayNode && at.path(Integer.parseInt(part)).has(Answers.KEY);
            address.append('/').append(row ? at.path(Integer.parseInt(part)).path(Answers.KEY).asText() : part);
            at = at instanceof ArrayNode ? at.get(Integer.parseInt(part)) : at.get(part);
        }
        return address.toString();
    }
}
