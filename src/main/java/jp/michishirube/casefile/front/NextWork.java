package jp.michishirube.casefile.front;

import java.util.Optional;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Person;

/** What a person does after a case that has left their hands; implemented above, where work lists are known. */
public interface NextWork {

    /** @param task by which the step is taken */
    record Next(String task, String caseNumber, String residentName, Step step) {}

    /**
     * @param done      the case that the person comes from
     * @param listPlace path and query of the list that the person was in before
     * @return the first of that list that the person may take or has; of the person's own work where that list has none
     */
    Optional<Next> after(Person person, CaseId done, String listPlace);
}
