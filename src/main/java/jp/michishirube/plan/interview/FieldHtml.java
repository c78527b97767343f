package jp.michishirube.plan.interview;

import static jp.michishirube.plan.interview.Html.flag;

import java.util.List;
import java.util.Locale;
import jp.michishirube.plan.form.FieldKind;
import jp.michishirube.plan.kept.PlanTexts;
import jp.michishirube.plan.versions.FieldView;

/**
 * Writes the questions: label with ※必須 or 任意, help and example, where the value came from, remarks, input, error. In Java, because the
 * page has some two hundred of them: with thirty expressions of a template each, they cost ten times the rest of the page. Names are
 * addresses of the form; data-when-* lets the script show and hide what depends on another answer.
 */
final class FieldHtml {

    private final PlanTexts texts;
    private final Locale locale;
    private final String root;
    private final GroupHtml groups;
    private final String required;
    private final String optional;
    private final String clear;

    /**
     * @param root   path before every link of the application
     * @param number of the case
     */
    FieldHtml(PlanTexts texts, Locale locale, String root, String number) {
        this.texts = texts;
        this.locale = locale;
        this.root = root;
        this.groups = new GroupHtml(this, texts, locale, root + "/cases/" + number);
        this.required = texts.get("form.required", locale);
        this.optional = texts.get("form.optional", locale);
        this.clear = texts.get("plan.clear-choice", locale);
    }

    public String all(List<FieldView> fields) {
        Html html = new Html();
        fields.forEach(f -> write(html, f));
        return html.toString();
    }

    void write(Html html, FieldView f) {
        switch (f.kind().look()) {
            case CHOICE, PARTY, CHOICES, YES_NO -> choices(html, f);
            case PLACE -> place(html, f);
            case GROUP -> groups.group(html, f);
            case FILE -> groups.file(html, f);
            case LINE, DATE, LINES -> line(html, f);
        }
    }

    private void choices(Html html, FieldView f) {
        FieldKind.Look look = f.kind().look();
        boolean boxes = look == FieldKind.Look.CHOICES;
        boolean party = look == FieldKind.Look.PARTY;
        html.open("fieldset", "class", css(f), "id", f.getId(), "hidden", flag("hidden", f.away()), "disabled", flag("disabled", f.locked()),
                "data-field", f.name(), "data-kind", boxes || look == FieldKind.Look.YES_NO ? f.kind().word() : null, "data-when-field", f.when().field(),
                "data-when-test", f.when().test(), "data-when-value", f.when().value(), "aria-describedby", f.getDescribedBy());
        html.open("legend");
        label(html, f);
        html.close("legend");
        about(html, f);
        if (!f.locked()) {
            html.open("input", "type", "hidden", "name", "@", "value", f.name());
        }
        html.open("div", "class", boxes ? "choices plan-boxes" : party ? "choices inline boxed" : "choices inline");
        for (FieldView.Option o : f.input().options()) {
            html.open("label", "class", "choice").open("input", "type", boxes ? "checkbox" : "radio", "name", f.name(), "value", o.code(),
                    "checked", flag("checked", o.chosen())).element("span", o.label()).close("label");
        }
        html.close("div");
        if (!boxes && !party && !f.locked() && !f.required()) {
            html.element("button", clear, "type", "button", "class", "button plain small clear-choice", "hidden", "hidden", "data-clear", f.name());
        }
        error(html, f);
        html.close("fieldset");
    }

    private void place(Html html, FieldView f) {
        begin(html, f, "place");
        html.open("select", "class", "input", "id", f.getId(), "name", f.name(), "disabled", flag("disabled", f.locked()), "aria-describedby",
                f.getDescribedBy(), "aria-invalid", flag("true", f.says().error() != null));
        html.element("option", text(f.input().options().isEmpty() ? "plan.place.none-listed" : "plan.place.choose"), "value", "");
        for (FieldView.Option o : f.input().options()) {
            html.element("option", o.label(), "value", o.code(), "selected", flag("selected", o.chosen()));
        }
        html.close("select");
        html.open("label", "class", "plan-sub").element("span", text("plan.place.other"));
        html.open("input", "class", "input half", "type", "text", "maxlength", "200", "autocomplete", "off", "name", f.name() + "#name", "value",
                f.input().other(), "disabled", flag("disabled", f.locked()));
        html.close("label");
        end(html, f);
    }

    private void line(Html html, FieldView f) {
        boolean lines = f.kind().look() == FieldKind.Look.LINES;
        begin(html, f, lines ? null : f.kind().word());
        String invalid = flag("true", f.says().error() != null);
        String max = f.input().maxLength() == 0 ? null : String.valueOf(f.input().maxLength());
        if (lines) {
            html.element("textarea", f.input().value(), "class", "input", "rows", "3", "id", f.getId(), "name", f.name(), "readonly",
                    flag("readonly", f.locked()), "aria-describedby", f.getDescribedBy(), "aria-invalid", invalid, "data-max", max);
        } else {
            html.open("span", "class", "plan-with-unit");
            html.open("input", "class", "input " + f.kind().word(), "type", "text", "autocomplete", "off", "id", f.getId(), "name", f.name(), "value", f.input().value(),
                    "readonly", flag("readonly", f.locked()), "inputmode", f.input().mode(), "aria-describedby", f.getDescribedBy(), "aria-invalid", invalid,
                    "data-max", max);
            if (!f.input().unit().isEmpty()) {
                html.element("span", f.input().unit(), "class", "plan-unit");
            }
            if (f.kind().look() == FieldKind.Look.DATE) {
                html.element("output", f.input().shown(), "class", "plan-shown", "for", f.getId());
            }
            html.close("span");
        }
        end(html, f);
    }

    void begin(Html html, FieldView f, String kind) {
        html.open("div", "class", css(f), "hidden", flag("hidden", f.away()), "data-field", f.name(), "data-kind", kind, "data-when-field", f.when().field(),
                "data-when-test", f.when().test(), "data-when-value", f.when().value());
        html.open("label", "for", f.getId());
        label(html, f);
        html.close("label");
        about(html, f);
    }

    void end(Html html, FieldView f) {
        error(html, f);
        html.close("div");
    }

    void label(Html html, FieldView f) {
        html.element("span", f.says().label()).element("span", f.required() ? required : optional, "class", f.required() ? "req" : "opt");
    }

    void about(Html html, FieldView f) {
        if (!f.says().help().isEmpty() || !f.says().example().isEmpty()) {
            html.open("p", "class", "help", "id", "h-" + f.name()).element("span", f.says().help());
            if (!f.says().example().isEmpty()) {
                html.element("span", texts.get("plan.example", locale, f.says().example()), "class", "plan-example");
            }
            html.close("p");
        }
        if (f.says().badge() != null) {
            html.open("p", "class", "badges", "id", "b-" + f.name()).element("span", f.says().badge().text(), "class", "badge " + f.says().badge().css());
            if (f.says().badge().more() != null) {
                html.element("span", f.says().badge().more(), "class", "plan-more");
            }
            html.close("p");
        }
        f.says().notes().forEach(n -> note(html, n));
    }

    private void note(Html html, FieldView.Note n) {
        html.open("div", "class", n.open() ? "plan-note open" : "plan-note");
        html.open("p").element("span", n.kind(), "class", n.open() ? "badge err" : "badge muted").text(" ").element("span", n.by(), "class", "plan-note-by").close("p");
        html.element("p", n.text(), "class", "plan-note-text");
        if (n.link() != null) {
            html.open("p").element("a", text("plan.answer-note"), "href", root + n.link()).close("p");
        }
        html.close("div");
    }

    void error(Html html, FieldView f) {
        if (f.says().error() != null) {
            html.element("p", f.says().error(), "class", "error", "id", "e-" + f.name());
        }
    }

    private static String css(FieldView f) {
        return f.says().error() == null ? "field" : "field invalid";
    }

    private String text(String key) {
        return texts.get(key, locale);
    }
}
