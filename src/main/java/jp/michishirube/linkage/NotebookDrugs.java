package jp.michishirube.linkage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of medication that a notebook gives: each drug once as last dispensed, with every dose of that day. */
final class NotebookDrugs {

    /** @param on null when not told @param doses of that day; several when they differ, such as 2 in the morning and 1 in the evening */
    private record Row(LocalDate on, List<JahisNotebook.Drug> doses) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<JahisNotebook.Otc> otc;
    private int superseded;
    private int same;

    NotebookDrugs(JahisNotebook notebook) {
        otc = notebook.otc().stream().filter(o -> !o.name().isEmpty()).toList();
        for (JahisNotebook.Dispensing dispensing : notebook.dispensings()) {
            dispensing.drugs().stream().filter(d -> !d.name().isEmpty()).forEach(d -> add(dispensing.on(), d));
        }
    }

    /** Newest first: an older entry of the same drug says what no longer holds. */
    private void add(LocalDate on, JahisNotebook.Drug drug) {
        String name = Normalizer.normalize(drug.name(), Normalizer.Form.NFKC).replaceAll("\\s", "");
        Row before = rows.get(name);
        if (before != null && on != null && !on.equals(before.on())) {
            superseded++;
            return;
        }
        // Whether a drug without a day is older or newer than one with a day is not known: both stand.
        String key = before == null || Objects.equals(on, before.on()) ? name : name + " undated";
        List<JahisNotebook.Drug> doses = rows.computeIfAbsent(key, k -> new Row(on, new ArrayList<>())).doses();
        if (doses.stream().noneMatch(d -> isSame(d, drug))) {
            doses.add(drug);
        } else {
            same++;
        }
    }

    private static boolean isSame(JahisNotebook.Drug a, JahisNotebook.Drug b) {
        return dose(a).equals(dose(b)) && a.usage().equals(b.usage());
    }

    /** Drugs on prescription. */
    ArrayNode rows() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        rows.values().forEach(row -> {
            JahisNotebook.Drug first = row.doses().get(0);
            boolean uneven = row.doses().size() > 1;
            ObjectNode one = all.addObject().put("name", first.name())
                    .put("dose", row.doses().stream().map(NotebookDrugs::dose).distinct().collect(Collectors.joining("、")))
                    .put("usage", uneven ? row.doses().stream().map(d -> (d.usage() + " " + dose(d)).strip()).collect(Collectors.joining("、"))
                            : first.usage());
            if (row.on() != null) {
                one.put("dispensedOn", row.on().toString());
            }
        });
        return all;
    }

    /** Drugs bought without a prescription. */
    ArrayNode bought() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        otc.forEach(o -> all.addObject().put("name", o.name()).put("usage", Stream.of("市販薬", period(o),
                o.ingredients().isEmpty() ? "" : "成分：" + String.join("・", o.ingredients())).filter(t -> !t.isEmpty())
                .collect(Collectors.joining("、"))));
        return all;
    }

    /** How many entries a newer one of the same drug stands for. */
    int superseded() {
        return superseded;
    }

    /** How many entries say of a drug what another of the same day has said: perhaps two clinics that do not know of each other. */
    int same() {
        return same;
    }

    private static String period(JahisNotebook.Otc drug) {
        return (drug.from() == null ? "" : drug.from() + "から") + (drug.until() == null ? "" : drug.until() + "まで");
    }

    private static String dose(JahisNotebook.Drug drug) {
        return drug.amount() + drug.unit();
    }
}
