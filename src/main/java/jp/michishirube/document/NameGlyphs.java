package jp.michishirube.document;

import com.ibm.icu.text.BreakIterator;
import java.awt.Font;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Chooses the font for each character as people see it (base and variation selector together). A character that the main font
 * lacks would disappear from the paper without a word; here it goes to 文字情報基盤 (IPAmj), and what neither has is told.
 */
@Component
public class NameGlyphs {

    static final String MAIN = "BIZ UDPGothic";
    static final String RARE = "IPAmj Mincho";

    /** {@code BARE_*}: the character is there but not its wanted variation; {@code NONE}: nothing to print it with. */
    private enum Home { MAIN, RARE, BARE_MAIN, BARE_RARE, NONE }

    private final PrintFont main = PrintFont.load(MAIN, "print-fonts/BIZUDPGothic-Regular.ttf");
    private final Map<String, Home> known = new ConcurrentHashMap<>();

    /** The 46 MB font is read only when a rare character first asks for it. */
    private static final class Rare {
        static final PrintFont FONT = PrintFont.load(RARE, "print-fonts/ipamjm.ttf");

        static {
            Pdf.packFast("ipamjm.ttf");
        }
    }

    /**
     * @return the characters that do not come out as written (missing, or only without their variation), in order, each once;
     *         empty when all is well
     */
    public List<String> unprintable(String text) {
        if (text == null || plain(text)) {
            return List.of();
        }
        Set<String> lost = new LinkedHashSet<>();
        clusters(text, (cluster, home) -> {
            if (home != Home.MAIN && home != Home.RARE) {
                lost.add(cluster);
            }
        });
        return List.copyOf(lost);
    }

    /**
     * @return the text as JasperReports' styled markup, rare characters in their font. A character that no font has is written as
     *         its code point in brackets, a missing variation as its bare character: nothing is dropped silently.
     */
    String styled(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        if (plain(text)) {
            return escape(text);
        }
        StringBuilder out = new StringBuilder(text.length() + 64);
        clusters(text, (cluster, home) -> {
            switch (home) {
                case MAIN -> out.append(escape(cluster));
                case RARE -> out.append(rare(cluster));
                case BARE_MAIN -> out.append(bare(cluster));
                case BARE_RARE -> out.append(rare(bare(cluster)));
                case NONE -> out.append(spelled(cluster));
            }
        });
        return out.toString();
    }

    /** @return the font to draw the character with on a canvas of our own, such as a map or a signature; 12 points */
    public Font fontFor(String cluster) {
        Home home = home(cluster);
        return home == Home.RARE || home == Home.BARE_RARE ? Rare.FONT.font() : main.font();
    }

    private static String rare(String cluster) {
        return "<style fontName=\"" + RARE + "\">" + cluster + "</style>";
    }

    private static String bare(String cluster) {
        return new String(Character.toChars(cluster.codePointAt(0)));
    }

    private static String spelled(String cluster) {
        StringBuilder out = new StringBuilder("［");
        cluster.codePoints().forEach(c -> out.append("U+%04X".formatted(c)));
        return out.append("］").toString();
    }

    /** Most text needs no choice: every character alone in the main font and none that joins to the one before. */
    private boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean common = c == '\n' || c >= ' ' && c < 0x7f || c >= 0x3041 && c <= 0x3096 || c >= 0x30a0 && c <= 0x30fe;
            if (!common && (Character.isSurrogate(c) || joins(c) || !main.font().canDisplay(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean joins(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == '\r';
    }

    private interface Visitor {
        void see(String cluster, Home home);
    }

    private void clusters(String text, Visitor visitor) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.JAPANESE);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String cluster = text.substring(from, to);
            visitor.see(cluster, home(cluster));
        }
    }

    private Home home(String cluster) {
        if (cluster.isBlank()) {
            return Home.MAIN;
        }
        if (known.size() > 20_000) {
            known.clear();
        }
        return known.computeIfAbsent(cluster, this::choose);
    }

    private Home choose(String cluster) {
        PrintFont.Shows first = main.shows(cluster);
        if (first == PrintFont.Shows.FULLY) {
            return Home.MAIN;
        }
        return switch (Rare.FONT.shows(cluster)) {
            case FULLY -> Home.RARE;
            case BARE -> first == PrintFont.Shows.BARE ? Home.BARE_MAIN : Home.BARE_RARE;
            case NOT -> first == PrintFont.Shows.BARE ? Home.BARE_MAIN : Home.NONE;
        };
    }

    private static String escape(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0 && text.indexOf('>') < 0) {
            return text;
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
