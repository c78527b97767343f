package jp.michishirube.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.problem.Problem;

/** Reads the records of one notebook by position, leniently: unknown records and fields beyond those known are left alone. */
final class JahisReader {

    private static final Pattern HEAD = Pattern.compile("JAHISTC(\\d{2})(,.*)?");
    /** Fewest fields with which a record means anything. */
    private static final Map<String, Integer> SHORTEST = Map.of("1", 4, "2", 3, "5", 2, "201", 5, "301", 3);

    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<JahisNotebook.Note> notes = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private JahisNotebook.Patient patient;

    /** One dispensing while it is read; drugs by RP number and running number, since one RP may hold several drugs. */
    private static final class Group {
        LocalDate on;
        String pharmacy = "";
        String clinic = "";
        String doctor = "";
        final Map<String, List<String[]>> drugs = new LinkedHashMap<>();
        final Map<String, String[]> usages = new LinkedHashMap<>();

        JahisNotebook.Dispensing done() {
            List<JahisNotebook.Drug> all = new ArrayList<>();
            drugs.forEach((rp, records) -> records.forEach(d -> {
                String[] usage = usages.getOrDefault(rp, new String[0]);
                all.add(new JahisNotebook.Drug(at(d, 2), at(d, 3), at(d, 4), at(usage, 2), at(usage, 3), at(usage, 4)));
            }));
            return new JahisNotebook.Dispensing(on, pharmacy, clinic, doctor, List.copyOf(all));
        }
    }

    static JahisNotebook read(List<String> lines) {
        return new JahisReader().readAll(lines);
    }

    private JahisNotebook readAll(List<String> lines) {
        Matcher head = HEAD.matcher(lines.get(0).strip());
        if (!head.matches()) {
            throw Problem.badRequest("jahis-not-jahis");
        }
        for (int i = 1; i < lines.size(); i++) {
            String[] record = fields(lines.get(i));
            if (record.length < SHORTEST.getOrDefault(record[0], 0)) {
                if (i == lines.size() - 1) {
                    throw Problem.badRequest("jahis-cut");
                }
                warnings.add("jahis.warning.short-record");
                continue;
            }
            take(record);
        }
        if (patient == null) {
            throw Problem.badRequest("jahis-no-patient");
        }
        if (aDrugHasNoUsage()) {
            warnings.add("jahis.warning.no-usage");
        }
        List<JahisNotebook.Dispensing> dispensings = groups.stream().map(Group::done).filter(d -> !d.drugs().isEmpty())
                .sorted(Comparator.comparing(JahisNotebook.Dispensing::on, Comparator.nullsFirst(Comparator.naturalOrder())).reversed())
                .toList();
        return new JahisNotebook(Integer.parseInt(head.group(1)), patient, List.copyOf(notes), dispensings, List.copyOf(warnings));
    }

    private void take(String[] record) {
        switch (record[0]) {
            case "1" -> patient(record);
            case "2" -> note(record);
            case "5" -> {
                groups.add(new Group());
                group().on = date(at(record, 1));
            }
            case "11" -> group().pharmacy = at(record, 1);
            case "51" -> group().clinic = at(record, 1);
            case "55" -> group().doctor = at(record, 1);
            case "201" -> group().drugs.computeIfAbsent(at(record, 1), rp -> new ArrayList<>()).add(record);
            case "301" -> group().usages.put(at(record, 1), record);
            default -> { /* a record of another kind or a later version */ }
        }
    }

    private void patient(String[] record) {
        JahisNotebook.Patient read = new JahisNotebook.Patient(at(record, 1), at(record, 10), date(at(record, 3)), switch (at(record, 2)) {
            case "1" -> "男";
            case "2" -> "女";
            default -> "";
        }, at(record, 8));
        if (patient != null && !patient.name().equals(read.name())) {
            throw Problem.badRequest("jahis-other-set");
        }
        patient = read;
    }

    private void note(String[] record) {
        int kind = at(record, 1).matches("\\d") ? Integer.parseInt(at(record, 1)) : 9;
        notes.add(new JahisNotebook.Note(kind, at(record, 2)));
    }

    /** A drug without the date record before it still belongs somewhere. */
    private Group group() {
        if (groups.isEmpty()) {
            groups.add(new Group());
        }
        return groups.get(groups.size() - 1);
    }

    private boolean aDrugHasNoUsage() {
        return groups.stream().anyMatch(g -> g.drugs.keySet().stream().anyMatch(rp -> !g.usages.containsKey(rp)));
    }

    private LocalDate date(String text) {
        LocalDate date = text.isEmpty() ? null : JahisDate.parse(text).orElse(null);
        if (date == null && !text.isEmpty()) {
            warnings.add("jahis.warning.date");
        }
        return date;
    }

    private static String[] fields(String line) {
        String[] fields = line.split(",", -1);
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i].replaceAll("\\p{Cntrl}", "").strip();
            boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
            fields[i] = quoted ? field.substring(1, field.length() - 1) : field;
        }
        return fields;
    }

    private static String at(String[] record, int position) {
        return position < record.length ? record[position] : "";
    }
}
