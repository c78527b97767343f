package jp.michishirube.roster.file.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Limits;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.Sheet;

/**
 * All sheets of an {@code .xlsx}, row by row. Dates come as {@code yyyy-MM-dd}, numbers without exponent or {@code .0}, with the leading
 * zeros that their format shows.
 *
 * <p>Read by the JDK's streaming parser: the streaming library that was used before takes a file without styles for damaged, knows neither
 * the date system of 1904 nor the Japanese date formats, and joins the furigana to a text that stands in its cell.
 */
public final class Workbook {

    private Workbook() {}

    /**
     * @param sink asked for each sheet who takes its rows; null to leave the sheet out
     * @throws Problem {@code roster-file-unknown-kind}, {@code roster-file-bomb}, {@code roster-file-damaged}
     */
    public static void read(Path file, Limits limits, Function<Sheet, Consumer<RawRow>> sink) throws IOException {
        try (Parts parts = Parts.open(file, limits)) {
            Contents contents = Contents.of(parts);
            Styles styles = Styles.of(parts, contents.target("styles"));
            List<String> strings = SharedStrings.of(parts, contents.target("sharedStrings"));
            CellText text = new CellText(styles, strings, contents.from1904());
            for (Contents.Tab tab : contents.tabs()) {
                Consumer<RawRow> rows = sink.apply(tab.sheet());
                if (rows != null) {
                    new SheetRows(text, limits, rows).read(parts, tab.part());
                }
            }
        } catch (Problem e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // its message may quote the file's content: not passed on
            throw Problem.badRequest("roster-file-damaged");
        }
    }
}
