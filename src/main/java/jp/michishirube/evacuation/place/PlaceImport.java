package jp.michishirube.evacuation.place;

import java.time.Instant;

/**
 * One upload of a place list.
 *
 * @param shelter     a list of shelters, not of evacuation sites
 * @param rowCount    rows with anything in them
 * @param foreignRows rows of other municipalities
 * @param taken       rows that became places
 * @param problems    how many things were told, refused rows and left-out values together
 * @param appliedAt   null while it is only a preview
 */
public record PlaceImport(
        long id, Instant at, String byName, String fileName, boolean shelter, long rowCount, long foreignRows, long taken,
        long problems, Instant appliedAt) {}
