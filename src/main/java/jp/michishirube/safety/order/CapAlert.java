package jp.michishirube.safety.order;

import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.michishirube.municipality.Municipality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An order in the Common Alerting Protocol 1.2 (OASIS, 2010): elements in the order that its schema asks for. */
@Component
class CapAlert {

    private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(9));

    private final Municipality municipality;
    private final MessageSource texts;

    CapAlert(Municipality municipality, MessageSource texts) {
        this.municipality = municipality;
        this.texts = texts;
    }

    String write(Order order) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("alert");
            xml.writeDefaultNamespace(NAMESPACE);
            leaf(xml, "identifier", order.number() + "-" + order.revision());
            leaf(xml, "sender", sender());
            leaf(xml, "sent", TIME.format(order.at()));
            leaf(xml, "status", switch (order.mode()) {
                case REAL -> "Actual";
                case DRILL -> "Exercise";
                case TEST -> "Test";
            });
            leaf(xml, "msgType", order.act() == Order.Act.WITHDRAWN ? "Cancel" : order.revision() == 1 ? "Alert" : "Update");
            leaf(xml, "scope", "Public");
            if (order.revision() > 1) {
                leaf(xml, "references", sender() + "," + order.number() + "-" + (order.revision() - 1) + "," + TIME.format(order.previous()));
            }
            info(xml, order);
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void info(XMLStreamWriter xml, Order order) throws XMLStreamException {
        xml.writeStartElement("info");
        leaf(xml, "language", "ja-JP");
        leaf(xml, "category", switch (order.hazard()) {
            case EARTHQUAKE, TSUNAMI, LANDSLIDE, VOLCANO -> "Geo";
            case LARGE_FIRE -> "Fire";
            case FLOOD, STORM_SURGE, INLAND_FLOODING -> "Met";
        });
        leaf(xml, "event", text("orders.level." + (order.level() == null ? order.act().name() : order.level())));
        leaf(xml, "responseType", order.isInForce() ? order.level() == 5 ? "Shelter" : "Evacuate" : order.act() == Order.Act.LIFTED ? "AllClear" : "None");
        leaf(xml, "urgency", order.isInForce() ? order.level() == 3 ? "Expected" : "Immediate" : order.act() == Order.Act.LIFTED ? "Past" : "Unknown");
        leaf(xml, "severity", order.isInForce() ? order.level() == 5 ? "Extreme" : "Severe" : "Unknown");
        leaf(xml, "certainty", order.isInForce() ? order.level() == 5 ? "Observed" : "Likely" : "Unknown");
        leaf(xml, "effective", TIME.format(order.at()));
        leaf(xml, "senderName", municipality.name());
        leaf(xml, "headline", text("safety.hazard." + order.hazard()) + " " + text("orders.level." + (order.level() == null ? order.act().name() : order.level())));
        if (!order.words().isEmpty()) {
            leaf(xml, "description", order.words());
        }
        xml.writeStartElement("area");
        leaf(xml, "areaDesc", municipality.name() + (order.namedAreas().isEmpty() ? "" : " " + String.join("、", order.namedAreas())));
        xml.writeStartElement("geocode");
        leaf(xml, "valueName", "JISX0402");
        leaf(xml, "value", municipality.code().substring(0, 5));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private String sender() {
        return "michishirube-" + municipality.code();
    }

    private String text(String key) {
        return texts.getMessage(key, null, Locale.JAPANESE);
    }

    private static void leaf(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
