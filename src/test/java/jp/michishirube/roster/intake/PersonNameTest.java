package jp.michishirube.roster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.Optional;
import jp.michishirube.japanese.PersonName;
import jp.michishirube.plan.form.FieldRule;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.TestForms;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.roster.file.ValueKind;
import jp.michishirube.roster.file.WrongValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule for names and readings on the roster and in the plan: what one takes the other takes, to the letter. */
class PersonNameTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @ParameterizedTest
    @ValueSource(strings = {"佐藤\u200B太郎", "佐藤 \u202E太郎", "佐藤\u00AD太郎", "\uFEFF佐藤", "佐藤\u2066太郎", "佐藤\u3164太郎", "佐藤\u200B", "\u200B"})
    void whatCannotBeSeenIsShownAndNeverKept(String name) {
        assertThat(PersonName.mistake(name)).isEqualTo("name-hidden");
        assertThat(PersonName.visible(name)).contains("[U+");
        assertThat(PersonName.mistake(PersonName.withoutHidden(name))).isNull();
        assertThatThrownBy(() -> ValueKind.NAME.read(name, TODAY)).isInstanceOfSatisfying(WrongValue.class,
                e -> assertThat(e.kind()).isEqualTo("name-hidden"));
        for (String code : new String[] {"990019", "990027", "990035"}) {
            assertThat(inPlan(code, "/resident/name", name)).as(code).isPresent();
            assertThat(inPlan(code, "/supporters/s1/name", name)).as(code).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"葛\uDB40\uDD00西 𠮷乃", "山﨑　花子", "Nguyễn Thị Hoa", " 前後に空白 ", "\u00A0空白\u3000", "塚\uFA10", "ケ゛ン"})
    void whatTheRosterKeepsThePlanKeepsToTheLetter(String name) throws WrongValue {
        String listed = ValueKind.NAME.read(name, TODAY);
        assertThat(inPlan("990019", "/resident/name", name)).isEmpty();
        assertThat(kept("/resident/name", name).asText()).isEqualTo(listed);
    }

    @Test
    void lengthIsBoundedAlike() throws WrongValue {
        assertThat(ValueKind.NAME.read("𠮷".repeat(80), TODAY)).hasSize(160);
        for (String code : new String[] {"990019", "990027", "990035"}) {
            assertThat(inPlan(code, "/resident/name", "𠮷".repeat(80))).isEmpty();
            assertThat(inPlan(code, "/resident/name", "山".repeat(90))).map(FieldProblem::kind).contains("too-long");
        }
        assertThatThrownBy(() -> ValueKind.NAME.read("山".repeat(90), TODAY)).isInstanceOf(WrongValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 　 ", "\u00A0", "\u3000\u2003"})
    void aNameOfSpacesIsNone(String name) throws WrongValue {
        assertThat(ValueKind.NAME.read(name, TODAY)).isEmpty();
        assertThat(kept("/resident/name", name).isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"サトウ　タロウ", "ｻﾄｳ ﾊﾟﾝ", "さとう たろう", "ＳＭＩＴＨ　Ｊｏｈｎ", "O'Neil-Smith", "カ\u3099ギ", "か゛くう", "ハ゜ン", "ア・ベ"})
    void aReadingThatTheRosterTakesThePlanTakes(String reading) throws WrongValue {
        String listed = ValueKind.KANA.read(reading, TODAY);
        assertThat(listed).isNotEmpty();
        assertThat(inPlan("990019", "/resident/kana", listed)).isEmpty();
        assertThat(listed).doesNotContain("\u3099");
    }

    @Test
    void aReadingInKanjiIsWrongInBoth() {
        assertThatThrownBy(() -> ValueKind.KANA.read("佐藤", TODAY)).isInstanceOf(WrongValue.class);
        assertThat(inPlan("990019", "/resident/kana", "佐藤")).map(FieldProblem::kind).contains("not-kana");
    }

    private static Optional<FieldProblem> inPlan(String code, String pointer, String typed) {
        FormField field = TestForms.load(code).field(pointer).orElseThrow();
        return FieldRule.problem(field, pointer, field.kind().normalise(field, TextNode.valueOf(typed)), TODAY);
    }

    private static JsonNode kept(String pointer, String typed) {
        FormField field = TestForms.load("990019").field(pointer).orElseThrow();
        return field.kind().normalise(field, TextNode.valueOf(typed));
    }
}
