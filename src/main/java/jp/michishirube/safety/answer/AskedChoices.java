package jp.michishirube.safety.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.michishirube.sharing.channel.Choices;
import jp.michishirube.sharing.code.Holder;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The four answers below a question in LINE, and on the keys of a telephone that is called. */
@Component
class AskedChoices implements Choices {

    /** Before the ids in what a button bears. */
    static final String WORD = "event";

    private final MessageSource texts;

    AskedChoices(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public Holder.Kind of() {
        return Holder.Kind.ASKED;
    }

    @Override
    public List<Choice> of(String key, String template, Locale language) {
        return !template.startsWith("event-asked") && !template.startsWith("event-again") ? List.of() : Arrays.stream(Said.values()).filter(Said::isAnswer)
                .map(said -> new Choice(said.key(), texts.getMessage("safety.said." + said + ".key", null, language), WORD + " " + key + " " + said.key())).toList();
    }
}
