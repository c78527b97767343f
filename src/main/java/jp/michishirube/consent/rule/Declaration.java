package jp.michishirube.consent.rule;

import java.time.Instant;
import java.util.Set;

/**
 * 災害の宣言: while it stands, supporting parties in its area may have plans without consent, as far as life and body need it
 * (49条の15). It takes two people and ends by itself.
 *
 * @param areas       町; empty for the whole municipality
 * @param ground      on what the officer rests it: a warning, an evacuation instruction, damage reported
 * @param confirmedBy null until a second officer confirmed
 * @param endedAt     null unless ended before its time
 */
public record Declaration(
        long id, String hazard, Set<String> areas, Instant startsAt, Instant endsAt, String ground, String declaredBy,
        String declarerName, Instant declaredAt, String confirmedBy, String confirmerName, Instant confirmedAt, Instant endedAt) {

    public boolean stands(Instant now) {
        return confirmedAt != null && !confirmedBy.equals(declaredBy) && !now.isBefore(confirmedAt) && !now.isBefore(startsAt)
                && now.isBefore(endsAt) && (endedAt == null || now.isBefore(endedAt));
    }

    /** @param partyArea null for a party that works everywhere */
    boolean covers(String residentArea, String partyArea) {
        return areas.isEmpty() || residentArea != null && areas.contains(residentArea) && (partyArea == null || areas.contains(partyArea));
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt) || endedAt != null && !now.isBefore(endedAt);
    }
}
