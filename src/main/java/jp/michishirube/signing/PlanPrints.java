package jp.michishirube.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.document.Drawable;
import jp.michishirube.document.PlanMap;
import jp.michishirube.document.PrintedPlan;
import jp.michishirube.document.PrintedPlan.Section;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.plan.FieldKind;
import jp.michishirube.plan.FormField;
import jp.michishirube.plan.FormSection;
import jp.michishirube.plan.PlanForm;
import jp.michishirube.plan.PlanForms;
import jp.michishirube.plan.Submission;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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
    private final PrintPolicy policy;
    private final String baseUrl;

    PlanPrints(PlanForms forms, Municipality municipality, Offices offices, ObjectProvider<PlanMap> maps, PlanRows rows,
            @Value("${michishirube.base-url:}") String baseUrl) {
        this.forms = forms;
        this.municipality = municipality;
        this.offices = offices;
        this.maps = maps;
        this.rows = rows;
        this.policy = municipality.section("print", PrintPolicy.class);
        this.baseUrl = baseUrl;
    }

    /** The whole plan as handed in. */
    public PrintedPlan of(CaseFile file, Submission submission, boolean draft) {
        return print(file, forms.version(submission.formVersion()), submission.answers(), submission.provenance(), submission.version(),
                submission.at(), draft, null, field -> true);
    }

    /**
     * A recipient's copy, not for signature.
     *
     * @param sees    which fields the recipient may have; for rows asked per column
     * @param copyFor for whom and on which ground, printed on top
     */
    public PrintedPlan copy(CaseFile file, Submission submission, Predicate<FormField> sees, String copyFor) {
        return print(file, forms.version(submission.formVersion()), submission.answers(), submission.provenance(), submission.version(),
                submission.at(), false, copyFor, sees);
    }

    /** What is being written, before it was ever handed in. */
    PrintedPlan unfinished(CaseFile file, String formVersion, ObjectNode answers, JsonNode provenance, Instant at) {
        return print(file, forms.version(formVersion), answers, provenance, 0, at, true, null, field -> true);
    }

    private PrintedPlan print(CaseFile file, PlanForm form, ObjectNode answers, JsonNode provenance, int version, Instant at,
            boolean draft, String copyFor, Predicate<FormField> sees) {
        List<Section> sections = form.sections().stream()
                .map(s -> section(form, s, answers, draft ? provenance : null, sees)).filter(s -> !s.rows().isEmpty()).toList();
        Optional<FormField> drawing = form.fields().filter(f -> f.kind() == FieldKind.DRAWING).findFirst();
        String mapSection = drawing.map(f -> f.pointer().split("/")[1]).orElse("route");
        Drawable map = drawing.isPresent() && !sees.test(drawing.get()) ? null
                : maps.stream().flatMap(m -> m.of(file.id().value(), version).stream()).findFirst().orElse(null);
        return new PrintedPlan(PrintedPlan.Layout.of(template(form)),
                new PrintedPlan.Head(form.title(Locale.JAPANESE), municipality.name(), file.number().value(), file.resident().name(), version,
                        LocalDate.ofInstant(at, JAPAN), author(file), mapSection),
                sections, map, new PrintedPlan.Foot(baseUrl.isBlank() ? null : baseUrl + "/cases/" + file.number(),
                        form.disclaimer(Locale.JAPANESE), copyFor, draft, copyFor == null && !draft));
    }

    private Section section(PlanForm form, FormSection section, ObjectNode answers, JsonNode provenance, Predicate<FormField> sees) {
        boolean timeline = "timeline".equals(form.schema().path("properties").path(section.key()).path("x-print").asText())
                || section.key().equals("timeline");
        Stream<PrintedPlan.Row> printed = section.fields().stream().flatMap(f -> rows.of(f, answers, provenance, sees));
        return new Section(section.key(), section.title(Locale.JAPANESE), printed.toList(),
                timeline ? PrintedPlan.Look.TIMELINE : PrintedPlan.Look.CELLS, null);
    }

    private String template(PlanForm form) {
        String own = form.schema().path("x-report").asText("");
        return own.isBlank() ? policy.plan() : own;
    }

    private String author(CaseFile file) {
        return file.office() == null ? "" : offices.find(file.office()).map(Office::name).orElse("");
    }
}
