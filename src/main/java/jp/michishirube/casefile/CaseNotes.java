package jp.michishirube.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All rooms' notes on cases, for those who see more of a case than one step: offices and the city. */
@Component
public class CaseNotes {

    private final ObjectProvider<CaseNote.Source> sources;

    CaseNotes(ObjectProvider<CaseNote.Source> sources) {
        this.sources = sources;
    }

    public Map<CaseId, List<CaseNote>> of(Collection<CaseId> cases, Locale locale) {
        Map<CaseId, List<CaseNote>> all = new HashMap<>();
        if (!cases.isEmpty()) {
            sources.orderedStream().forEach(s -> s.of(cases, locale)
                    .forEach((id, notes) -> all.computeIfAbsent(id, i -> new ArrayList<>()).addAll(notes)));
        }
        return all;
    }
}
