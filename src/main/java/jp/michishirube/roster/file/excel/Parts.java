package jp.michishirube.roster.file.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.file.Limits;

/** The parts inside the file by name, whatever the case and slashes its writer used. */
final class Parts implements AutoCloseable {

    private static final int MAX_PARTS = 2000;
    private static final long SHARED_STRINGS = 96L << 20;
    private static final long LOOK_AT_RATIO_FROM = 8L << 20;
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private Parts(ZipFile zip) {
        this.zip = zip;
        zip.stream().forEach(e -> entries.put(plain(e.getName()), e));
    }

    static Parts open(Path file, Limits limits) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            unpackOnTrial(zip, limits);
            return new Parts(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    boolean has(String name) {
        return name != null && entries.containsKey(plain(name));
    }

    /** @throws Problem {@code roster-file-damaged} when there is no such part */
    XMLStreamReader xml(String name) throws IOException, XMLStreamException {
        ZipEntry entry = entries.get(plain(name));
        if (entry == null) {
            throw Problem.badRequest("roster-file-damaged");
        }
        return XML.createXMLStreamReader(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String plain(String name) {
        String slashed = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashed.startsWith("/") ? slashed.substring(1) : slashed;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, true);
        return xml;
    }

    /**
     * Unpacks every part once, counting: the sizes in the directory are the sender's claim. Document types are refused, as no
     * spreadsheet program writes one.
     */
    private static void unpackOnTrial(ZipFile zip, Limits limits) throws IOException {
        if (zip.size() > MAX_PARTS) {
            throw Problem.badRequest("roster-file-bomb");
        }
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (var parts = zip.entries(); parts.hasMoreElements();) {
            ZipEntry part = parts.nextElement();
            long size = 0;
            try (InputStream in = zip.getInputStream(part)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (size == 0 && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                        throw Problem.badRequest("roster-file-damaged");
                    }
                    size += n;
                    total += n;
                    boolean strings = plain(part.getName()).equals("xl/sharedstrings.xml") && size > SHARED_STRINGS;
                    boolean grows = size > LOOK_AT_RATIO_FROM && size / Math.max(1, part.getCompressedSize()) > limits.ratio();
                    if (total > limits.unzippedBytes() || strings || grows) {
                        throw Problem.badRequest("roster-file-bomb");
                    }
                }
            }
        }
    }
}
