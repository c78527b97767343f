package jp.michishirube.safety.telegram;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through a document element by element and keeps nothing of it: no document type, no entities, and no more bytes than told. */
final class WalkXml {

    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 100_000;
    private static final XMLInputFactory XML = factory();

    private WalkXml() {}

    interface Visitor {

        /**
         * @param path      names of the elements from the root on, parted by slashes, without namespaces
         * @param namespace of this element; empty for none
         * @param attribute value by name; null for none
         */
        void begin(String path, String namespace, UnaryOperator<String> attribute);

        /** @param text that stands in the element itself behind its last child, without the blanks around it */
        void end(String path, String text);
    }

    /** @throws TelegramRefused of the kinds NO_XML, TOO_LARGE and DOCTYPE, and whatever the visitor throws */
    static void walk(InputStream in, long most, Visitor visitor) {
        Bounded bounded = new Bounded(in, most);
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(bounded);
            Deque<String> paths = new ArrayDeque<>();
            StringBuilder text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (paths.size() == DEEPEST) {
                            throw new TelegramRefused(TelegramRefused.Why.TOO_LARGE);
                        }
                        paths.push(paths.isEmpty() ? xml.getLocalName() : paths.peek() + "/" + xml.getLocalName());
                        text.setLength(0);
                        visitor.begin(paths.peek(), xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI(), name -> xml.getAttributeValue(null, name));
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        visitor.end(paths.pop(), text.toString().strip());
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                        if (text.length() > LONGEST_TEXT) {
                            throw new TelegramRefused(TelegramRefused.Why.TOO_LARGE);
                        }
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new TelegramRefused(TelegramRefused.Why.DOCTYPE);
                    default -> { }
                }
            }
        } catch (XMLStreamException e) {
            throw new TelegramRefused(bounded.exceeded ? TelegramRefused.Why.TOO_LARGE : TelegramRefused.Why.NO_XML, e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        xml.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no entities");
        });
        return xml;
    }

    private static final class Bounded extends FilterInputStream {

        private long left;
        private boolean exceeded;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return counted(one < 0 ? -1 : 1) < 0 ? -1 : one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return counted(super.read(buffer, from, length));
        }

        private int counted(int read) throws IOException {
            left -= Math.max(read, 0);
            if (left < 0) {
                exceeded = true;
                throw new IOException("larger than its bound");
            }
            return read;
        }
    }
}
