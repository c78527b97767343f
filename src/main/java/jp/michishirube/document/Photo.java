package jp.michishirube.document;

/**
 * A photo or drawing on paper.
 *
 * @param caption printed under it
 * @param image   JPEG or PNG
 */
public record Photo(String caption, byte[] image) {}
