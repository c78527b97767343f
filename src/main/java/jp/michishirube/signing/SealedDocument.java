package jp.michishirube.signing;

/**
 * A sealed plan, kept forever.
 *
 * @param version submission that was approved and sealed
 * @param signed  whether the resident's signature is in it
 * @param sha256  of the bytes, lower-case hexadecimal
 */
public record SealedDocument(long id, int version, boolean signed, String sha256, byte[] bytes) {}
