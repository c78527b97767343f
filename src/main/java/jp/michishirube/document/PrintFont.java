package jp.michishirube.document;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** One font of {@code reports/fonts/} and the question what it can show. */
record PrintFont(String family, Font font, FontVariations variations) {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** What a font can do for a character as people see it. */
    enum Shows {
        /** Just as written. */
        FULLY,
        /** The character, but not the wanted variation of it. */
        BARE,
        NOT
    }

    static PrintFont load(String family, String path) {
        try (InputStream in = resource(path); DataInputStream table = new DataInputStream(new BufferedInputStream(resource(path)))) {
            return new PrintFont(family, Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(12f), FontVariations.read(table));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(path, e);
        }
    }

    Shows shows(String cluster) {
        int base = cluster.codePointAt(0);
        int rest = Character.charCount(base);
        boolean varied = rest < cluster.length() && FontVariations.isSelector(cluster.codePointAt(rest));
        if (varied) {
            if (!font.canDisplay(base)) {
                return Shows.NOT;
            }
            return variations.has(base, cluster.codePointAt(rest)) ? Shows.FULLY : Shows.BARE;
        }
        char[] chars = cluster.toCharArray();
        GlyphVector laid = font.layoutGlyphVector(CONTEXT, chars, 0, chars.length, Font.LAYOUT_LEFT_TO_RIGHT);
        for (int i = 0; i < laid.getNumGlyphs(); i++) {
            if (laid.getGlyphCode(i) == 0) {
                return Shows.NOT;
            }
        }
        return Shows.FULLY;
    }

    private static InputStream resource(String path) throws IOException {
        InputStream in = PrintFont.class.getClassLoader().getResourceAsStream(path);
        if (in == null) {
            throw new IOException("missing in the class path: " + path);
        }
        return in;
    }
}
