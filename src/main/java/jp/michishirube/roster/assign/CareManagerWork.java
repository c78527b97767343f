package jp.michishirube.roster.assign;

import java.util.List;
import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/** What a care manager has in her hands now; implemented above, where open work is known. */
@NamedInterface("assign")
public interface CareManagerWork {

    /** Cases with an open step that the person has claimed. */
    List<CaseId> of(String personId);

    /** Gives the open steps of the case to a person, or to nobody ({@code null}), within the caller's transaction. */
    void hand(CaseId caseId, String personId);
}
