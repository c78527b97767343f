package jp.michishirube.signing;

import com.ibm.icu.text.BreakIterator;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import jp.michishirube.document.NameGlyphs;

/** Draws the signature with its circumstances, as it fills the place on the page. */
final class SignatureSheet {

    private static final int PIXELS_PER_POINT = 3;
    private static final float LETTER = 7;
    /**
     * Ink is black. With a palette of greys PNG and PDF take the dots as they are; as colour or as plain grey one or the other works over
     * each of them, for most of the time of a signature. One shade is a touch blue, or the PNG would be made plain grey after all.
     */
    private static final IndexColorModel GREYS = greys();

    private final NameGlyphs glyphs;

    SignatureSheet(NameGlyphs glyphs) {
        this.glyphs = glyphs;
    }

    /**
     * @param hand  the hand's strokes; null for a signature on paper
     * @param lines who, when, before whom; written below
     * @param w, h  of the place in points
     */
    byte[] draw(BufferedImage hand, List<String> lines, double w, double h) {
        BufferedImage sheet = new BufferedImage((int) (w * PIXELS_PER_POINT), (int) (h * PIXELS_PER_POINT), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, (int) w + 1, (int) h + 1);
        double foot = lines.size() * (LETTER + 2.5) + 4;
        if (hand != null) {
            double scale = Math.min((w - 20) / hand.getWidth(), (h - foot - 8) / hand.getHeight());
            g.drawImage(hand, (int) ((w - hand.getWidth() * scale) / 2), 4, (int) (hand.getWidth() * scale),
                    (int) (hand.getHeight() * scale), null);
        }
        g.setColor(new Color(0x1A1A1A));
        double y = h - foot + LETTER;
        for (String line : lines) {
            write(g, line, w - 10, y);
            y += LETTER + 2.5;
        }
        g.setColor(new Color(0x666666));
        g.setStroke(new BasicStroke(0.6f));
        g.drawRect(0, 0, (int) w - 1, (int) h - 1);
        g.dispose();
        return png(new BufferedImage(GREYS, sheet.getRaster(), false, null));
    }

    private void write(Graphics2D g, String line, double room, double y) {
        if (line.isEmpty()) {
            return;
        }
        AttributedString text = new AttributedString(line);
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.JAPANESE);
        breaks.setText(line);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            text.addAttribute(TextAttribute.FONT, glyphs.fontFor(line.substring(from, to)).deriveFont(LETTER), from, to);
        }
        TextLayout layout = new TextLayout(text.getIterator(), new FontRenderContext(null, true, true));
        Graphics2D own = (Graphics2D) g.create();
        own.translate(5, y);
        own.scale(Math.min(1, room / layout.getAdvance()), 1);
        layout.draw(own, 0, 0);
        own.dispose();
    }

    private static IndexColorModel greys() {
        byte[] level = new byte[256];
        for (int i = 0; i < level.length; i++) {
            level[i] = (byte) i;
        }
        byte[] blue = level.clone();
        blue[254] = (byte) 255;
        return new IndexColorModel(8, level.length, level, level, blue);
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(20_000);
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
