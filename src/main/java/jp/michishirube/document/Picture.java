package jp.michishirube.document;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** Hands a {@link Drawable} to JasperReports, which then writes lines and curves into the PDF instead of pixels. */
final class Picture extends AbstractRenderer implements Graphics2DRenderable {

    private static final long serialVersionUID = 1L;
    private final transient Drawable drawable;

    private Picture(Drawable drawable) {
        this.drawable = drawable;
    }

    static Picture of(Drawable drawable) {
        return drawable == null ? null : new Picture(drawable);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D frame) {
        Graphics2D own = (Graphics2D) graphics.create();
        try {
            own.clip(frame);
            own.translate(frame.getX(), frame.getY());
            drawable.draw(own, frame.getWidth(), frame.getHeight());
        } finally {
            own.dispose();
        }
    }
}
