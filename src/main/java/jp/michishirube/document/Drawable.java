package jp.michishirube.document;

import java.awt.Graphics2D;

/** A picture that draws itself at any size, so that paper gets lines instead of pixels. */
@FunctionalInterface
public interface Drawable {

    /**
     * Draws into the rectangle from (0, 0) to (w, h) and nowhere else.
     *
     * @param g    a graphics of its own: its state need not be restored
     * @param w, h in points (1/72 inch) on paper, in pixels on a screen
     */
    void draw(Graphics2D g, double w, double h);
}
