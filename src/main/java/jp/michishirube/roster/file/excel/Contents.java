package jp.michishirube.roster.file.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Sheet;

/**
 * What the workbook says of itself.
 *
 * @param tabs     its sheets of cells, in the order of the tabs
 * @param from1904 days are counted from 1904, as old Macintosh files do
 * @param byKind   path of a part by the last word of its relationship type
 */
record Contents(List<Tab> tabs, boolean from1904, Map<String, String> byKind) {

    /** A sheet and where its cells are. */
    record Tab(Sheet sheet, String part) {}

    private record Link(String kind, String target) {}

    static Contents of(Parts parts) throws IOException, XMLStreamException {
        String workbook = links(parts, "_rels/.rels", "").values().stream().filter(l -> l.kind().equals("officeDocument")).map(Link::target)
                .filter(parts::has).findFirst().orElse("xl/workbook.xml");
        if (!parts.has(workbook) || !workbook.endsWith(".xml")) {
            throw Problem.badRequest("roster-file-unknown-kind");
        }
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        Map<String, Link> links = links(parts, folder + "_rels/" + workbook.substring(folder.length()) + ".rels", folder);
        Map<String, String> byKind = new HashMap<>();
        links.values().forEach(l -> byKind.put(l.kind(), l.target()));
        byKind.putIfAbsent("styles", folder + "styles.xml");
        byKind.putIfAbsent("sharedStrings", folder + "sharedStrings.xml");
        List<Tab> tabs = new ArrayList<>();
        boolean from1904 = false;
        XMLStreamReader xml = parts.xml(workbook);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                String flag = attribute(xml, "date1904");
                from1904 = "1".equals(flag) || "true".equals(flag);
            } else if (xml.getLocalName().equals("sheet")) {
                Link link = links.get(attribute(xml, "id"));
                String part = link == null ? folder + "worksheets/sheet" + (tabs.size() + 1) + ".xml" : link.target();
                if (link == null || link.kind().equals("worksheet")) {
                    String name = attribute(xml, "name");
                    tabs.add(new Tab(new Sheet(tabs.size(), name == null ? "" : name, !"visible".equals(state(xml))), part));
                }
            }
        }
        return new Contents(tabs, from1904, byKind);
    }

    String target(String kind) {
        return byKind.get(kind);
    }

    private static String state(XMLStreamReader xml) {
        String state = attribute(xml, "state");
        return state == null ? "visible" : state;
    }

    private static Map<String, Link> links(Parts parts, String name, String folder) throws IOException, XMLStreamException {
        Map<String, Link> links = new HashMap<>();
        if (!parts.has(name)) {
            return links;
        }
        XMLStreamReader xml = parts.xml(name);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                String type = attribute(xml, "Type");
                String target = attribute(xml, "Target");
                links.put(attribute(xml, "Id"), new Link(type.substring(type.lastIndexOf('/') + 1), target.startsWith("/") ? target.substring(1) : folder + target));
            }
        }
        return links;
    }

    /** By the local name: writers choose their own prefixes. */
    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }
}
