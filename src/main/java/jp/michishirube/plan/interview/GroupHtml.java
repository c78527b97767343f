package jp.michishirube.plan.interview;

import static jp.michishirube.plan.interview.Html.flag;

import java.util.Locale;
import jp.michishirube.plan.form.FieldKind;
import jp.michishirube.plan.kept.PlanTexts;
import jp.michishirube.plan.versions.FieldView;

/** Writes groups of rows, and files with what is done to them. */
final class GroupHtml {

    private final FieldHtml fields;
    private final PlanTexts texts;
    private final Locale locale;
    private final String casePath;

    GroupHtml(FieldHtml fields, PlanTexts texts, Locale locale, String casePath) {
        this.fields = fields;
        this.texts = texts;
        this.locale = locale;
        this.casePath = casePath;
    }

    void group(Html html, FieldView g) {
        html.open("fieldset", "class", "group plan-group", "id", g.getId(), "hidden", flag("hidden", g.away()), "data-group", g.name(), "data-max-rows",
                String.valueOf(g.group().most()), "data-when-field", g.when().field(), "data-when-test", g.when().test(), "data-when-value", g.when().value(),
                "aria-describedby", g.getDescribedBy());
        html.open("legend");
        fields.label(html, g);
        html.close("legend");
        fields.about(html, g);
        fields.error(html, g);
        html.open("div", "class", "plan-rows");
        g.group().rows().forEach(r -> row(html, g, r));
        html.close("div");
        if (!g.group().fixed()) {
            html.element("p", text("plan.no-rows"), "class", "plan-no-rows", "hidden", flag("hidden", !g.group().rows().isEmpty()));
        }
        if (g.group().blank() != null) {
            html.element("button", text("plan.add-row", g.group().rowLabel()), "class", "button secondary", "type", "submit", "name", "add", "value", g.name(),
                    "hidden", flag("hidden", !g.group().canAdd()));
            html.open("template");
            row(html, g, g.group().blank());
            html.close("template");
        }
        html.close("fieldset");
    }

    private void row(Html html, FieldView g, FieldView.Row r) {
        html.open("div", "class", "plan-row", "role", "group", "id", "row-" + r.name(), "data-row", r.name(), "aria-label", r.label());
        html.open("div", "class", "plan-row-head").element("h4", r.label());
        if (r.badge() != null) {
            html.element("span", r.badge().text(), "class", "badge " + r.badge().css());
        }
        if (!g.group().fixed() && !r.locked()) {
            html.element("button", text("plan.remove-row", r.label()), "class", "button plain small", "type", "submit", "name", "remove", "value", r.name(),
                    "data-remove", r.name());
        }
        html.close("div").open("div", "class", "field-row");
        r.fields().forEach(f -> fields.write(html, f));
        html.close("div").close("div");
    }

    void file(Html html, FieldView f) {
        fields.begin(html, f, "file");
        if (!f.input().value().isEmpty()) {
            html.open("p", "class", "plan-file").element("a", f.input().shown(), "href", casePath + "/files/" + f.input().value());
            if (!f.locked()) {
                html.element("button", text("plan.remove-file"), "class", "button plain small", "type", "submit", "name", "remove-file", "value", f.name());
            }
            html.close("p");
        }
        if (!f.locked()) {
            html.open("input", "type", "file", "id", f.getId(), "name", "file:" + f.name(), "accept",
                    f.kind().source() == FieldKind.Source.ANY ? "image/jpeg,image/png,application/pdf" : "image/jpeg,image/png",
                    "capture", flag("environment", f.kind().source() == FieldKind.Source.CAMERA), "aria-describedby", f.getDescribedBy(), "data-upload", f.name());
        }
        if (f.kind().source() == FieldKind.Source.PEN && !f.locked()) {
            drawing(html);
        }
        fields.end(html, f);
    }

    private void drawing(Html html) {
        html.open("details", "class", "plan-draw", "data-draw", "", "hidden", "hidden").element("summary", text("plan.draw"));
        html.element("p", text("plan.draw.help"), "class", "help");
        html.element("canvas", "", "tabindex", "0", "role", "img", "aria-label", text("plan.draw.name"));
        html.open("p", "class", "plan-decide");
        html.element("button", text("plan.draw.keep"), "class", "button secondary small", "type", "button", "data-draw-keep", "");
        html.element("button", text("plan.draw.clear"), "class", "button plain small", "type", "button", "data-draw-clear", "");
        html.close("p").close("details");
    }

    private String text(String key, Object... args) {
        return texts.get(key, locale, args);
    }
}
