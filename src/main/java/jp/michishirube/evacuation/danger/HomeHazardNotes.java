package jp.michishirube.evacuation.danger;

import java.util.List;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.evacuation.hazard.Exactness;
import jp.michishirube.evacuation.hazard.HazardArea;
import jp.michishirube.evacuation.hazard.HazardsAt;
import jp.michishirube.evacuation.hazard.Home;
import jp.michishirube.evacuation.hazard.Homes;
import jp.michishirube.plan.interview.FieldNotes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says above the form which hazards the municipality's maps show at the resident's home. */
@Component
class HomeHazardNotes implements FieldNotes {

    private final CaseFiles cases;
    private final Homes homes;
    private final HazardsAt hazardsAt;
    private final Dangers dangers;
    private final MessageSource messages;

    HomeHazardNotes(CaseFiles cases, Homes homes, HazardsAt hazardsAt, Dangers dangers, MessageSource messages) {
        this.cases = cases;
        this.homes = homes;
        this.hazardsAt = hazardsAt;
        this.dangers = dangers;
        this.messages = messages;
    }

    @Override
    public List<FieldNote> of(CaseId caseId) {
        CaseFile file = cases.get(caseId);
        Home home = homes.of(file.resident()).orElse(null);
        List<HazardArea> here = home == null ? List.of() : hazardsAt.gravest(home.position());
        if (here.isEmpty()) {
            return List.of();
        }
        String areas = here.stream().map(dangers::areaLabel).collect(Collectors.joining("、"));
        return List.of(new FieldNote("", "evacuation.note.home", areas, by(home), "/cases/" + file.number() + "/route", false));
    }

    private String by(Home home) {
        String origin = messages.getMessage(home.origin().messageKey(), null, LocaleContextHolder.getLocale());
        return home.exactness() == Exactness.DOOR ? origin
                : origin + messages.getMessage(home.exactness().messageKey(), null, LocaleContextHolder.getLocale());
    }
}
