package jp.michishirube.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import jp.michishirube.organization.Person;

/** Who of the city has work on a case just now; implemented above, where open work is known. */
public interface CaseWork {

    /**
     * @return those of the cases on which a step waits that this person may take or has taken; a step that a colleague has is the
     *         colleague's work alone
     */
    Set<CaseId> of(Person person, Collection<CaseId> cases);

    /** Whether a 民生委員's confirmation waits on the case that this person may take or has taken. */
    boolean toConfirm(Person person, CaseId caseId);

    /** The steps of the city that wait on a case, whoever has them. */
    List<Waiting> waiting(CaseId caseId);

    /** @param personId who has it; null for nobody */
    record Waiting(String taskId, Step step, String personId) {}
}
