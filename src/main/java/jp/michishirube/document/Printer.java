package jp.michishirube.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.document.PrintedPlan.Words;
import jp.michishirube.municipality.Folders;
import org.springframework.stereotype.Component;

/**
 * Everything that goes on paper, as PDF. Templates are the files of {@code reports/}; a municipality replaces one by putting its own
 * of the same name into its folder. Safe for any number of threads.
 *
 * <p>All methods refuse with {@code print-template-missing} or {@code print-template-broken} (503), naming the file, when the template
 * cannot be used.
 */
@Component
public class Printer {

    private final Templates templates;
    private final NameGlyphs glyphs;
    private final EasyWords easy;
    private final Drawable draftMark;

    public Printer(Folders folders, NameGlyphs glyphs) {
        this.templates = new Templates(folders);
        this.glyphs = glyphs;
        this.easy = new EasyWords(folders);
        this.draftMark = new DraftMark(glyphs.fontFor("案"));
    }

    /** @see #print for the place of the signature too */
    public byte[] plan(PrintedPlan plan) {
        return print(plan).pdf();
    }

    public Printed print(PrintedPlan wanted) {
        String hash = wanted.contentHash();
        PrintedPlan plan = wanted.layout().words() == Words.EASY ? wanted.reworded(easy::say) : wanted;
        Template template = templates.get(plan.layout().template(), plan.layout().size());
        PrintedPlan.Head head = plan.head();
        PrintedPlan.Foot foot = plan.foot();
        Map<String, Object> values = new HashMap<>();
        values.put("title", head.title());
        values.put("municipality", head.municipality());
        values.put("number", head.number());
        values.put("person", glyphs.styled(head.person()));
        values.put("version", head.version());
        values.put("date", Dates.full(head.date()));
        values.put("author", glyphs.styled(head.author()));
        values.put("disclaimer", foot.disclaimer());
        values.put("copyFor", foot.copyFor() == null ? null : glyphs.styled(foot.copyFor()));
        values.put("draft", foot.draft());
        values.put("signature", foot.signature());
        values.put("hash", hash);
        values.put("qr", Picture.of(QrCode.of(foot.qr())));
        values.put("draftMark", foot.draft() ? Picture.of(draftMark) : null);
        Pdf.Part sheets = new Pdf.Part(template, values, new LineSource<>(PlanLines.of(plan, template.grid(), glyphs), Line::field));
        return Pdf.write(plan.card() == null ? List.of(sheets) : List.of(card(plan, values), sheets), head.title());
    }

    /** Page one shares what stands on every page with the sheets behind it. */
    private Pdf.Part card(PrintedPlan plan, Map<String, Object> common) {
        PrintedCard card = plan.card();
        Map<String, Object> values = new HashMap<>(common);
        values.put("heading", card.heading());
        values.put("reading", card.reading());
        values.put("address", glyphs.styled(card.address()));
        values.put("seal", card.seal());
        values.put("map", card.map() == null ? null : Picture.of(card.map()));
        return new Pdf.Part(templates.get("card", plan.layout().size()), values,
                new LineSource<>(card.lines(), (line, name) -> name.equals("label") ? line.label() : glyphs.styled(line.text())));
    }

    /** Photos side by side with their captions, for {@link PrintedPlan.Section#picture}. */
    public Drawable photos(List<Photo> photos) {
        return new PhotoRow(photos, glyphs.fontFor("図"));
    }

    /** @return what of the plan does not come out as written, as 見出し: 文字; for the officer to see before the paper goes out */
    public List<String> unprintable(PrintedPlan plan) {
        Set<String> lost = new LinkedHashSet<>();
        glyphs.unprintable(plan.head().person()).forEach(c -> lost.add(c));
        for (PrintedPlan.Section section : plan.sections()) {
            for (PrintedPlan.Row row : section.rows()) {
                glyphs.unprintable(row.value()).forEach(c -> lost.add(section.title() + "「" + row.label() + "」: " + c));
            }
        }
        return List.copyOf(lost);
    }

    public byte[] notice(PrintedNotice notice) {
        Template template = templates.get(notice.template(), notice.size());
        Map<String, Object> values = new HashMap<>();
        values.put("title", notice.title());
        values.put("municipality", notice.municipality());
        values.put("number", notice.number());
        values.put("person", notice.person() == null ? null : glyphs.styled(notice.person()));
        values.put("date", notice.date() == null ? null : Dates.full(notice.date()));
        values.put("noticeId", notice.noticeId());
        values.put("signature", notice.signature());
        values.put("qr", Picture.of(QrCode.of(notice.qr())));
        List<String[]> lines = new ArrayList<>();
        notice.parts().forEach(p -> lines.add(new String[] {"PART", p.heading(), glyphs.styled(p.text())}));
        notice.choices().forEach(c -> lines.add(new String[] {c.ticked() ? "TICKED" : "CHOICE", "", glyphs.styled(c.text())}));
        return Pdf.write(template, values, new LineSource<>(lines, Printer::noticeField), notice.title()).pdf();
    }

    public byte[] letter(PrintedLetter letter) {
        Map<String, Object> values = new HashMap<>();
        values.put("sender", String.join("\n", letter.sender()));
        values.put("date", Dates.full(letter.date()));
        values.put("postalCode", letter.postalCode());
        values.put("address", glyphs.styled(letter.address()));
        values.put("person", glyphs.styled(letter.person()));
        values.put("title", letter.title());
        values.put("mark", letter.mark());
        values.put("qr", Picture.of(QrCode.of(letter.qr())));
        values.put("typed", letter.typed());
        List<String[]> lines = new ArrayList<>();
        if (letter.code() != null) {
            lines.add(new String[] {"CODE", letter.codeLabel(), letter.code()});
        }
        letter.parts().forEach(p -> lines.add(new String[] {"PART", p.heading(), glyphs.styled(p.text())}));
        return Pdf.write(templates.get("letter", Size.NORMAL), values, new LineSource<>(lines, Printer::noticeField), letter.title()).pdf();
    }

    public byte[] list(PrintedList list) {
        Template template = templates.get(list.columns().size() > 5 ? "list-wide" : "list",
                list.columns().stream().map(PrintedList.Column::weight).toList());
        Map<String, Object> values = new HashMap<>();
        values.put("title", list.title());
        values.put("municipality", list.municipality());
        values.put("reader", glyphs.styled(list.reader()));
        values.put("date", Dates.full(list.date()));
        values.put("ground", list.ground());
        values.put("count", list.rows().size());
        for (int i = 0; i < list.columns().size(); i++) {
            values.put("h" + (i + 1), list.columns().get(i).title());
        }
        return Pdf.write(template, values, new LineSource<>(list.rows(), this::listField), list.title()).pdf();
    }

    public byte[] labels(PrintedLabels labels) {
        return Pdf.write(templates.get("labels", Size.NORMAL), new HashMap<>(), new LineSource<>(labels.labels(), this::labelField),
                "labels").pdf();
    }

    private static Object noticeField(String[] line, String name) {
        return switch (name) {
            case "kind" -> line[0];
            case "heading" -> line[1];
            default -> line[2];
        };
    }

    private Object listField(List<String> row, String name) {
        int column = name.charAt(1) - '1';
        return column < row.size() ? glyphs.styled(row.get(column)) : "";
    }

    private Object labelField(PrintedLabels.Label label, String name) {
        return switch (name) {
            case "postalCode" -> label.postalCode() == null || label.postalCode().isBlank() ? "" : "〒" + label.postalCode();
            case "address" -> glyphs.styled(label.address());
            case "name" -> glyphs.styled(label.name());
            default -> label.code();
        };
    }
}
