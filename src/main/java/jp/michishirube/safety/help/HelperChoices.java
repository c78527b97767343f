package jp.michishirube.safety.help;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.sharing.channel.Choices;
import jp.michishirube.sharing.code.Holder;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a supporter can press below the message, or on the telephone. */
@Component
class HelperChoices implements Choices {

    /** Before the ids in what a button bears. */
    static final String WORD = "help";

    /** In the order of the keys. */
    enum Act {
        GO(null), WELL(Said.SAFE), NEEDS_HELP(Said.NEEDS_HELP), NOT_THERE(Said.NOT_MET);

        /** Null for one that says nothing of the person. */
        final Said said;

        Act(Said said) {
            this.said = said;
        }

        /** @return null for any other key */
        static Act ofKey(int key) {
            return key >= 1 && key <= values().length ? values()[key - 1] : null;
        }
    }

    private final MessageSource texts;

    HelperChoices(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public Holder.Kind of() {
        return Holder.Kind.HELPER;
    }

    @Override
    public List<Choice> of(String key, String template, Locale language) {
        return template.startsWith("helper-mistake") ? List.of() : Arrays.stream(Act.values()).map(act -> new Choice(act.ordinal() + 1,
                texts.getMessage("helper.act." + act, null, language), WORD + " " + key + " " + (act.ordinal() + 1))).toList();
    }
}
