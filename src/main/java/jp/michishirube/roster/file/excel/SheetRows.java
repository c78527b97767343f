package jp.michishirube.roster.file.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.michishirube.roster.file.Limits;
import jp.michishirube.roster.file.RawRow;

/** The rows of one sheet, hidden and filtered ones too: they stand in the list. Cells that hold nothing but a format are left out. */
final class SheetRows {

    private final CellText text;
    private final Limits limits;
    private final Consumer<RawRow> sink;
    private long line;
    private int column;
    private List<String> cells;
    private boolean tooMany;

    SheetRows(CellText text, Limits limits, Consumer<RawRow> sink) {
        this.text = text;
        this.limits = limits;
        this.sink = sink;
    }

    void read(Parts parts, String name) throws IOException, XMLStreamException {
        XMLStreamReader xml = parts.xml(name);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                String number = xml.getAttributeValue(null, "r");
                line = number == null ? line + 1 : Long.parseLong(number);
                column = 0;
                cells = new ArrayList<>();
                tooMany = false;
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c") && cells != null) {
                cell(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                sink.accept(new RawRow(line, tooMany ? List.of() : cells, tooMany ? RawRow.Damage.TOO_MANY_CELLS : null));
                cells = null;
            }
        }
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        String at = xml.getAttributeValue(null, "r");
        int index = at == null ? column : index(at);
        column = index + 1;
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        String value = null;
        boolean formula = false;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = text.of(type, style, xml.getElementText());
                    case "is" -> value = CellText.unescaped(SharedStrings.richText(xml));
                    case "f" -> {
                        formula = true;
                        xml.getElementText();
                    }
                    default -> depth++;
                }
            }
        }
        // a formula that nobody has calculated has a value, only we do not know it; some libraries write an empty one, which no number can be
        boolean calculated = value != null && !(value.isEmpty() && (type == null || type.equals("n")));
        put(index, formula && !calculated ? CellText.UNREADABLE : value);
    }

    private void put(int index, String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        if (index >= limits.columns()) {
            tooMany = true;
            return;
        }
        while (cells.size() < index) {
            cells.add("");
        }
        if (cells.size() == index) {
            cells.add(value);
        } else {
            cells.set(index, value);
        }
    }

    /** {@code AB12} is column 27. */
    private static int index(String at) {
        int index = 0;
        for (int i = 0; i < at.length() && Character.isLetter(at.charAt(i)) && index < 100_000; i++) {
            index = index * 26 + Character.toUpperCase(at.charAt(i)) - 'A' + 1;
        }
        return index - 1;
    }
}
