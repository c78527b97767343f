package jp.michishirube.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.Set;
import jp.michishirube.problem.Problem;

/**
 * One JSON value and nothing after it, no key twice, no text that is none, and bounded in depth and in the number of its parts: what two
 * readers could read differently is not taken (RFC 8259, RFC 7493).
 */
public final class StrictJson {

    static final int DEEPEST = 64;
    static final int MOST_TOKENS = 50_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME).maxTokenCount(MOST_TOKENS).build())
            .build();

    private StrictJson() {}

    /**
     * @param carriers names of fields whose text carries a file: neither its length nor its letters are looked at here
     * @throws Problem {@code unreadable-request} (400), {@code body-too-large} (413) for too deep, too many or too long
     */
    public static void check(byte[] body, Set<String> carriers) {
        check(body, carriers, true);
    }

    /** @param texts whether texts are looked at here; else by the handler, one by one ({@link FieldByField}) */
    static void check(byte[] body, Set<String> carriers, boolean texts) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw Problem.badRequest("unreadable-request");
            }
            for (; token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    text(parser.currentName());
                } else if (texts && token == JsonToken.VALUE_STRING && !carriers.contains(String.valueOf(parser.currentName()))) {
                    text(parser.getText());
                }
                if (parser.getParsingContext().inRoot() && token != JsonToken.FIELD_NAME && parser.nextToken() != null) {
                    throw Problem.badRequest("unreadable-request");
                }
            }
        } catch (StreamConstraintsException e) {
            throw Problem.tooLarge("body-too-large");
        } catch (IOException e) {
            throw Problem.badRequest("unreadable-request");
        }
    }

    private static void text(String text) {
        if (text.length() > PlainText.LONGEST) {
            throw Problem.tooLarge("body-too-large");
        }
        if (!PlainText.is(text)) {
            throw Problem.badRequest("characters-not-text");
        }
    }
}
