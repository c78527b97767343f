package jp.michishirube.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.michishirube.document.PrintedList;
import jp.michishirube.document.Printer;
import jp.michishirube.japanese.CsvList;
import jp.michishirube.municipality.Municipality;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The residents whom a reader may know of, on paper and for a spreadsheet: what that reader may see and not more. */
@Component
class ReaderList {

    private static final List<String> COLUMNS = List.of("name", "address", "phone", "ground");
    private static final List<Integer> WEIGHTS = List.of(4, 8, 4, 3);

    private final Printer printer;
    private final Municipality municipality;
    private final MessageSource messages;
    private final Clock clock;

    ReaderList(Printer printer, Municipality municipality, MessageSource messages, Clock clock) {
        this.printer = printer;
        this.municipality = municipality;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param reader for whom it is, printed on top */
    ResponseEntity<byte[]> pdf(SharedWithReader.Listed listed, String reader, Locale locale) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore()).body(paper(listed, reader, locale));
    }

    byte[] paper(SharedWithReader.Listed listed, String reader, Locale locale) {
        List<PrintedList.Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            columns.add(new PrintedList.Column(text("neighbourhood." + COLUMNS.get(i), locale), WEIGHTS.get(i)));
        }
        PrintedList list = new PrintedList(text("neighbourhood.title", locale), municipality.name(), reader, LocalDate.now(clock),
                text("neighbourhood.paper-ground", locale), columns, cells(listed, locale));
        return printer.list(list);
    }

    ResponseEntity<byte[]> csv(SharedWithReader.Listed listed, Locale locale) {
        List<String> heads = COLUMNS.stream().map(c -> text("neighbourhood." + c, locale)).toList();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"list.csv\"")
                .body(CsvList.of(Stream.concat(Stream.of(heads), cells(listed, locale).stream()).toList()));
    }

    /** A last line says what is missing, or may be. */
    private List<List<String>> cells(SharedWithReader.Listed listed, Locale locale) {
        List<List<String>> lines = new ArrayList<>(listed.rows().stream().map(r -> cells(r, locale)).toList());
        if (listed.unreadable() > 0) {
            lines.add(List.of(messages.getMessage("neighbourhood.unreadable", new Object[] {listed.unreadable()}, locale), "", "", ""));
        }
        return lines;
    }

    private List<String> cells(SharedWithReader.Row row, Locale locale) {
        return List.of(row.name(), row.address(), row.phone(), text("sharing.ground." + row.ground(), locale));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
