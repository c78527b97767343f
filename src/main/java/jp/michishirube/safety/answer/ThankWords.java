package jp.michishirube.safety.answer;

import java.util.Locale;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Mode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What somebody reads in the chat, or hears, who has just answered. */
@Component
class ThankWords {

    private final MessageSource texts;

    ThankWords(MessageSource texts) {
        this.texts = texts;
    }

    String taken(DisasterEvent event, Said said, Locale language) {
        return drill(event, language) + texts.getMessage("safety.taken", new Object[] {texts.getMessage("safety.said." + said, null, language),
                texts.getMessage("safety.visit.next." + said, null, language)}, language);
    }

    String over(DisasterEvent event, Locale language) {
        return drill(event, language) + texts.getMessage("safety.visit.over", null, language) + "\n" + texts.getMessage("safety.visit.over.next", null, language);
    }

    String of(String key, DisasterEvent event, Locale language) {
        return drill(event, language) + texts.getMessage(key, null, language);
    }

    private String drill(DisasterEvent event, Locale language) {
        return event.mode() == Mode.REAL ? "" : texts.getMessage("safety.drill.word", null, language);
    }
}
