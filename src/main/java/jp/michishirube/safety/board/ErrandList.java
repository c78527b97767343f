package jp.michishirube.safety.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.michishirube.document.PrintedList;
import jp.michishirube.document.Printer;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Mode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Visits and calls of a team on paper: the board's numbers, so that ticks are keyed back as those of any list. */
@Component
class ErrandList {

    private static final List<String> COLUMNS = List.of("number", "name", "address", "phone", "why", "boxes");
    private static final List<Integer> WEIGHTS = List.of(1, 4, 4, 3, 3, 8);

    private final Printer printer;
    private final Municipality municipality;
    private final MessageSource messages;
    private final Clock clock;

    ErrandList(Printer printer, Municipality municipality, MessageSource messages, Clock clock) {
        this.printer = printer;
        this.municipality = municipality;
        this.messages = messages;
        this.clock = clock;
    }

    byte[] print(DisasterEvent event, String team, List<ErrandsPage.Shown> errands, Locale locale) {
        Instant now = clock.instant();
        List<PrintedList.Column> columns = COLUMNS.stream().map(c -> new PrintedList.Column(text("errands.paper." + c, locale), WEIGHTS.get(COLUMNS.indexOf(c)))).toList();
        String mode = event.mode() == Mode.REAL ? "" : text("errands.paper.mode." + event.mode(), locale);
        String time = DateTimeFormatter.ofPattern("H:mm").format(now.atZone(WorkingDays.JAPAN));
        String head = text("errands.paper.head", locale, team == null || team.isEmpty() ? text("errands.team.all", locale) : team, time, errands.size());
        return printer.list(new PrintedList(mode + text("errands.paper.title", locale, event.id()), municipality.name(), head, LocalDate.ofInstant(now, WorkingDays.JAPAN),
                text("safety.paper.ground", locale), columns, errands.stream().map(e -> cells(e, locale)).toList()));
    }

    private List<String> cells(ErrandsPage.Shown shown, Locale locale) {
        Row r = shown.row();
        String why = text("errands.kind." + shown.errand().kind(), locale) + "・" + text("errands.why." + shown.errand().why(), locale);
        return List.of(String.valueOf(r.number()), r.name(), r.address(), r.phone(), why, text("safety.paper.ticks", locale));
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
