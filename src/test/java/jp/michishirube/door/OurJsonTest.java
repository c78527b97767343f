package jp.michishirube.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** No body of ours is read as something that its sender did not write. */
class OurJsonTest {

    private final OurJson json = new OurJson(new Jackson2ObjectMapperBuilder());

    enum Kind { FIRST, SECOND }

    record Body(boolean yes, int number, String text, Instant at, Kind kind, List<Kind> kinds, Double part, Boolean perhaps) {}

    private Body read(String members) throws JsonProcessingException {
        JsonNode tree = new ObjectMapper().readTree("{\"yes\":true,\"number\":3" + members + "}");
        return json.read(tree, Body.class);
    }

    @Test
    void whatIsPlainIsTaken() throws Exception {
        Body body = read(",\"text\":\"5\",\"at\":\"2026-06-05T10:00:00+09:00\",\"kind\":\"SECOND\",\"kinds\":[\"FIRST\"],\"part\":2,\"perhaps\":null");
        assertThat(body).isEqualTo(new Body(true, 3, "5", Instant.parse("2026-06-05T01:00:00Z"), Kind.SECOND, List.of(Kind.FIRST), 2.0, null));
        assertThat(read("")).isEqualTo(new Body(true, 3, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"yes\":true}", "{\"number\":1}", "{\"yes\":null,\"number\":1}", "{\"yes\":true,\"number\":null}", "[]", "\"\"", "1",
        "{\"yes\":\"true\",\"number\":1}", "{\"yes\":1,\"number\":1}", "{\"yes\":true,\"number\":\"1\"}", "{\"yes\":true,\"number\":1.9}", "{\"yes\":true,\"number\":true}"})
    void aYesOrANumberIsNeverFilledIn(String body) throws Exception {
        JsonNode tree = new ObjectMapper().readTree(body);
        assertThatThrownBy(() -> json.read(tree, Body.class)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> json.mapper().readValue(body, Body.class)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\":1", "\"text\":5", "\"text\":true", "\"text\":1.5", "\"text\":[\"a\"]", "\"at\":0", "\"at\":\"1780000000\"", "\"at\":\"\"",
        "\"at\":\"2026-06-05\"", "\"kind\":0", "\"kind\":1", "\"kind\":\"1\"", "\"kind\":\"\"", "\"kind\":\"OTHER\"", "\"kinds\":[null]", "\"kinds\":[0]", "\"kinds\":[\"0\"]", "\"part\":\"2\"", "\"perhaps\":\"true\"", "\"perhaps\":0", "\"perhaps\":\"\""})
    void nothingIsGuessed(String member) {
        assertThatThrownBy(() -> read("," + member)).isInstanceOf(Problem.class);
    }

    @Test
    void nothingIsNoBody() {
        assertThatThrownBy(() -> json.read(null, Body.class)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> json.read(NullNode.getInstance(), Body.class)).isInstanceOf(Problem.class);
    }
}
