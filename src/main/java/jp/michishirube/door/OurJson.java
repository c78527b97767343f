package jp.michishirube.door;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import jp.michishirube.problem.Problem;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.stereotype.Component;

/**
 * How the bodies are read that are sent to us: nothing is guessed. A key that we do not know, a missing or empty yes or no, a number in
 * place of a text, of a word of a list or the other way round is refused, as what the sender meant would be recorded as something else. What others answer to
 * our own calls is theirs to shape, and is read by the usual mapper.
 */
@Component
public class OurJson {

    private final ObjectMapper strict;

    OurJson(Jackson2ObjectMapperBuilder usual) {
        this.strict = strict(usual);
    }

    static ObjectMapper strict(Jackson2ObjectMapperBuilder usual) {
        ObjectMapper mapper = usual.featuresToEnable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .featuresToDisable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
        mapper.registerModule(new SimpleModule("our-json").addDeserializer(Instant.class, new InstantAsText()));
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        for (CoercionInputShape shape : new CoercionInputShape[] {CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean}) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        return mapper;
    }

    ObjectMapper mapper() {
        return strict;
    }

    /**
     * A part of a body whose shape only the room knows.
     *
     * @throws Problem {@code body-unreadable} (400)
     */
    public <T> T read(JsonNode part, Class<T> type) {
        try {
            T read = part == null ? null : strict.treeToValue(part, type);
            if (read == null) {
                throw Problem.badRequest("body-unreadable");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("body-unreadable");
        }
    }

    /** A number could be seconds, thousandths of them or days. */
    private static final class InstantAsText extends StdScalarDeserializer<Instant> {

        private InstantAsText() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            try {
                return Instant.parse(parser.getText().strip());
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "no time with its offset");
            }
        }
    }
}
