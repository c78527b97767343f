package jp.michishirube.signing;

import jp.michishirube.document.Printed;

/**
 * A sealed plan, kept forever.
 *
 * @param version     submission that was approved and sealed
 * @param signed      whether the resident's signature is in it
 * @param sha256      of the bytes, lower-case hexadecimal
 * @param contentHash of what the plan says, as printed on its pages
 * @param box         where the hand signature belongs; null when the template has no such place
 */
public record SealedDocument(long id, int version, boolean signed, String sha256, String contentHash, Printed.Box box, byte[] bytes) {}
