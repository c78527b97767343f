package jp.michishirube.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.document.Drawable;
import jp.michishirube.document.PlanMap;
import jp.michishirube.document.PrintedPlan;
import jp.michishirube.document.PrintedPlan.Section;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.plan.kept.PlanForms;
import jp.michishirube.plan.versions.Submission;
import jp.michishirube.plan.form.AskedSection;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.FormSection;
import jp.michishirube.plan.form.PlanForm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns a plan's answers into what goes on paper, by the form's own definition. */
@Component
public class PlanPrints {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final PlanForms forms;
    private final Municipality municipality;
    private final Offices offices;
    private final ObjectProvider<PlanMap> maps;
    private final PlanRows rows;
    private final BlankRows blank;
    private final PlanPhotos photos;
    private final CardOfPlan card;
    private final PrintPolicy policy;
    private final MessageSource messages;
    private final String baseUrl;

    PlanPrints(PlanForms forms, Municipality municipality, Offices offices, ObjectProvider<PlanMap> maps, PlanRows rows, BlankRows blank, PlanPhotos photos, CardOfPlan card,
            MessageSource messages, @Value("${michishirube.base-url:}") String baseUrl) {
        this.forms = forms;
        this.municipality = municipality;
        this.offices = offices;
        this.maps = maps;
        this.rows = rows;
        this.blank = blank;
        this.photos = photos;
        this.card = card;
        this.policy = municipality.section("print", PrintPolicy.class);
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    /** The whole plan as handed in. */
    public PrintedPlan of(CaseFile file, Submission submission, boolean draft) {
        return print(file, forms.filled(submission), submission.provenance(), submission.version(),
                submission.at(), draft, null, PlanReader.ALL);
    }

    /**
     * A recipient's copy, not for signature; with the map when the reader sees anything of the section it belongs to.
     *
     * @param copyFor for whom, printed on top
     */
    public PrintedPlan copy(CaseFile file, Submission submission, PlanReader reader, String copyFor) {
        return print(file, forms.filled(submission), submission.provenance(), submission.version(),
                submission.at(), false, copyFor, reader);
    }

    /** The same plan with the seal's mark on page one: that it is sealed, since when, and where that is checked. */
    PrintedPlan sealed(PrintedPlan plan, LocalDate on) {
        return plan.card() == null ? plan : plan.with(plan.card().sealed(messages.getMessage(baseUrl.isBlank() ? "signing.card.seal" : "signing.card.seal-at",
                new Object[] {municipality.name(), DateTimeFormatter.ofPattern("yyyy年M月d日").format(on), baseUrl + "/verify"}, Locale.JAPANESE)));
    }

    /** What is being written, before it was ever handed in. */
    PrintedPlan unfinished(CaseFile file, String formVersion, ObjectNode answers, JsonNode provenance, Instant at) {
        return print(file, FilledPlan.of(forms.version(formVersion), answers), provenance, 0, at, true, null, PlanReader.ALL);
    }

    PrintedPlan print(CaseFile file, FilledPlan plan, JsonNode provenance, int version, Instant at, boolean draft, String copyFor,
            PlanReader reader) {
        PlanForm form = plan.form();
        List<Section> sections = plan.sections().stream().map(s -> section(file, form, s, draft ? provenance : null, reader))
                .filter(s -> !s.rows().isEmpty() || s.picture() != null).toList();
        String mapSection = mapSection(form);
        boolean mapSeen = reader == PlanReader.ALL || sections.stream().anyMatch(s -> s.key().equals(mapSection));
        Drawable map = !mapSeen ? null : maps.stream().flatMap(m -> m.of(file.id().value(), version).stream()).findFirst().orElse(null);
        return new PrintedPlan(PrintedPlan.Layout.of(template(form)),
                new PrintedPlan.Head(form.title(Locale.JAPANESE), municipality.name(), file.number().value(), file.resident().name(), version,
                        LocalDate.ofInstant(at, JAPAN), author(file), mapSection),
                policy.card() ? card.of(file, plan, reader, map) : null, sections, map, new PrintedPlan.Foot(baseUrl.isBlank() || copyFor != null ? null : baseUrl + "/cases/" + file.number(),
                        form.disclaimer(Locale.JAPANESE), copyFor, draft, copyFor == null && !draft));
    }

    private Section section(CaseFile file, PlanForm form, AskedSection section, JsonNode provenance, PlanReader reader) {
        List<PrintedPlan.Row> printed = section.asked().flatMap(q -> rows.of(q, provenance, reader)).toList();
        if (printed.isEmpty() && section.applies() && section.section().isFilledByCity() && reader == PlanReader.ALL) {
            // 市記入欄: the city writes in it by hand, on the sealed plan too.
            printed = section.section().fields().stream().filter(f -> f.printed() && !f.kind().isAttachment()).flatMap(f -> blank.of(f).stream()).toList();
        }
        return new Section(section.section().key(), section.section().title(Locale.JAPANESE), printed,
                look(form, section.section()), photos.of(file.id(), section, reader));
    }

    /** The section whose {@code x-print} says {@code map}; else the one in which the places are chosen. */
    private static String mapSection(PlanForm form) {
        return form.sections().stream().filter(s -> form.prints(s, "map")).findFirst()
                .or(() -> form.sections().stream().filter(s -> s.fields().stream()
                        .anyMatch(f -> f.kind().isPlace() || f.columns().stream().anyMatch(c -> c.kind().isPlace()))).findFirst())
                .map(FormSection::key).orElse("");
    }

    static PrintedPlan.Look look(PlanForm form, FormSection section) {
        return form.prints(section, "timeline") ? PrintedPlan.Look.TIMELINE : PrintedPlan.Look.CELLS;
    }

    /** Template below {@code reports/} that the form names, else the municipality's. */
    String template(PlanForm form) {
        String own = form.schema().path("x-report").asText("");
        return own.isBlank() ? policy.plan() : own;
    }

    private String author(CaseFile file) {
        return file.office() == null ? "" : offices.find(file.office()).map(Office::name).orElse("");
    }
}
