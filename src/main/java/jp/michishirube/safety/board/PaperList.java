package jp.michishirube.safety.board;

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

/** The board on paper, for when power or network are gone: the same numbers, boxes to tick, two sheets for forty people. */
@Component
class PaperList {

    private static final List<String> COLUMNS = List.of("number", "name", "address", "phone", "household", "now", "boxes");
    private static final List<Integer> WEIGHTS = List.of(1, 4, 4, 3, 3, 3, 8);

    private final Printer printer;
    private final Municipality municipality;
    private final MessageSource messages;

    PaperList(Printer printer, Municipality municipality, MessageSource messages) {
        this.printer = printer;
        this.municipality = municipality;
        this.messages = messages;
    }

    byte[] print(DisasterEvent event, Desk desk, Board board, Locale locale) {
        List<PrintedList.Column> columns = COLUMNS.stream().map(c -> new PrintedList.Column(text("safety.paper." + c, locale),
                WEIGHTS.get(COLUMNS.indexOf(c)))).toList();
        String time = DateTimeFormatter.ofPattern("H:mm").format(board.asOf().atZone(WorkingDays.JAPAN));
        String title = text("safety.paper.title" + (event.mode() == Mode.REAL ? "" : "." + event.mode()), locale, event.id());
        String head = text("safety.paper.head", locale, desk.name(), time, board.tally().all(), board.unnamed());
        return printer.list(new PrintedList(title, municipality.name(), head, LocalDate.ofInstant(board.asOf(), WorkingDays.JAPAN),
                text("safety.paper.ground", locale), columns, board.rows().stream().map(r -> cells(r, locale)).toList()));
    }

    private List<String> cells(Row r, Locale locale) {
        String age = r.age() == null ? "" : text("safety.paper.age", locale, r.age());
        String now = r.said() == null ? text("safety.part." + Part.of(r), locale) : text("safety.said." + r.said() + ".short", locale);
        return List.of(String.valueOf(r.number()), r.name() + age, address(r.address()), r.phone(), r.household(), now, text("safety.paper.ticks", locale));
    }

    /** Everybody on the sheet lives in the municipality: its name would only make the row two lines high. */
    private String address(String address) {
        return address.startsWith(municipality.name()) ? address.substring(municipality.name().length()) : address;
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
