package jp.michishirube.roster.file.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells refer to by number. */
final class SharedStrings {

    private SharedStrings() {}

    static List<String> of(Parts parts, String name) throws IOException, XMLStreamException {
        List<String> strings = new ArrayList<>();
        if (parts.has(name)) {
            XMLStreamReader xml = parts.xml(name);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                    strings.add(richText(xml));
                }
            }
        }
        return strings;
    }

    /** The text of the element at hand, its runs joined; the furigana ({@code rPh}) is no part of the text. */
    static String richText(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int furigana = 0;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("t") && furigana == 0) {
                    text.append(xml.getElementText());
                    continue;
                }
                depth++;
                furigana += furigana > 0 || xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                furigana -= furigana > 0 ? 1 : 0;
            }
        }
        return text.toString();
    }
}
