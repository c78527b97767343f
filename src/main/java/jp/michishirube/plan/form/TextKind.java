package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import jp.michishirube.japanese.PersonName;

/** Words as they are written: only the ends are trimmed and line ends made one kind. */
class TextKind extends Kind {

    static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]|[\\uD800-\\uDFFF]");
    /** For texts whose form gives no limit. */
    private static final int LONGEST = 4_000;
    private static final int SHORT = 80;
    /** Of people, and so by the rule of names. */
    private static final Set<Role> NAMES = EnumSet.of(Role.RESIDENT_NAME, Role.FAMILY_NAME, Role.CONTACT_NAME, Role.SUPPORTER_NAME);

    @Override
    JsonNode normalise(FormField field, JsonNode raw) {
        return text(raw, t -> isName(field) ? PersonName.trim(t) : t.replace("\r\n", "\n").replace('\r', '\n').strip());
    }

    @Override
    String problem(FormField field, JsonNode value, LocalDate today) {
        if (!value.isTextual()) {
            return "wrong-type";
        }
        String text = value.textValue();
        if (text.codePointCount(0, text.length()) > limit(field)) {
            return "too-long";
        }
        if (CONTROL.matcher(text).find() || !manyLines() && (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0)) {
            return "control-characters";
        }
        return wrong(field, text, today);
    }

    static int limit(FormField field) {
        int asked = field.maxLength() > 0 ? field.maxLength() : LONGEST;
        return field.role() == Role.RESIDENT_NAME ? Math.min(asked, PersonName.LONGEST) : asked;
    }

    boolean manyLines() {
        return false;
    }

    /** What is wrong with the words themselves. */
    String wrong(FormField field, String text, LocalDate today) {
        return isName(field) && PersonName.hidden(text).isPresent() ? "hidden-characters" : null;
    }

    private static boolean isName(FormField field) {
        return field.role() != null && NAMES.contains(field.role());
    }

    @Override
    String space(FormField field) {
        return "　".repeat(field.maxLength() > SHORT ? 14 : 9);
    }

    @Override
    boolean prose() {
        return true;
    }

    @Override
    boolean words() {
        return true;
    }

    /** Several lines. */
    static final class Lines extends TextKind {

        @Override
        FieldKind.Look look() {
            return FieldKind.Look.LINES;
        }

        @Override
        boolean manyLines() {
            return true;
        }

        @Override
        String space(FormField field) {
            return "\n\n";
        }
    }

    static final class Street extends TextKind {

        @Override
        String space(FormField field) {
            return "　".repeat(30);
        }
    }
}
