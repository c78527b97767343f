package jp.michishirube.evacuation.hazard;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.michishirube.japanese.AddressSpelling;
import jp.michishirube.japanese.TextEncoding;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;

/**
 * A list of addresses and positions, as a program or Excel saves it: UTF-8 with or without a mark, or CP932. One bad row is told and the
 * others are used.
 *
 * @param entries by {@link AddressSpelling#key} without 郡
 */
public record AddressFile(Map<String, Position> entries, List<Fault> faults) {

    /** Not {@code Map.copyOf}: keys that are nearly alike stand in long rows there, and each one that is missing walks along a row. */
    public AddressFile {
        entries = Collections.unmodifiableMap(entries);
    }

    static final AddressFile NONE = new AddressFile(Map.of(), List.of());

    /**
     * @param line   0 where the file as a whole is meant
     * @param reason {@code encoding}, {@code headings}, {@code cells}, {@code address}, {@code number}, {@code swapped}, {@code outside-japan};
     *               of the address base registry {@code datum}, {@code registry-folder}, {@code registry-empty}
     */
    public record Fault(String file, long line, String reason) {

        Fault(long line, String reason) {
            this("addresses.csv", line, reason);
        }
    }

    /** With what the other knows besides. */
    AddressFile and(AddressFile other) {
        Map<String, Position> both = new HashMap<>(other.entries);
        both.putAll(entries);
        return new AddressFile(both, Stream.concat(faults.stream(), other.faults.stream()).toList());
    }

    static AddressFile read(Resource resource) {
        try (var in = resource.getInputStream()) {
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(resource.getFilename(), e);
        }
    }

    static AddressFile read(byte[] bytes) throws IOException {
        Map<String, Position> entries = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        try (var parser = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).setLenientEof(true).setTrailingData(true).get()
                .parse(new StringReader(TextEncoding.decode(bytes)))) {
            List<String> headings = null;
            for (CSVRecord row : parser) {
                if (headings == null) {
                    headings = row.toList();
                    if (!headings.containsAll(List.of("住所", "緯度", "経度"))) {
                        return new AddressFile(Map.of(), List.of(new Fault(parser.getCurrentLineNumber(), "headings")));
                    }
                } else {
                    String fault = take(row, headings, entries);
                    if (fault != null) {
                        faults.add(new Fault(parser.getCurrentLineNumber(), fault));
                    }
                }
            }
        }
        return new AddressFile(entries, List.copyOf(faults));
    }

    private static String take(CSVRecord row, List<String> headings, Map<String, Position> entries) {
        if (row.size() < headings.size()) {
            return "cells";
        }
        String key = AddressSpelling.withoutCounty(AddressSpelling.key(row.get(headings.indexOf("住所"))));
        if (key.isBlank()) {
            return "address";
        }
        if (key.indexOf('\uFFFD') >= 0) {
            return "encoding";
        }
        double lat;
        double lon;
        try {
            lat = Double.parseDouble(row.get(headings.indexOf("緯度")));
            lon = Double.parseDouble(row.get(headings.indexOf("経度")));
        } catch (NumberFormatException e) {
            return "number";
        }
        if (Position.looksSwapped(lat, lon)) {
            return "swapped";
        }
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180) || !new Position(lat, lon).isInJapan()) {
            return "outside-japan";
        }
        entries.putIfAbsent(key, new Position(lat, lon));
        return null;
    }
}
