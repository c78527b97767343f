package jp.michishirube.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Offices as lists name them: behind the name where the contract stands, unless it runs. Templates call it {@code @officeNames}. Who hands
 * out work, or looks for it, sees everywhere whom the city has no contract with.
 */
@Component("officeNames")
public class OfficeNames {

    private final Offices offices;
    private final MessageSource texts;
    private final Clock clock;

    OfficeNames(Offices offices, MessageSource texts, Clock clock) {
        this.offices = offices;
        this.texts = texts;
        this.clock = clock;
    }

    /** In the reader's language, such as 青葉居宅（契約終了 2026年3月31日）. */
    public String of(Office office) {
        return office.name() + mark(office.contractBegins(), office.contractEnds());
    }

    /** The same of all offices, by code. */
    public Map<String, String> all() {
        return offices.all().stream().collect(Collectors.toMap(Office::code, this::of));
    }

    /** What is said behind the name; empty while the contract runs. */
    public String mark(LocalDate begins, LocalDate ends) {
        LocalDate today = LocalDate.now(clock);
        if (begins != null && begins.isAfter(today)) {
            return text("office.contract.begins", begins);
        }
        return ends != null && ends.isBefore(today) ? text("office.contract.ended", ends) : "";
    }

    private String text(String key, LocalDate day) {
        return texts.getMessage(key, new Object[] {day.toString()}, LocaleContextHolder.getLocale());
    }
}
