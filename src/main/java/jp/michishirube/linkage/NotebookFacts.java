package jp.michishirube.linkage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.plan.form.Holder;

/** What of a notebook goes to the plan, under which fact, and the counts of what goes and what does not. */
final class NotebookFacts {

    /** As notebooks write it: A+, ＡＢ型, O(Rh-). */
    private static final Pattern BLOOD = Pattern.compile("(AB|A|B|O)(?:型|RH|\\(|\\s)*([+-])?[)\\s]*");
    private static final int ALLERGY = 1;
    private static final int SIDE_EFFECT = 2;
    private static final int HISTORY = 3;
    private static final IntPredicate OTHER = k -> k < ALLERGY || k > HISTORY;

    private final JahisNotebook notebook;
    private final NotebookDrugs drugs;
    private final ObjectNode facts;
    private final List<NotebookReading.Line> taken = new ArrayList<>();
    private final List<NotebookReading.Line> left = new ArrayList<>();

    NotebookFacts(JahisNotebook notebook) {
        this.notebook = notebook;
        drugs = new NotebookDrugs(notebook);
        FactWriter writer = new FactWriter(Holder.JAHIS);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        rows.addAll(drugs.rows());
        rows.addAll(drugs.bought());
        writer.rows("medication", rows);
        notebook.dispensings().stream().map(JahisNotebook.Dispensing::clinic).filter(c -> !c.isEmpty()).findFirst()
                .ifPresent(c -> writer.text("clinic", c));
        blood(writer, notebook.patient().blood());
        // The plan has no question of its own for side effects: who reads of allergies must read of them.
        writer.text("allergies", joined(notes(k -> k == ALLERGY, ""), notes(k -> k == SIDE_EFFECT, "副作用：")));
        writer.text("history", joined(notes(k -> k == HISTORY, ""), notes(OTHER, "その他：")));
        facts = writer.facts();
    }

    ObjectNode facts() {
        return facts.deepCopy();
    }

    boolean isEmpty() {
        return !facts.has("jahis.medication") && !facts.has("jahis.allergies") && !facts.has("jahis.history");
    }

    /**
     * @param fields   what the resident agreed to
     * @param rejected what the plan's form could not take
     */
    NotebookReading reading(Set<String> fields, Collection<String> rejected) {
        count("drugs", drugs.rows().size(), "jahis.medication", fields);
        count("otc", drugs.bought().size(), "jahis.medication", fields);
        count("allergies", notes(k -> k == ALLERGY, "").size(), "jahis.allergies", fields);
        count("side-effects", notes(k -> k == SIDE_EFFECT, "").size(), "jahis.allergies", fields);
        count("history", notes(k -> k == HISTORY, "").size(), "jahis.history", fields);
        count("others", notes(OTHER, "").size(), "jahis.history", fields);
        Stream.of("clinic", "bloodType").forEach(f -> count(f, facts.has("jahis." + f) ? 1 : 0, "jahis." + f, fields));
        leave("older", drugs.superseded());
        leave("same", drugs.same());
        notebook.left().forEach((record, count) -> leave("record-" + record, count));
        List<String> warnings = new ArrayList<>(notebook.warnings());
        rejected.stream().map(r -> "jahis.warning.rejected-" + (r.equals("jahis.medication") ? "medication" : "text")).distinct()
                .forEach(warnings::add);
        return new NotebookReading(List.copyOf(taken), List.copyOf(left), List.copyOf(warnings));
    }

    private void count(String kind, int count, String link, Set<String> fields) {
        if (count > 0) {
            (fields.contains(link) ? taken : left).add(new NotebookReading.Line("jahis.taken." + kind, count));
        }
    }

    private void leave(String kind, int count) {
        if (count > 0) {
            left.add(new NotebookReading.Line("jahis.left." + kind, count));
        }
    }

    private List<String> notes(IntPredicate kind, String before) {
        return notebook.notes().stream().filter(n -> kind.test(n.kind())).map(JahisNotebook.Note::text).filter(t -> !t.isEmpty()).distinct()
                .map(before::concat).toList();
    }

    private static String joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).collect(Collectors.joining("、"));
    }

    private static void blood(FactWriter facts, String written) {
        Matcher blood = BLOOD.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT));
        if (blood.matches()) {
            facts.text("bloodType", blood.group(1)).text("rh", blood.group(2) == null ? "" : blood.group(2).equals("+") ? "plus" : "minus");
        }
    }
}
