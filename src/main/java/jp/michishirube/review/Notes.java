package jp.michishirube.review;

import java.util.List;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;

/** Free text of people, within bounds. */
final class Notes {

    private Notes() {}

    /** @return the text, or null when there is none */
    static String of(String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.length() > MakeRemark.TEXT) {
            throw Problem.invalid("remark-invalid", List.of(new FieldProblem("note", "too-long", MakeRemark.TEXT)));
        }
        return note.strip();
    }

    /** @throws Problem {@code remark-invalid} (422) when there is none */
    static String required(String field, String text) {
        String note = of(text);
        if (note == null) {
            throw Problem.invalid("remark-invalid", List.of(new FieldProblem(field, "required")));
        }
        return note;
    }
}
