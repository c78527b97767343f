package jp.michishirube.document;

import com.ibm.icu.text.BreakIterator;
import java.awt.Font;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.michishirube.japanese.SoundMarks;
import org.springframework.stereotype.Component;

/**
 * Chooses the font for each character as people see it (base and variation selector together). A character that the main font
 * lacks would disappear from the paper without a word; here it goes to a font of symbols or to 文字情報基盤 (IPAmj), and what none has is
 * returned by {@link #unprintable}.
 */
@Component
public class NameGlyphs {

    static final String MAIN = "BIZ UDPGothic";

    /** @param font null when no font has the character */
    private record Home(PrintFont font, PrintFont.Shows how) {}

    private static final Pattern SECTION_SIGN = Pattern.compile("[\u2f00-\u2fd5]");

    private final PrintFont main = PrintFont.load(MAIN, "print-fonts/BIZUDPGothic-Regular.ttf");
    private final Map<String, Home> known = new ConcurrentHashMap<>();

    /** Read only when a character first asks for them: the last is of 46 MB. */
    private static final class Others {
        static final List<PrintFont> SYMBOLS = List.of(other("Noto Sans Symbols", "NotoSansSymbols-Regular.ttf"),
                other("Noto Sans Symbols 2", "NotoSansSymbols2-Regular.ttf"));

        static PrintFont other(String family, String file) {
            Pdf.packFast(file);
            return PrintFont.load(family, "print-fonts/" + file);
        }
    }

    private static final class Rare {
        static final PrintFont FONT = Others.other("IPAmj Mincho", "ipamjm.ttf");
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
            if (home.how() != PrintFont.Shows.FULLY) {
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
        clusters(text, (cluster, home) -> out.append(switch (home.how()) {
            case FULLY -> in(home.font(), cluster);
            case BARE -> in(home.font(), bare(cluster));
            case NOT -> spelled(cluster);
        }));
        return out.toString();
    }

    /** @return the font to draw the character with on a canvas of our own, such as a map or a signature; 12 points */
    public Font fontFor(String cluster) {
        PrintFont font = home(cluster).font();
        return font == null ? main.font() : font.font();
    }

    private String in(PrintFont font, String cluster) {
        return font == main ? escape(cluster) : "<style fontName=\"" + font.family() + "\">" + escape(cluster) + "</style>";
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
        String joined = unified(SoundMarks.joined(text));
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.JAPANESE);
        breaks.setText(joined);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String cluster = joined.substring(from, to);
            visitor.see(cluster, home(cluster));
        }
    }

    /** ⼈, the sign of a dictionary's section, as texts copied out of a PDF have it, looks like the character 人 and is one. */
    private static String unified(String text) {
        return SECTION_SIGN.matcher(text).replaceAll(sign -> Normalizer.normalize(sign.group(), Normalizer.Form.NFKC));
    }

    private Home home(String cluster) {
        if (cluster.isBlank()) {
            return new Home(main, PrintFont.Shows.FULLY);
        }
        if (known.size() > 20_000) {
            known.clear();
        }
        return known.computeIfAbsent(cluster, this::choose);
    }

    private Home choose(String cluster) {
        if (main.shows(cluster) == PrintFont.Shows.FULLY) {
            return new Home(main, PrintFont.Shows.FULLY);
        }
        for (PrintFont symbols : Others.SYMBOLS) {
            if (symbols.shows(cluster) == PrintFont.Shows.FULLY) {
                return new Home(symbols, PrintFont.Shows.FULLY);
            }
        }
        if (Rare.FONT.shows(cluster) == PrintFont.Shows.FULLY) {
            return new Home(Rare.FONT, PrintFont.Shows.FULLY);
        }
        return Stream.concat(Stream.of(main, Rare.FONT), Others.SYMBOLS.stream()).filter(f -> f.shows(cluster) == PrintFont.Shows.BARE).findFirst()
                .map(f -> new Home(f, PrintFont.Shows.BARE)).orElse(new Home(null, PrintFont.Shows.NOT));
    }

    private static String escape(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0 && text.indexOf('>') < 0) {
            return text;
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
