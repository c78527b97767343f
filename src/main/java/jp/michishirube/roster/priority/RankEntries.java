package jp.michishirube.roster.priority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CorrectCase;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.roster.assign.CurrentAssignmentRule;
import jp.michishirube.roster.entry.Entries;
import jp.michishirube.roster.entry.Json;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Ranks some entries by the tables of now, within the caller's transaction: the entries, their running cases, and cases for who needs one. */
@Component
class RankEntries {

    private final JdbcTemplate batch;
    private final PriorityRules rules;
    private final HazardAtAddress hazards;
    private final CaseFiles cases;
    private final CorrectCase correct;
    private final OpenCase openCase;
    private final CurrentAssignmentRule currentRule;
    private final Timeline timeline;

    RankEntries(JdbcTemplate batch, PriorityRules rules, HazardAtAddress hazards, CaseFiles cases, CorrectCase correct, OpenCase openCase,
            CurrentAssignmentRule currentRule, Timeline timeline) {
        this.batch = batch;
        this.rules = rules;
        this.hazards = hazards;
        this.cases = cases;
        this.correct = correct;
        this.openCase = openCase;
        this.currentRule = currentRule;
        this.timeline = timeline;
    }

    /** As stored. @param data as the text it is: what cannot be read concerns this entry alone */
    record Stored(long id, String cityNumber, String data, int priority, Long caseId) {}

    private record Ranked(Stored entry, Map<String, String> data, Priority now) {

        boolean needsCase() {
            return entry.caseId() == null && now.eligible();
        }

        boolean moved() {
            return now.rank() != entry.priority();
        }
    }

    /** @return how many have another rank than before */
    long rank(List<Stored> entries, LocalDate today) {
        List<Ranked> ranked = entries.stream().map(e -> {
            Map<String, String> data = Json.values(e.data());
            return new Ranked(e, data, rules.of(PriorityFacts.of(data, today, hazards::of)));
        }).toList();
        batch.batchUpdate("update roster.entry set priority = ?, eligible = ?, reasons = ?::jsonb, rules = ? where id = ?", ranked.stream()
                .map(r -> new Object[] {r.now().rank(), r.now().eligible(), r.now().reasons().isEmpty() ? null : Json.write(r.now().reasons()),
                    rules.version(), r.entry().id()}).toList());
        ranked.stream().filter(r -> r.entry().caseId() != null && r.moved()).forEach(this::tell);
        open(ranked.stream().filter(Ranked::needsCase).toList());
        return ranked.stream().filter(Ranked::moved).count();
    }

    private void tell(Ranked r) {
        CaseId caseId = new CaseId(r.entry().caseId());
        if (!cases.get(caseId).state().isEnded()) {
            correct.correct(caseId, Entries.resident(r.entry().cityNumber(), r.data()), r.now().rank());
            timeline.append(caseId, "roster-ranked-again", Map.of("from", "" + r.entry().priority(), "to", "" + r.now().rank()));
        }
    }

    private void open(List<Ranked> newcomers) {
        Supplier<CurrentAssignmentRule.Choice> choice = currentRule.lazily();
        List<CaseFile> opened = openCase.open(newcomers.stream().map(r -> new OpenCase.Opening(Entries.resident(r.entry().cityNumber(), r.data()),
                choice.get().office(r.data()), r.now().rank())).toList());
        List<Object[]> links = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            links.add(new Object[] {opened.get(i).id().value(), newcomers.get(i).entry().id()});
        }
        batch.batchUpdate("update roster.entry set case_id = ? where id = ?", links);
    }
}
