package jp.michishirube.casefile;

import java.time.Instant;

/**
 * 案件: the work on one resident's plan.
 *
 * @param office   code of the office that makes the plan; null until assigned
 * @param priority 1 (first) to 9; from the roster's rules
 */
public record CaseFile(
        CaseId id, CaseNumber number, Resident resident, String office, int priority, CaseState state,
        Instant openedAt, Instant endedAt) {}
