package jp.michishirube.plan.interview;

import java.util.List;
import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/** What others wrote beside the fields: the reviewer's remarks. */
@NamedInterface("interview")
public interface FieldNotes {

    List<FieldNote> of(CaseId caseId);

    /**
     * @param pointer address of the field, row, group or section; empty for the plan as a whole
     * @param kind    message key of what it is, such as {@code review.remark.WRONG}
     * @param text    the remark
     * @param by      name of its author
     * @param link    where it is answered, within the site; null for nowhere
     * @param open    still waits for an answer
     */
    @NamedInterface("interview")
    record FieldNote(String pointer, String kind, String text, String by, String link, boolean open) {}
}
