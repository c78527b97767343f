package jp.michishirube.sharing.channel;

import java.util.Locale;
import java.util.Optional;
import jp.michishirube.municipality.Municipality;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Words a message: from whom it is, that there is something to look at, and the link. Nothing about anybody. */
@Component
class WriteLetter {

    private final MessageSource texts;
    private final Municipality municipality;

    WriteLetter(MessageSource texts, Municipality municipality) {
        this.texts = texts;
        this.municipality = municipality;
    }

    /**
     * @param link or, by voice, the code: digits are told one by one
     * @return empty for a template that this version does not know: a newer one wrote the row
     */
    Optional<Letter> write(Queued message, String address, String link) {
        Locale language = message.language();
        String city = language.getLanguage().equals("en") ? municipality.nameEn() : municipality.name();
        String key = "message." + message.template();
        String told = message.way().isSpoken() ? String.join(language.getLanguage().equals("en") ? ", " : "、", link.split("")) : link;
        try {
            String again = message.again() ? texts.getMessage("message.again", null, language) : "";
            return Optional.of(new Letter(message.retryKey(), address, again + texts.getMessage(key + ".subject", new Object[] {city}, language),
                    again + texts.getMessage(key + ".text", new Object[] {city, told}, language),
                    again + texts.getMessage(key + ".short", new Object[] {city, told}, language), message.occasion().warns()));
        } catch (NoSuchMessageException e) {
            return Optional.empty();
        }
    }
}
