package jp.michishirube.roster.entry;

import java.time.Clock;
import java.time.LocalDate;
import jp.michishirube.municipality.DateWords;
import jp.michishirube.roster.file.BirthDate;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of the roster's pages that depend on more than one value. */
@Component("rosterWords")
public class RosterWords {

    private final DateWords dates;
    private final MessageSource texts;
    private final Clock clock;

    RosterWords(DateWords dates, MessageSource texts, Clock clock) {
        this.dates = dates;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param kept as the roster keeps a birth date; said to be unknown as far as it is */
    public String birth(String kept) {
        if (kept == null || kept.isEmpty()) {
            return "";
        }
        return dates.birth(BirthDate.of(kept).whole(), kept);
    }

    /** Where an office's contract stands, to be said behind its name; empty while it runs. */
    public String contract(LocalDate begins, LocalDate ends) {
        LocalDate today = LocalDate.now(clock);
        if (begins != null && begins.isAfter(today)) {
            return text("roster.contract.begins", begins);
        }
        return ends != null && ends.isBefore(today) ? text("roster.contract.ended", ends) : "";
    }

    private String text(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
