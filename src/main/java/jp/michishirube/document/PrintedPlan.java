package jp.michishirube.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A plan as it goes on paper, for any municipality's form: what to print is in here, how it looks is in the template. The caller
 * has already left out what the reader may not see.
 *
 * @param card page one, before the sheets; null for a plan that has none
 * @param map  drawn behind the section named by {@link Head#mapSection}; null for none
 */
public record PrintedPlan(Layout layout, Head head, PrintedCard card, List<Section> sections, Drawable map, Foot foot) {

    public PrintedPlan(Layout layout, Head head, List<Section> sections, Drawable map, Foot foot) {
        this(layout, head, null, sections, map, foot);
    }

    public PrintedPlan {
        sections = List.copyOf(sections);
    }

    /** Size of the letters; {@code LARGE} is 1.4 times, for readers with weak eyes. */
    public enum Size { NORMAL, LARGE }

    /** {@code EASY}: やさしい日本語, hard words followed by their reading and meaning. */
    public enum Words { PLAIN, EASY }

    /** How the rows of a section stand. */
    public enum Look {
        /** Cells in lines, as many to a line as fit. */
        CELLS,
        /** The repeated entries side by side, one column each, such as the steps of a timeline. */
        TIMELINE
    }

    /** @param template file name below {@code reports/} without suffix, such as {@code plan-a} */
    public record Layout(String template, Size size, Words words) {
        public static Layout of(String template) {
            return new Layout(template, Size.NORMAL, Words.PLAIN);
        }
    }

    /**
     * @param person     whose plan it is, to the letter
     * @param version    number of the submission; 0 for a form not submitted yet
     * @param author     office and person who made the plan
     * @param mapSection key of the section that the map belongs to
     */
    public record Head(String title, String municipality, String number, String person, int version, LocalDate date, String author,
                       String mapSection) {}

    /**
     * @param key     name in the form's definition
     * @param picture a drawing or photo of this section; null for none
     */
    public record Section(String key, String title, List<Row> rows, Look look, Drawable picture) {
        public Section {
            rows = List.copyOf(rows);
        }

        public Section(String key, String title, List<Row> rows) {
            this(key, title, rows, Look.CELLS, null);
        }
    }

    /**
     * One answer.
     *
     * @param badge where a linked value comes from, such as 都市OSから; empty for none
     * @param item  number of the repeated entry that the row belongs to, from 1; 0 where nothing repeats
     */
    public record Row(String label, String value, String badge, int item) {
        public Row(String label, String value, String badge) {
            this(label, value, badge, 0);
        }
    }

    /**
     * @param qr         address behind the QR code; it opens the case after sign-in, or tells whether a copy is valid; null for none
     * @param disclaimer that the plan guarantees no rescue and binds no supporter; on every page
     * @param copyFor    for whom this copy is and on what ground, on a recipient's copy; null on the plan itself
     * @param draft      not approved yet: 案 goes across every page
     * @param signature  print the lines for signature and seal
     */
    public record Foot(String qr, String disclaimer, String copyFor, boolean draft, boolean signature) {}

    /**
     * What stands on the page as 内容の照合番号: SHA-256 over the content in reading order, so that two prints of the same content
     * carry the same number however they are laid out. The drawing and the badges are not in it.
     */
    public String contentHash() {
        MessageDigest digest = sha256();
        put(digest, head.title(), head.municipality(), head.number(), head.person(), Integer.toString(head.version()),
                String.valueOf(head.date()), head.author());
        for (Section section : sections) {
            put(digest, section.key(), section.title());
            section.rows().forEach(row -> put(digest, Integer.toString(row.item()), row.label(), row.value()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public PrintedPlan with(Size size, Words words) {
        return new PrintedPlan(new Layout(layout.template(), size, words), head, card, sections, map, foot);
    }

    /** The same with another foot, such as without the lines for signature. */
    public PrintedPlan with(Foot other) {
        return new PrintedPlan(layout, head, card, sections, map, other);
    }

    /** The same with that page before its sheets. */
    public PrintedPlan with(PrintedCard other) {
        return new PrintedPlan(layout, head, other, sections, map, foot);
    }

    public PrintedPlan withQr(String qr) {
        return with(new Foot(qr, foot.disclaimer(), foot.copyFor(), foot.draft(), foot.signature()));
    }

    /** @param words gives other words for what is printed; what it does not know it returns as it is */
    PrintedPlan reworded(UnaryOperator<String> words) {
        List<Section> said = sections.stream().map(s -> new Section(s.key(), words.apply(s.title()), s.rows().stream()
                .map(r -> new Row(words.apply(r.label()), words.apply(r.value()), r.badge(), r.item())).toList(), s.look(), s.picture()))
                .toList();
        return new PrintedPlan(layout, new Head(words.apply(head.title()), head.municipality(), head.number(), head.person(),
                head.version(), head.date(), head.author(), head.mapSection()), card == null ? null : card.reworded(words), said, map,
                new Foot(foot.qr(), words.apply(foot.disclaimer()), foot.copyFor(), foot.draft(), foot.signature()));
    }

    private static void put(MessageDigest digest, String... parts) {
        for (String part : parts) {
            byte[] bytes = (part == null ? "" : part).getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
