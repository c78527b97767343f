package jp.michishirube.plan.draft;

import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/** Which fields the office may change now. The review room answers while a revision is open. */
@NamedInterface("draft")
public interface EditableFields {

    /**
     * @return addresses of fields, rows, groups or sections ({@code /resident}) that are open; what lies below is open too. Empty
     *         when everything is.
     */
    Optional<Set<String>> of(CaseId caseId);
}
