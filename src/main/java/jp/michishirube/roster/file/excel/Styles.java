package jp.michishirube.roster.file.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The number format of each cell style. A workbook without styles shows plain numbers. */
final class Styles {

    private final List<NumberFormat> formats;

    private Styles(List<NumberFormat> formats) {
        this.formats = formats;
    }

    static Styles of(Parts parts, String name) throws IOException, XMLStreamException {
        Map<Integer, String> codes = new HashMap<>();
        List<NumberFormat> formats = new ArrayList<>();
        if (!parts.has(name)) {
            return new Styles(formats);
        }
        XMLStreamReader xml = parts.xml(name);
        boolean cells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                cells = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> codes.put(Integer.valueOf(xml.getAttributeValue(null, "numFmtId")), xml.getAttributeValue(null, "formatCode"));
                    case "cellXfs" -> cells = true;
                    case "xf" -> {
                        if (cells) {
                            String id = xml.getAttributeValue(null, "numFmtId");
                            int number = id == null ? 0 : Integer.parseInt(id);
                            formats.add(NumberFormat.of(number, codes.get(number)));
                        }
                    }
                    default -> {
                        // fonts, borders and colours say nothing of values
                    }
                }
            }
        }
        return new Styles(formats);
    }

    NumberFormat format(String style) {
        int index = style == null ? 0 : Integer.parseInt(style);
        return index >= 0 && index < formats.size() ? formats.get(index) : NumberFormat.PLAIN;
    }
}
