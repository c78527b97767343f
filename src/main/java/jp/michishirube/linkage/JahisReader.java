package jp.michishirube.linkage;

import java.time.LocalDate;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.japanese.DateReader;
import jp.michishirube.japanese.NameShapes;
import jp.michishirube.problem.Problem;

/** Reads the records of one notebook by position, leniently: fields beyond those known are left alone, other records are counted. */
final class JahisReader {

    private static final Pattern HEAD = Pattern.compile("JAHISTC(\\d{2})(,.*)?");
    /** Fewest fields with which a record means anything. */
    private static final Map<String, Integer> SHORTEST = Map.of("1", 4, "2", 3, "3", 2, "31", 3, "5", 2, "201", 5, "301", 3);
    /** Records that are not taken but have a name to be told by (JAHIS 電子版お薬手帳データフォーマット Ver.2.6). */
    private static final Set<String> NAMED = Set.of("4", "15", "281", "291", "311", "391", "401", "411", "421", "501", "601", "701");
    private static final Pattern FIELD = Pattern.compile("\\s*\"[^\"]*\"\\s*(?=,|$)|[^,]*");
    private static final int OTHER = 9;

    private final Set<String> warnings = new LinkedHashSet<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private final List<JahisNotebook.Note> notes = new ArrayList<>();
    private final List<String[]> otc = new ArrayList<>();
    private final List<String[]> ingredients = new ArrayList<>();
    private final List<JahisVisit> visits = new ArrayList<>();
    private JahisNotebook.Patient patient;
    /** Whether a record {@code 5} ends its dispensing instead of beginning it. */
    private boolean dateComesLast;
    private boolean closed;

    static JahisNotebook read(List<String> lines) {
        return new JahisReader().readAll(lines);
    }

    private JahisNotebook readAll(List<String> lines) {
        Matcher head = HEAD.matcher(lines.get(0).strip());
        if (!head.matches()) {
            throw Problem.badRequest("jahis-not-jahis");
        }
        List<String[]> records = lines.stream().skip(1).map(JahisReader::fields).toList();
        dateComesLast = dateComesLast(records);
        for (int i = 0; i < records.size(); i++) {
            String[] record = records.get(i);
            if (record.length >= SHORTEST.getOrDefault(record[0], 0)) {
                take(record);
            } else if (i == records.size() - 1) {
                throw Problem.badRequest("jahis-cut");
            } else {
                warnings.add("jahis.warning.short-record");
            }
        }
        if (patient == null) {
            throw Problem.badRequest("jahis-no-patient");
        }
        visits.forEach(JahisVisit::settle);
        warn(visits.stream().anyMatch(JahisVisit::hasDrugWithoutUsage), "no-usage");
        warn(visits.stream().anyMatch(JahisVisit::hasUsageWithoutDrug), "usage-without-drug");
        warn(visits.stream().anyMatch(v -> v.on == null && v.hasDrugs()), "undated");
        List<JahisNotebook.Dispensing> dispensings = visits.stream().flatMap(v -> v.read().stream())
                .sorted(Comparator.comparing(JahisNotebook.Dispensing::on, Comparator.nullsFirst(Comparator.naturalOrder())).reversed())
                .toList();
        warn(dispensings.stream().anyMatch(d -> d.drugs().stream().anyMatch(g -> g.name().isEmpty())), "no-name");
        List<JahisNotebook.Otc> bought = otc.stream().map(this::bought).distinct().toList();
        ingredients.stream().filter(i -> otc.stream().noneMatch(o -> belongs(i, o))).forEach(this::leave);
        return new JahisNotebook(Integer.parseInt(head.group(1)), patient, List.copyOf(notes), dispensings, bought,
                new LinkedHashMap<>(left), List.copyOf(warnings));
    }

    /** Whether each line is a record of full length: how joined codes show that they fit. */
    static boolean isWhole(List<String> lines) {
        return HEAD.matcher(lines.get(0).strip()).matches() && lines.stream().skip(1).map(JahisReader::fields)
                .allMatch(r -> r[0].matches("\\d{1,3}") && r.length >= SHORTEST.getOrDefault(r[0], 0) && isOfItsKind(r));
    }

    /** What stands where a number or a day must stand, when two ends do not belong together. */
    private static boolean isOfItsKind(String[] record) {
        return switch (record[0]) {
            case "1", "5" -> at(record, record[0].equals("1") ? 3 : 1).isEmpty()
                    || dayOf(at(record, record[0].equals("1") ? 3 : 1)).isPresent();
            case "2", "301" -> at(record, 1).matches("\\d{0,3}");
            case "201" -> at(record, 1).matches("\\d{0,3}") && !at(record, 2).isEmpty() && at(record, 5).matches("[1-9]?");
            default -> true;
        };
    }

    /** Some programs write each day behind its drugs: drugs stand before the first day and none behind the last. */
    private static boolean dateComesLast(List<String[]> records) {
        List<String> kinds = records.stream().map(r -> r[0]).filter(k -> k.equals("5") || k.equals("201")).toList();
        return kinds.contains("5") && kinds.get(0).equals("201") && kinds.get(kinds.size() - 1).equals("5");
    }

    private void take(String[] record) {
        switch (record[0]) {
            case "1" -> patient(record);
            case "2" -> notes.add(new JahisNotebook.Note(kind(at(record, 1)), at(record, 2)));
            case "3" -> otc.add(record);
            case "31" -> ingredients.add(record);
            case "5" -> dispensed(date(at(record, 1)));
            case "11" -> visit().pharmacy(at(record, 1));
            case "51" -> visit().clinic(at(record, 1));
            case "55" -> visit().doctor(at(record, 1));
            case "201" -> visit().block().drug(record);
            case "301" -> visit().block().usage(record);
            default -> leave(record);
        }
    }

    /** 02 and ２ are 2. */
    private static int kind(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return narrow.matches("0{0,2}\\d") ? Integer.parseInt(narrow) : OTHER;
    }

    private void leave(String[] record) {
        left.merge(NAMED.contains(record[0]) || record[0].equals("31") ? record[0] : "other", 1, Integer::sum);
    }

    private void patient(String[] record) {
        JahisNotebook.Patient read = new JahisNotebook.Patient(at(record, 1), at(record, 10), date(at(record, 3)), switch (at(record, 2)) {
            case "1" -> "男";
            case "2" -> "女";
            default -> "";
        }, at(record, 8));
        if (patient != null && !NameShapes.key(patient.name()).equals(NameShapes.key(read.name()))) {
            throw Problem.badRequest("jahis-other-set");
        }
        patient = read;
    }

    private void dispensed(LocalDate on) {
        if (dateComesLast) {
            visit().on = on;
            closed = true;
        } else {
            visits.add(new JahisVisit());
            visit().on = on;
        }
    }

    /** A drug without the date record before it still belongs somewhere. */
    private JahisVisit visit() {
        if (visits.isEmpty() || closed) {
            visits.add(new JahisVisit());
            closed = false;
        }
        return visits.get(visits.size() - 1);
    }

    private JahisNotebook.Otc bought(String[] record) {
        return new JahisNotebook.Otc(at(record, 1), date(at(record, 2)), date(at(record, 3)),
                ingredients.stream().filter(i -> belongs(i, record)).map(i -> at(i, 2)).filter(i -> !i.isEmpty()).toList());
    }

    private static boolean belongs(String[] ingredient, String[] drug) {
        return !at(ingredient, 1).isEmpty() && at(ingredient, 1).equals(at(drug, 5));
    }

    private void warn(boolean when, String what) {
        if (when) {
            warnings.add("jahis.warning." + what);
        }
    }

    private LocalDate date(String text) {
        LocalDate date = text.isEmpty() ? null : dayOf(text).orElse(null);
        warn(date == null && !text.isEmpty(), "date");
        return date;
    }

    static String[] fields(String line) {
        String[] fields = line.indexOf('"') < 0 ? line.split(",", -1) : quoted(line);
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i].replaceAll("\\p{Cntrl}", "").strip();
            boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
            fields[i] = quoted ? field.substring(1, field.length() - 1) : field;
        }
        return fields;
    }

    /** A comma between quotation marks is part of its field; a mark that nothing closes is a character like others. */
    private static String[] quoted(String line) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(line);
        for (int at = 0; at <= line.length(); at = field.end() + 1) {
            field.region(at, line.length()).lookingAt();
            fields.add(field.group());
        }
        return fields.toArray(String[]::new);
    }

    static String at(String[] record, int position) {
        return position < record.length ? record[position] : "";
    }

    /** {@code YYYYMMDD}, or an era by letter or number and {@code YYMMDD}; empty for what is no date, or a day that its era never had. */
    private static Optional<LocalDate> dayOf(String text) {
        try {
            return Optional.of(DateReader.read(text));
        } catch (DateReader.NoDate e) {
            return Optional.empty();
        }
    }
}
