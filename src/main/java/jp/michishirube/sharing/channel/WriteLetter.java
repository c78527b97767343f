package jp.michishirube.sharing.channel;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.sharing.code.Holder;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Words a message: from whom it is, that there is something to look at, and the link. Nothing about anybody. */
@Component
class WriteLetter {

    private final MessageSource texts;
    private final Municipality municipality;
    private final Map<Holder.Kind, Choices> choices = new EnumMap<>(Holder.Kind.class);

    WriteLetter(MessageSource texts, Municipality municipality, List<Choices> choices) {
        this.texts = texts;
        this.municipality = municipality;
        choices.forEach(c -> this.choices.put(c.of(), c));
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
                    again + brief(message, key, new Object[] {city, told}), message.occasion().warns(), choices(message)));
        } catch (NoSuchMessageException e) {
            return Optional.empty();
        }
    }

    /** What is read aloud may need other words than what fits into an SMS. */
    private String brief(Queued message, String key, Object[] values) {
        String spoken = message.way().isSpoken() ? texts.getMessage(key + ".spoken", values, null, message.language()) : null;
        return spoken == null ? texts.getMessage(key + ".short", values, message.language()) : spoken;
    }

    private List<Choices.Choice> choices(Queued message) {
        Choices offered = choices.get(message.to().kind());
        return offered == null ? List.of() : offered.of(message.to().key(), message.template(), message.language());
    }
}
