package jp.michishirube.upload;

/**
 * A file as it may be kept.
 *
 * @param kind    of the content kept
 * @param content of a picture: written anew, upright and without what else was in it (position, camera, a second file); of a PDF: written anew from its
 *                pages on, without what none of them leads to
 */
public record Upload(FileKind kind, byte[] content) {}
