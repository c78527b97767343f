package jp.michishirube.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.OpenCase;
import org.springframework.stereotype.Component;

/** What a residents' file does: opens cases for new people, acts on the cases of changed ones, ends those of people who left. */
@Component
class ApplyResidents {

    private final Entries entries;
    private final OpenCase openCase;
    private final ActOnCase act;
    private final RuleNow ruleNow;

    ApplyResidents(Entries entries, OpenCase openCase, ActOnCase act, RuleNow ruleNow) {
        this.entries = entries;
        this.openCase = openCase;
        this.act = act;
        this.ruleNow = ruleNow;
    }

    /** Within the caller's transaction. */
    void apply(long intake, List<RowToApply> rows) {
        Map<Long, KnownPerson> known = entries.known(rows.stream().map(RowToApply::entry).filter(Objects::nonNull).toList());
        Supplier<RuleNow.Choice> choice = ruleNow.lazily();
        List<Entries.Write> fresh = new ArrayList<>();
        List<Entries.Write> changed = new ArrayList<>();
        // told only once the roster itself says so: whoever listens reads it
        List<Runnable> acts = new ArrayList<>();
        for (RowToApply row : rows) {
            KnownPerson person = row.entry() == null ? null : known.get(row.entry());
            if (row.isNew()) {
                String number = row.cityNumber() == null ? entries.ownNumber() : row.cityNumber();
                fresh.add(new Entries.Write(null, number, row, row.data(), open(row, number, row.data(), choice)));
            } else if (person == null) {
                // judged to be the same as another row of this file: that one has spoken
                continue;
            } else if (row.isLeaving()) {
                leave(intake, row, person);
            } else {
                changed.add(change(row, person, choice, acts));
            }
        }
        entries.insert(intake, fresh);
        entries.update(intake, changed);
        acts.forEach(Runnable::run);
    }

    private CaseId open(RowToApply row, String number, Map<String, String> data, Supplier<RuleNow.Choice> choice) {
        if (!row.eligible()) {
            return null;
        }
        String office = choice.get().office(data);
        return openCase.open(Entries.resident(number, data), office, row.priority()).id();
    }

    private void leave(long intake, RowToApply row, KnownPerson person) {
        Map<String, String> data = new HashMap<>(person.with(row.data()));
        data.remove("left");
        data.remove("leftOn");
        String reason = row.verdict() == Verdict.GONE ? "" : row.get("left");
        entries.leave(intake, person, reason, data);
        if (person.caseId() != null) {
            act.leftRoster(new CaseId(person.caseId()), reason);
        }
    }

    private Entries.Write change(RowToApply row, KnownPerson person, Supplier<RuleNow.Choice> choice, List<Runnable> acts) {
        Map<String, String> data = person.with(row.data());
        String number = row.cityNumber() == null ? person.cityNumber() : row.cityNumber();
        CaseId caseId = person.caseId() == null ? null : new CaseId(person.caseId());
        boolean back = !person.listed();
        if (row.eligible() && (caseId == null || back)) {
            caseId = open(row, number, data, choice);
        } else if (caseId != null) {
            CaseId running = caseId;
            acts.add(() -> act.changed(running, person, number, data, row));
        }
        return new Entries.Write(person.id(), number, row, data, caseId);
    }
}
