package jp.michishirube.plan.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import jp.michishirube.plan.form.FieldKind;
import jp.michishirube.plan.kept.PlanTexts;
import jp.michishirube.plan.versions.FieldView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

class FieldHtmlTest {

    private static final String EVIL = "\"'><script>alert(1)</script>&";

    private final FieldHtml html = new FieldHtml(new PlanTexts(new StaticMessageSource()), Locale.JAPANESE, "/town", "1");

    @ParameterizedTest
    @ValueSource(strings = {"text", "longText", "date", "choice", "choices", "yesNo", "party", "place", "photo", "drawing", "file", "group"})
    void nothingThatPeopleOrHoldersWroteBecomesMarkup(String kind) {
        String written = html.all(List.of(field(kind, false)));
        assertThat(written).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script").doesNotContain("\"'>");
        assertThat(written).contains("href=\"/town/cases/", "form.required", "badge linked", "class=\"error\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "longText", "date", "choice", "choices", "yesNo", "party", "place"})
    void aClosedQuestionTakesNoInput(String kind) {
        assertThat(html.all(List.of(field(kind, true)))).containsPattern(" (readonly|disabled)=").doesNotContain("name=\"@\"");
    }

    private static FieldView field(String kind, boolean locked) {
        FieldView.Row row = new FieldView.Row(EVIL, "/a/" + EVIL, EVIL, List.of(), new FieldView.Badge("linked", EVIL, EVIL), false);
        FieldView.Says says = new FieldView.Says(EVIL, EVIL, EVIL, new FieldView.Badge("linked", EVIL, EVIL), EVIL,
                List.of(new FieldView.Note(EVIL, EVIL, EVIL, "/cases/1?a=" + EVIL, true)));
        return new FieldView("/a/" + EVIL, FieldKind.of(kind).orElseThrow(), says, true, locked, false, new FieldView.When(EVIL, EVIL, EVIL),
                new FieldView.Input(EVIL, EVIL, List.of(new FieldView.Option(EVIL, EVIL, true)), EVIL, EVIL, 10, null),
                new FieldView.Rows(List.of(row), row, true, false, EVIL, 9));
    }
}
