package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A row of a repeated group.
 *
 * @param questions one for each column
 */
public record AskedRow(Address address, Place place, List<AskedQuestion> questions) {

    /**
     * Which row of its group it is.
     *
     * @param number 1, 2, … as the rows stand; of a fixed row its place in the form. Every page and print counts so
     * @param fixed  the form's own row; null where people add rows
     * @param cells  what is kept of the row, with its {@code _key}; empty for a fixed row without an answer
     */
    public record Place(FormField group, int number, Choice fixed, ObjectNode cells) {

        /** 「洪水」 or 「支援者 2」. */
        public String label(Locale locale) {
            return fixed == null ? group.rowLabel(locale) + " " + number : fixed.label(locale);
        }

        /** What is kept in the column with that role, applying or not: by this a row is known again, never shown. */
        public String kept(Role role) {
            return group.column(role).map(c -> cells.path(c.key()).asText("")).orElse("");
        }
    }

    public String key() {
        return address.rowKey();
    }

    public int number() {
        return place.number();
    }

    public String label(Locale locale) {
        return place.label(locale);
    }

    /** Without any answer that applies. */
    public boolean isEmpty() {
        return questions.stream().noneMatch(AskedQuestion::isAnswered);
    }

    /** A copy of the row with its key and the cells that apply. */
    public ObjectNode applicable() {
        ObjectNode row = place.cells().objectNode();
        if (place.cells().has(Answers.KEY)) {
            row.set(Answers.KEY, place.cells().get(Answers.KEY));
        }
        questions.stream().filter(AskedQuestion::isAnswered).forEach(c -> row.set(c.field().key(), c.value().deepCopy()));
        return row;
    }

    public Stream<AskedQuestion> asked() {
        return questions.stream().filter(AskedQuestion::applies);
    }

    /** The cell of the column with that role, empty where the form has none or it is not answered. */
    public String text(Role role) {
        return questions.stream().filter(q -> q.field().role() == role && q.isAnswered()).findFirst().map(q -> q.value().asText()).orElse("");
    }
}
