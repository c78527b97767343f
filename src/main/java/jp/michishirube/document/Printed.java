package jp.michishirube.document;

/**
 * A finished PDF.
 *
 * @param signature where the hand signature belongs; null when the template has no such place
 */
public record Printed(byte[] pdf, int pages, Box signature) {

    /**
     * A place on a page, in points from its upper left corner.
     *
     * @param page from 1
     */
    public record Box(int page, double x, double y, double w, double h) {}
}
