package jp.michishirube.casefile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the timeline in sentences: {@code timeline.<kind>} with the details filled into its {@code {name}}s. */
@Component
public class TimelineSentences {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final MessageSource messages;
    private final Offices offices;

    TimelineSentences(MessageSource messages, Offices offices) {
        this.messages = messages;
        this.offices = offices;
    }

    /** @param at date and time as people here write them */
    public record Sentence(String at, String actor, String text, String kind) {}

    public List<Sentence> of(List<TimelineEntry> entries, Locale locale) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(english(locale) ? "d MMM yyyy HH:mm" : "yyyy年M月d日（E）HH:mm",
                english(locale) ? Locale.ENGLISH : Locale.JAPANESE).withZone(TOKYO);
        return entries.stream().map(e -> new Sentence(format.format(e.at()), e.actor(), sentence(e, locale), e.kind())).toList();
    }

    /** In place of a name. */
    String somebody(Locale locale) {
        return messages.getMessage("timeline.somebody", null, locale);
    }

    private String sentence(TimelineEntry entry, Locale locale) {
        // The pattern is read raw: its placeholders are names, not the numbers of MessageFormat.
        String text = messages.getMessage("timeline." + entry.kind(), null, entry.kind(), locale);
        for (Map.Entry<String, String> detail : entry.details().entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", shown(detail.getKey(), detail.getValue(), locale));
        }
        return text.replaceAll("[（(]?\\{[a-zA-Z]+}[）)]?", "");
    }

    private static boolean english(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    private String shown(String name, String value, Locale locale) {
        if (name.equals("office")) {
            return offices.find(value).map(Office::name).orElse(value);
        }
        if (name.equals("notice")) {
            return messages.getMessage("notice." + value, null, value, locale);
        }
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return LocalDate.parse(value).format(DateTimeFormatter.ofPattern(english(locale) ? "d MMM yyyy" : "yyyy年M月d日", locale));
        }
        return messages.getMessage("timeline." + name + "." + value, null, value, locale);
    }
}
