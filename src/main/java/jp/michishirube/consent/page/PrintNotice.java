package jp.michishirube.consent.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.record.ConsentEvent;
import jp.michishirube.consent.rule.FreezeNotices;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.NoticeText;
import jp.michishirube.consent.rule.Notices;
import jp.michishirube.document.PrintedNotice;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prints a notice as a form to sign, and the receipt of a decision. */
@Component
class PrintNotice {

    private final Printer printer;
    private final FreezeNotices frozen;
    private final Municipality municipality;
    private final MessageSource messages;

    PrintNotice(Printer printer, FreezeNotices frozen, Municipality municipality, MessageSource messages) {
        this.printer = printer;
        this.frozen = frozen;
        this.municipality = municipality;
        this.messages = messages;
    }

    byte[] form(CaseFile file, Notice notice, Locale locale) {
        List<PrintedNotice.Choice> choices = new ArrayList<>(List.of(choice("consent.decision.yes", false, locale),
                choice("consent.decision.no", false, locale)));
        notice.choosable().stream().sorted().forEach(k -> choices.add(new PrintedNotice.Choice(
                text("consent.print.not-to", locale, text("consent.party." + k, locale)), false)));
        return printer.notice(new PrintedNotice("notice", Size.LARGE, notice.terms().title(), municipality(locale), file.number().value(),
                file.resident().name(), null, id(notice, locale), NoticeText.parts(notice.body()), choices, true, null));
    }

    byte[] receipt(CaseFile file, ConsentEvent e, LocalDate today, Locale locale) {
        List<PrintedNotice.Part> parts = new ArrayList<>();
        parts.add(new PrintedNotice.Part(text("consent.print.decision", locale), decision(e, locale)));
        Notice notice = e.notice() == null ? null : frozen.notice(e.notice());
        if (notice != null) {
            parts.add(new PrintedNotice.Part(text("consent.retention", locale), notice.terms().retention()));
            parts.add(new PrintedNotice.Part(text("consent.print.withdrawal", locale), notice.terms().withdrawal()));
            parts.add(new PrintedNotice.Part(text("consent.print.text", locale), notice.terms().title()));
            parts.addAll(NoticeText.parts(notice.body()));
        }
        return printer.notice(new PrintedNotice("notice", Size.LARGE, text("consent.print.receipt", locale), municipality(locale),
                file.number().value(), file.resident().name(), today, notice == null ? null : id(notice, locale), parts,
                List.of(choice("consent.state." + e.type(), true, locale)), false, null));
    }

    private String decision(ConsentEvent e, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(text("consent.purpose." + e.purpose(), locale) + ": " + text("consent.state." + e.type(), locale));
        lines.add(java.time.format.DateTimeFormatter.ofPattern(Dates.pattern(locale), locale).format(e.at().atZone(Notices.JAPAN)));
        if (e.giver() != null) {
            lines.add(text("consent.given-by." + e.giver().by(), locale)
                    + (e.giver().name() == null ? "" : " " + e.giver().name() + " " + (e.giver().relation() == null ? "" : e.giver().relation())));
        }
        if (!e.recipients().isEmpty()) {
            lines.add(text("consent.receiver", locale) + ": " + String.join("、",
                    e.recipients().stream().sorted().map(k -> text("consent.party." + k, locale)).toList()));
        }
        lines.add(text("consent.print.record", locale, String.valueOf(e.id())));
        return String.join("\n", lines);
    }

    private String municipality(Locale locale) {
        return locale.getLanguage().equals("en") ? municipality.nameEn() : municipality.name();
    }

    private String id(Notice notice, Locale locale) {
        return text("consent.print.notice-id", locale, notice.terms().title(), notice.ref().version(), notice.sha256().substring(0, 12));
    }

    private PrintedNotice.Choice choice(String key, boolean ticked, Locale locale) {
        return new PrintedNotice.Choice(text(key, locale), ticked);
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
