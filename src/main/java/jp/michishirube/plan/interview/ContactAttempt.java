package jp.michishirube.plan.interview;

import java.time.LocalDate;

/**
 * One call, visit or letter to the resident.
 *
 * @param note what came of it; may be empty
 */
public record ContactAttempt(LocalDate day, Way way, String note, String byName) {

    public enum Way { CALL, VISIT, LETTER }
}
