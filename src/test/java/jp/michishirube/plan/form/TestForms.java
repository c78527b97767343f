package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shipped forms, read from {@code forms/} without Spring. */
public final class TestForms {

    public static final ObjectMapper JSON = new ObjectMapper();

    private TestForms() {}

    public static PlanForm load(String code) {
        List<FormReader.Mistake> mistakes = new ArrayList<>();
        PlanForm form = FormReader.read(code, schema(code), mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.toString());
        }
        return form;
    }

    public static JsonNode schema(String code) {
        try {
            return JSON.readTree(Files.readString(Path.of("forms", code, "plan.schema.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static ObjectNode answers(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
