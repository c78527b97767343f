package jp.michishirube.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** How a room completes a step for the API ({@code POST /api/v1/tasks/{id}/complete}); the page calls the same use case. */
public interface StepAct {

    Set<Step> steps();

    /**
     * @param outcome what the caller wants
     * @param input   body of the call, by the room's own description
     */
    void complete(CaseFile caseFile, Step step, Outcome outcome, JsonNode input);
}
