package jp.michishirube.plan.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;

/** JSON between the database and memory, with exceptions that carry no content: it is personal data. */
@Component
public class PlanJson {

    private final ObjectMapper mapper;

    PlanJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public JsonNode read(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON cannot be read at " + e.getLocation().getLineNr());
        }
    }

    public ObjectNode object(String text) {
        return (ObjectNode) read(text);
    }

    ObjectNode empty() {
        return mapper.createObjectNode();
    }
}
