package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jp.michishirube.door.PlainText;

/** The texts within one answer: a word, the chosen ones of a list, the parts of a place. */
public final class AnswerTexts {

    private AnswerTexts() {}

    /** @return what is wrong with one of them whatever the field's kind ({@link PlainText#judge}) */
    static Optional<String> wrong(JsonNode answer) {
        if (answer == null || answer.isTextual()) {
            return Optional.ofNullable(answer).map(a -> PlainText.judge(a.textValue()));
        }
        return StreamSupport.stream(answer.spliterator(), false).map(part -> wrong(part).orElse(null)).filter(Objects::nonNull).findFirst();
    }

    /** @return the answer with each character that is none made visible, to be shown again */
    public static JsonNode marked(JsonNode answer) {
        if (answer instanceof TextNode text) {
            return PlainText.is(text.textValue()) ? text : TextNode.valueOf(PlainText.marked(text.textValue()));
        }
        JsonNode shown = answer.deepCopy();
        if (shown instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, marked(list.get(i)));
            }
        } else if (shown instanceof ObjectNode parts) {
            parts.properties().forEach(part -> part.setValue(marked(part.getValue())));
        }
        return shown;
    }
}
