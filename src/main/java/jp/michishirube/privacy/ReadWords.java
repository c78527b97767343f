package jp.michishirube.privacy;

import java.util.Locale;
import jp.michishirube.casefile.Step;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was read, in words that one can read out to the resident. Templates call it {@code @readWords}. */
@Component("readWords")
public class ReadWords {

    private final MessageSource messages;

    ReadWords(MessageSource messages) {
        this.messages = messages;
    }

    public String of(AccessLog.Line line, Locale locale) {
        if (!line.isList()) {
            // A step is told by what is done in it, a page by its name; a name that nobody wrote words for is still a page of the case.
            return Step.ofNode(line.what()).map(s -> text("step." + s.name(), null, locale))
                    .orElseGet(() -> text("privacy.what." + line.what(), text("privacy.what.other", null, locale), locale));
        }
        String list = text("privacy.list." + line.what(), text("privacy.what.other", null, locale), locale);
        return line.people() == 1 ? list : messages.getMessage("privacy.one-of", new Object[] {list, line.people()}, locale);
    }

    private String text(String key, String otherwise, Locale locale) {
        return otherwise == null ? messages.getMessage(key, null, locale) : messages.getMessage(key, null, otherwise, locale);
    }
}
