package jp.michishirube.plan.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import jp.michishirube.japanese.Dashes;
import jp.michishirube.japanese.Reading;
import jp.michishirube.japanese.SoundMarks;

/** Text of one shape, written in one way: kana full-width, digits half-width. */
class ShapedKind extends TextKind {

    private static final Transliterator KATAKANA = Transliterator.getInstance("Hiragana-Katakana");

    private final UnaryOperator<String> way;
    private final Pattern shape;
    private final String wrong;
    private final String inputMode;
    private final boolean digits;

    private ShapedKind(UnaryOperator<String> way, String shape, String wrong, String inputMode, boolean digits) {
        this.way = way;
        this.shape = Pattern.compile(shape);
        this.wrong = wrong;
        this.inputMode = inputMode;
        this.digits = digits;
    }

    /** Full-width katakana; hiragana and half-width kana are converted. */
    static ShapedKind kana() {
        return new ShapedKind(t -> KATAKANA.transliterate(plain(SoundMarks.joined(t))).replace(' ', '　').strip().replaceAll("　+", "　"), ".+", "not-kana", null, false) {
            @Override
            String wrong(FormField field, String text, LocalDate today) {
                return Reading.fits(text) ? null : "not-kana";
            }
        };
    }

    static ShapedKind phone() {
        return new ShapedKind(ShapedKind::digits, "\\+?\\d[\\d-]{7,17}(\\(\\d{1,6}\\))?", "not-a-phone", "tel", true) {
            @Override
            List<AnswerFact> facts(JsonNode answer) {
                return answer == null ? List.of() : List.of(new AnswerFact("phone", null, answer.asText()));
            }
        };
    }

    static ShapedKind postalCode() {
        return new ShapedKind(t -> digits(t).replace("〒", "").replaceFirst("^(\\d{3})(\\d{4})$", "$1-$2"), "\\d{3}-\\d{4}", "not-a-postal-code", "numeric", true);
    }

    static ShapedKind email() {
        return new ShapedKind(t -> plain(t).trim(), "[^@\\s<>\"]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,}", "not-a-mail", "email", false);
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    private static String digits(String typed) {
        return plain(typed).replaceAll(Dashes.ANY, "-").replaceAll("\\s", "");
    }

    @Override
    JsonNode normalise(FormField field, JsonNode raw) {
        return text(raw, way);
    }

    @Override
    String wrong(FormField field, String text, LocalDate today) {
        return shape.matcher(text).matches() ? null : wrong;
    }

    @Override
    String inputMode() {
        return inputMode;
    }

    @Override
    String space(FormField field) {
        return digits ? "　".repeat(9) : super.space(field);
    }

    @Override
    boolean prose() {
        return false;
    }
}
