package jp.michishirube.evacuation.hazard;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.michishirube.evacuation.hazard.AddressFile.Fault;
import jp.michishirube.japanese.AddressSpelling;
import jp.michishirube.japanese.TextEncoding;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;

/**
 * The files of the national address base registry (アドレス・ベース・レジストリ) as they are published: 町字 (mt_town), blocks (mt_rsdtdsp_blk) and
 * doors (mt_rsdtdsp_rsdt), each with its file of positions (…_pos), as .csv or zipped, of a city or a whole prefecture. A file is known
 * by its columns, whatever its name.
 */
final class AddressRegistry {

    /** From the 町 down to the door; a machiaza_id is unique only within its municipality. */
    private static final List<String> KEYS = List.of("lg_code", "machiaza_id", "blk_id", "rsdt_id", "rsdt2_id");
    /** JGD2011 and JGD2000, which differ by centimetres. The old datum is 400 m off. */
    private static final Set<String> DATUMS = Set.of("EPSG:6668", "EPSG:6697", "EPSG:4612");

    private final Set<String> municipalities;
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<String, Position> entries = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private AddressRegistry(Set<String> municipalities) {
        this.municipalities = municipalities;
    }

    private interface RowTaker {
        void take(String file, CSVRecord row, long line);
    }

    /**
     * @param municipalities six-digit codes of the municipality and its wards; rows of others are passed over
     * @return an empty list with its fault where the folder cannot be read
     */
    static AddressFile read(Path folder, Set<String> municipalities) {
        AddressRegistry registry = new AddressRegistry(municipalities);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            registry.each(all, true, registry::position);
            registry.each(all, false, registry::address);
        } catch (IOException | UncheckedIOException e) {
            registry.faults.add(new Fault(folder.getFileName().toString(), 0, "registry-folder"));
        }
        if (registry.entries.isEmpty() && registry.faults.isEmpty()) {
            registry.faults.add(new Fault(folder.getFileName().toString(), 0, "registry-empty"));
        }
        return new AddressFile(registry.entries, List.copyOf(registry.faults));
    }

    private void each(List<Path> files, boolean ofPositions, RowTaker taker) throws IOException {
        for (Path file : files) {
            String name = file.getFileName().toString();
            String kind = name.toLowerCase(Locale.ROOT);
            if (kind.endsWith(".csv")) {
                // published in UTF-8; a spreadsheet may have saved it otherwise
                try (Reader in = TextEncoding.of(file).open(file)) {
                    table(name, in, ofPositions, taker);
                }
            } else if (kind.endsWith(".zip")) {
                try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
                    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                            var bytes = BOMInputStream.builder().setInputStream(CloseShieldInputStream.wrap(zip)).get();
                            table(name, new InputStreamReader(bytes, StandardCharsets.UTF_8), ofPositions, taker);
                        }
                    }
                }
            }
        }
    }

    private void table(String file, Reader in, boolean ofPositions, RowTaker taker) throws IOException {
        try (var parser = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setAllowMissingColumnNames(true).get().parse(in)) {
            Map<String, Integer> columns = parser.getHeaderMap();
            if (!columns.containsKey("machiaza_id") || columns.containsKey("rep_lon") != ofPositions) {
                return;
            }
            for (CSVRecord row : parser) {
                if (municipalities.contains(row.get("lg_code"))) {
                    if (!row.isConsistent()) {
                        faults.add(new Fault(file, parser.getCurrentLineNumber(), "cells"));
                    } else if (row.stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)) {
                        faults.add(new Fault(file, parser.getCurrentLineNumber(), "encoding"));
                    } else {
                        taker.take(file, row, parser.getCurrentLineNumber());
                    }
                }
            }
        }
    }

    private void position(String file, CSVRecord row, long line) {
        if (!DATUMS.contains(row.get("rep_srid").strip())) {
            faults.add(new Fault(file, line, "datum"));
            return;
        }
        try {
            double lat = Double.parseDouble(row.get("rep_lat"));
            double lon = Double.parseDouble(row.get("rep_lon"));
            if (new Position(lat, lon).isInJapan()) {
                positions.put(key(row), new Position(lat, lon));
            } else {
                faults.add(new Fault(file, line, "outside-japan"));
            }
        } catch (NumberFormatException e) {
            faults.add(new Fault(file, line, "number"));
        }
    }

    private void address(String file, CSVRecord row, long line) {
        Position position = positions.get(key(row));
        // an address that was abolished bears its day
        if (position == null || !cell(row, "ablt_date").isEmpty()) {
            return;
        }
        String address = Stream.of("city", "ward", "oaza_cho", "chome", "koaza").map(column -> cell(row, column)).collect(Collectors.joining())
                + Stream.of("blk_num", "rsdt_num", "rsdt_num2").map(column -> cell(row, column)).filter(number -> !number.isEmpty())
                        .collect(Collectors.joining("-"));
        entries.putIfAbsent(AddressSpelling.withoutCounty(AddressSpelling.key(address)), position);
    }

    private static String key(CSVRecord row) {
        return KEYS.stream().map(column -> cell(row, column)).collect(Collectors.joining("|"));
    }

    private static String cell(CSVRecord row, String column) {
        return row.isMapped(column) ? row.get(column).strip() : "";
    }
}
