package jp.michishirube.plan.draft;

import org.springframework.modulith.NamedInterface;

/**
 * A holder told where a resident lives, and the resident's consent covers the address. Published in the transaction that fetched it.
 *
 * @param lat degrees, as the holder gave it: not checked yet
 */
@NamedInterface("draft")
public record HomeTold(long residentId, double lat, double lon) {}
