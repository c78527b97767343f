package jp.michishirube.plan.interview;

import java.util.List;
import jp.michishirube.plan.draft.LinkedCount;
import jp.michishirube.plan.versions.FieldView;

/**
 * The interview page, ready to write down.
 *
 * @param newerForm version of a newer form on offer; null for none
 * @param locked    some fields are closed: the office revises what was remarked
 */
record InterviewPage(
        String title, long version, String savedAt, String formVersion, String newerForm, LinkedCount count, LinkPanel panel, List<SectionView> sections,
        List<Todo> todo, boolean revising, boolean locked, String disclaimer, List<FieldView.Note> notes,
        List<RemarkAt> remarks) {

    /** A link to something that must still be entered. */
    record Todo(String name, String label) {}

    /** @param jump id of the element that the remark stands beside */
    record RemarkAt(String jump, String label, FieldView.Note note) {}

    /** How many remarks still wait for an answer. */
    public long getOpenRemarks() {
        return remarks.stream().filter(r -> r.note().open()).count();
    }

    public int getMissing() {
        return todo.size();
    }
}
