package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which conditions hold. An answer that does not apply counts as none for the conditions that look at it. */
final class Applies {

    private final PlanForm form;
    private final ObjectNode answers;
    private final Map<String, Boolean> known = new HashMap<>();
    /** Conditions being looked at: a circle of them, which check-forms refuses, hides nothing. */
    private final Set<String> underWay = new HashSet<>();

    Applies(PlanForm form, ObjectNode answers) {
        this.form = form;
        this.answers = answers;
    }

    boolean section(FormSection section) {
        return section.when() == null || remembered("section " + section.key(), () -> holds(section.when(), null, null));
    }

    /** Its own condition alone. */
    boolean question(FormField field) {
        return field.when() == null || remembered(field.pointer(), () -> holds(field.when(), null, null));
    }

    boolean cell(FormField group, FormField column, ObjectNode row) {
        if (column.when() == null) {
            return true;
        }
        String here = "cell " + column.pointer();
        if (!underWay.add(here)) {
            return true;
        }
        try {
            return holds(column.when(), group, row);
        } finally {
            underWay.remove(here);
        }
    }

    private boolean remembered(String what, java.util.function.BooleanSupplier test) {
        Boolean before = known.get(what);
        if (before != null) {
            return before;
        }
        if (!underWay.add(what)) {
            return true;
        }
        boolean holds = test.getAsBoolean();
        underWay.remove(what);
        known.put(what, holds);
        return holds;
    }

    private boolean holds(Condition when, FormField group, ObjectNode row) {
        return when.holds(when.sameRow() ? inRow(when.column(), group, row) : anywhere(when.field()));
    }

    private JsonNode inRow(String key, FormField group, ObjectNode row) {
        if (row == null) {
            return null;
        }
        FormField column = group.columns().stream().filter(c -> c.key().equals(key)).findFirst().orElse(null);
        return column == null || cell(group, column, row) ? row.get(key) : null;
    }

    private JsonNode anywhere(String pointer) {
        FormField field = form.field(pointer).orElse(null);
        boolean asked = field == null || form.section(field.address().section()).map(this::section).orElse(true) && question(field);
        return asked ? Answers.get(answers, pointer) : null;
    }
}
