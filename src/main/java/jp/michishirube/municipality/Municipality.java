package jp.michishirube.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The municipality this installation serves, as {@code forms/<code>/municipality.yaml} describes it.
 *
 * <p>A room's policies are a section of that file, read into the room's own record by {@link #section}.
 */
public final class Municipality {

    private final JsonNode yaml;
    private final ObjectMapper mapper;

    Municipality(JsonNode yaml, ObjectMapper mapper) {
        this.yaml = yaml;
        this.mapper = mapper;
    }

    /** 全国地方公共団体コード, six digits with the check digit. */
    public String code() {
        return yaml.path("code").asText();
    }

    public String name() {
        return yaml.path("name").asText();
    }

    public String nameEn() {
        return yaml.path("nameEn").asText(name());
    }

    /**
     * @param name section of the file, such as {@code consent}
     * @param type the room's record; a missing section is an empty one
     * @throws IllegalStateException naming the file's section when it does not fit the record
     */
    public <T> T section(String name, Class<T> type) {
        JsonNode node = yaml.path(name);
        try {
            return mapper.treeToValue(node instanceof MissingNode ? mapper.createObjectNode() : node, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("forms/" + code() + "/municipality.yaml, section " + name + ": " + e.getOriginalMessage(), e);
        }
    }
}
