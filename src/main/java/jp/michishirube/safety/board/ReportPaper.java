package jp.michishirube.safety.board;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.document.PrintedNotice;
import jp.michishirube.document.PrintedNotice.Part;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Mode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 報告: what was asked, what came of it and how soon, by which ways, and the numbers of those who never answered; no name of a resident. */
@Component
class ReportPaper {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d H:mm");

    private final EventFigures figures;
    private final ReadBoard boards;
    private final Rows rows;
    private final Printer printer;
    private final Municipality municipality;
    private final MessageSource messages;
    private final Clock clock;

    ReportPaper(EventFigures figures, ReadBoard boards, Rows rows, Printer printer, Municipality municipality, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.boards = boards;
        this.rows = rows;
        this.printer = printer;
        this.municipality = municipality;
        this.messages = messages;
        this.clock = clock;
    }

    byte[] print(DisasterEvent event, Locale locale) {
        String mode = event.mode() == Mode.REAL ? "" : text("errands.paper.mode." + event.mode(), locale);
        return printer.notice(new PrintedNotice("notice", Size.NORMAL, mode + text("report.title", locale, event.id()), municipality.name(), null, text("report.to", locale),
                LocalDate.ofInstant(clock.instant(), WorkingDays.JAPAN), null, parts(event, locale), List.of(), false, null));
    }

    /** The same on the page. */
    List<Part> parts(DisasterEvent event, Locale locale) {
        List<Part> parts = new ArrayList<>();
        parts.add(part("about", locale, about(event, locale)));
        Tally tally = Tally.sum(boards.tallies(event).values());
        parts.add(part("asked", locale, text("report.asked.text", locale, tally.all(), tally.planned(), tally.all() - tally.planned())));
        parts.add(part("stand", locale, tally.lines().stream().map(l -> text("report.of", locale, text("safety.part." + l.part(), locale), l.all(), l.planned(), l.roster()))
                .collect(Collectors.joining("\n"))));
        parts.add(part("speed", locale, speed(figures.speed(event), locale)));
        parts.add(part("channels", locale, counted(figures.channels(event), "report.channel.", locale)));
        parts.add(part("messages", locale, messages(figures.messages(event), locale)));
        parts.add(part("calls", locale, counted(figures.calls(event), "safety.board.call.", locale)));
        parts.add(part("errands", locale, counted(figures.errands(event), "report.errand.", locale)));
        parts.add(part("supporters", locale, counted(figures.supporters(event), "report.supporter.", locale)));
        parts.add(part("never", locale, never(event, locale)));
        return parts;
    }

    private String about(DisasterEvent event, Locale locale) {
        String ended = event.isOpen() ? text("report.open", locale) : text("safety.since", locale, time(event.endedAt()), event.endedName());
        return text("report.about.text", locale, text("safety.mode." + event.mode(), locale), text("safety.hazard." + event.hazard(), locale), String.join("、", event.namedAreas()),
                event.ground(), text("safety.since", locale, time(event.startedAt()), event.startedName()), ended, event.reminders()) + (event.corrected() ? "\n" + text("safety.taken-back", locale) : "");
    }

    private String speed(EventFigures.Speed speed, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(text("report.answered", locale, speed.asked(), speed.answered()));
        for (int i = 0; i < speed.after().size(); i++) {
            Duration after = speed.after().get(i);
            lines.add(text("report.percent", locale, 25 * (i + 1), after == null ? text("report.not-reached", locale) : text("report.after", locale, after.toHours(), after.toMinutesPart())));
        }
        return String.join("\n", lines);
    }

    /** Numbers of board and paper, by 町: who they are stands on the board, for those who may know. */
    private String never(DisasterEvent event, Locale locale) {
        Map<String, List<Row>> areas = rows.in(event.id(), event.areas(), "").stream().filter(r -> r.said() == null)
                .collect(Collectors.groupingBy(Row::area, java.util.TreeMap::new, Collectors.toList()));
        return areas.isEmpty() ? text("report.nobody", locale) : areas.entrySet().stream().map(e -> text("report.never.of", locale,
                e.getKey().isEmpty() ? text("safety.no-area", locale) : e.getKey(), e.getValue().size(),
                e.getValue().stream().map(r -> String.valueOf(r.number())).collect(Collectors.joining("、")))).collect(Collectors.joining("\n"));
    }

    private String messages(Map<String, Long> counts, Locale locale) {
        return counts.isEmpty() ? text("report.none", locale) : counts.entrySet().stream().map(e -> text("report.count", locale,
                text("outbox.way." + e.getKey().split(" ")[0], locale) + " " + text("outbox.state." + e.getKey().split(" ")[1], locale), e.getValue())).collect(Collectors.joining("\n"));
    }

    private String counted(Map<String, Long> counts, String words, Locale locale) {
        return counts.isEmpty() ? text("report.none", locale) : counts.entrySet().stream().map(e -> text("report.count", locale, text(words + e.getKey(), locale), e.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private Part part(String key, Locale locale, String words) {
        return new Part(text("report." + key, locale), words);
    }

    private static String time(java.time.Instant at) {
        return TIME.format(at.atZone(WorkingDays.JAPAN));
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
