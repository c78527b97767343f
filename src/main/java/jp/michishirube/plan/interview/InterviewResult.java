package jp.michishirube.plan.interview;

import java.time.Instant;
import java.time.LocalDate;
import jp.michishirube.casefile.Outcome;

/**
 * An interview that ended without a plan, or rests.
 *
 * @param reason   code, text under {@code plan.result.reason.<code>}
 * @param fee      fee category of the contract that the reason had then; empty for none
 * @param attempts calls, visits and letters noted before, where nobody could be reached; null else
 * @param resumeOn first day on which the case goes on; null unless it rests
 */
public record InterviewResult(
        Outcome outcome, String reason, String fee, Integer attempts, LocalDate resumeOn, String note, Instant at, String byName) {}
