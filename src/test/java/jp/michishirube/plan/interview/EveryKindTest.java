package jp.michishirube.plan.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.michishirube.plan.form.AnswerText;
import jp.michishirube.plan.form.Completeness;
import jp.michishirube.plan.form.FieldRule;
import jp.michishirube.plan.form.FieldValue;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormField;
import jp.michishirube.plan.form.FormReader;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.TestForms;
import jp.michishirube.problem.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form that asks one question of each kind: what each keeps, what it refuses, and when its follow-up questions apply. */
class EveryKindTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final PlanForm FORM = form("""
            {"title": "すべての種類", "x-version": "1", "type": "object", "properties": {
              "a": {"type": "object", "title": "一つずつ", "properties": {
                "text": {"type": "string", "maxLength": 10, "title": "文", "x-kind": "text"},
                "long": {"type": "string", "maxLength": 20, "title": "長い文", "x-kind": "longText"},
                "kana": {"type": "string", "maxLength": 20, "title": "かな", "x-kind": "kana"},
                "date": {"type": "string", "title": "日", "x-kind": "date", "x-past": true},
                "phone": {"type": "string", "maxLength": 30, "title": "電話", "x-kind": "phone"},
                "email": {"type": "string", "maxLength": 60, "title": "メール", "x-kind": "email"},
                "postal": {"type": "string", "title": "郵便番号", "x-kind": "postalCode"},
                "address": {"type": "string", "maxLength": 60, "title": "住所", "x-kind": "address"},
                "choice": {"type": "string", "title": "一つ選ぶ", "x-kind": "choice", "oneOf": [{"const": "x", "title": "エ"}, {"const": "other", "title": "その他"}]},
                "choiceOther": {"type": "string", "maxLength": 10, "title": "その他の中身", "x-kind": "text", "x-required": true, "x-when": {"field": "/a/choice", "is": "other"}},
                "choices": {"type": "array", "title": "いくつも選ぶ", "x-kind": "choices", "items": {"type": "string", "oneOf": [{"const": "x", "title": "エ"}, {"const": "y", "title": "ワ"}]}},
                "choicesDetail": {"type": "string", "maxLength": 10, "title": "ワの中身", "x-kind": "text", "x-required": true, "x-when": {"field": "/a/choices", "has": "y"}},
                "yes": {"type": "boolean", "title": "はいかいいえ", "x-kind": "yesNo"},
                "yesDetail": {"type": "string", "maxLength": 10, "title": "はいの中身", "x-kind": "text", "x-required": true, "x-when": {"field": "/a/yes", "is": true}},
                "number": {"type": "integer", "minimum": 0, "maximum": 9, "title": "数", "x-kind": "number", "x-unit": "人"},
                "place": {"type": "object", "title": "場所", "x-kind": "place", "x-place": "site"},
                "photo": {"type": "object", "title": "写真", "x-kind": "photo"},
                "drawing": {"type": "object", "title": "図", "x-kind": "drawing"},
                "file": {"type": "object", "title": "ファイル", "x-kind": "file"}}},
              "people": {"type": "array", "maxItems": 2, "title": "支える人", "x-kind": "group", "x-row": "人", "items": {"type": "object", "properties": {
                "_key": {"type": "string"},
                "party": {"type": "string", "title": "個人・団体", "x-kind": "party", "x-required": true, "oneOf": [{"const": "person", "title": "個人"}, {"const": "organisation", "title": "団体"}]},
                "name": {"type": "string", "maxLength": 20, "title": "名", "x-kind": "text", "x-required": true},
                "contact": {"type": "string", "maxLength": 20, "title": "担当者", "x-kind": "text", "x-required": true, "x-when": {"field": "./party", "is": "organisation"}}}}},
              "gap": {"type": "object", "title": "いないとき", "x-when": {"field": "/people", "empty": true}, "properties": {
                "why": {"type": "string", "maxLength": 20, "title": "わけ", "x-kind": "text", "x-required": true}}}}}""");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text    | "  髙﨑 𠮷野家 "           | "髙﨑 𠮷野家"
            long    | "一\\r\\n二"               | "一\\n二"
            kana    | "ﾐﾁﾉ しるべ"              | "ミチノ　シルベ"
            date    | "昭和16年5月3日"          | "1941-05-03"
            date    | "S16.5.3"                 | "1941-05-03"
            phone   | "０２４２－１２－３４５６" | "0242-12-3456"
            email   | "ａ@example.jp"           | "a@example.jp"
            postal  | "〒9900001"               | "990-0001"
            address | "一丁目２番"              | "一丁目２番"
            choice  | "other"                   | "other"
            choices | ["y","x","x"]             | ["x","y"]
            yes     | "true"                    | true
            number  | "３"                      | 3
            place   | "おばの家"                | {"name":"おばの家"}
            photo   | {"file":3}                | {"file":3}
            drawing | {"file":4}                | {"file":4}
            file    | {"file":5}                | {"file":5}
            """)
    void keepsWhatPeopleMean(String field, String typed, String kept) {
        FormField f = FORM.field("/a/" + field).orElseThrow();
        JsonNode value = FieldValue.normalise(f, json(typed));
        assertThat(value.toString()).isEqualTo(json(kept).toString());
        assertThat(FieldRule.problem(f, f.pointer(), value, TODAY)).isEmpty();
        assertThat(AnswerText.of(f, value, Locale.JAPANESE)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text    | "あいうえおかきくけこさ" | too-long
            text    | "a\\u0000b"              | control-characters
            text    | "一\\n二"                | control-characters
            long    | "a\\u202Eb"              | control-characters
            kana    | "漢字"                   | not-kana
            date    | "昭和65年1月1日"         | no-such-date
            date    | "2025-02-29"             | no-such-date
            date    | "+999999999-12-31"       | no-such-date
            date    | "-999999999-01-01"       | no-such-date
            date    | "2030-01-01"             | in-the-future
            phone   | "なし"                   | not-a-phone
            email   | "a@b"                    | not-a-mail
            postal  | "99-1"                   | not-a-postal-code
            choice  | "palace"                 | unknown-choice
            choices | ["x","z"]                | unknown-choice
            yes     | "maybe"                  | unknown-choice
            number  | "12"                     | too-large
            number  | "1.5"                    | not-a-number
            place   | {"id":"x"}               | wrong-type
            photo   | "../../etc/passwd"       | not-a-file
            """)
    void refusesAtTheFieldWhatItCannotKeep(String field, String typed, String reason) {
        FormField f = FORM.field("/a/" + field).orElseThrow();
        assertThat(FieldRule.problem(f, f.pointer(), FieldValue.normalise(f, json(typed)), TODAY).map(FieldProblem::kind)).contains(reason);
    }

    @Test
    void followUpQuestionsApplyOnlyThen() {
        assertThat(missing("{}")).containsExactly("/gap/why");
        assertThat(missing("""
                {"a": {"choice": "other", "choices": ["y"], "yes": true}, "people": [{"_key": "k1", "party": "organisation", "name": "町内会"}]}"""))
                .containsExactly("/a/choiceOther", "/a/choicesDetail", "/a/yesDetail", "/people/k1/contact");
        assertThat(missing("""
                {"a": {"choice": "x", "choices": ["x"], "yes": false}, "people": [{"_key": "k1", "party": "person", "name": "隣 一郎"}]}""")).isEmpty();
    }

    @Test
    void whatDoesNotApplyOrIsNotAskedIsNotHandedIn() {
        ObjectNode handedIn = FilledPlan.of(FORM, (ObjectNode) json("""
                {"a": {"choice": "x", "choiceOther": "残り", "older": "前の様式の答え"}, "before": {"x": "1"},
                 "people": [{"_key": "k1", "party": "person", "name": "隣", "contact": "残り", "older": "x"}], "gap": {"why": "残り"}}""")).applicable();
        assertThat(handedIn.toString()).isEqualTo("{\"a\":{\"choice\":\"x\"},\"people\":[{\"_key\":\"k1\",\"party\":\"person\",\"name\":\"隣\"}]}");
    }

    private static List<String> missing(String answers) {
        return Completeness.missing(FilledPlan.of(FORM, (ObjectNode) json(answers))).stream().map(FieldProblem::field).toList();
    }

    private static PlanForm form(String schema) {
        List<FormReader.Mistake> mistakes = new ArrayList<>();
        PlanForm form = FormReader.read("990019", json(schema), mistakes);
        assertThat(mistakes).isEmpty();
        return form;
    }

    private static JsonNode json(String text) {
        try {
            return TestForms.JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
