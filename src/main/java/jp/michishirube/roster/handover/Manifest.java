package jp.michishirube.roster.handover;

import java.time.Instant;

/**
 * What a package says of itself, under the sender's signature.
 *
 * @param id         once in the world; a second arrival is a replay
 * @param sender     key id of the signer
 * @param audience   name of the receiving installation
 * @param kind       {@code RESIDENTS}, {@code ASSIGNMENT} or {@code OFFICES}
 * @param fullList   whether people missing from it have left the roster
 * @param exportedBy who made it, as the operating system or the command says
 * @param rows       rows of the table inside
 */
public record Manifest(String id, String sender, String audience, String kind, boolean fullList, String exportedBy, Instant exportedAt, long rows) {}
