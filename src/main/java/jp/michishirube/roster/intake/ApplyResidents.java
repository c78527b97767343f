package jp.michishirube.roster.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.ProtectResident;
import jp.michishirube.roster.assign.CurrentAssignmentRule;
import jp.michishirube.roster.entry.ActOnCase;
import jp.michishirube.roster.entry.Entries;
import jp.michishirube.roster.entry.KnownPerson;
import jp.michishirube.roster.entry.RowToApply;
import jp.michishirube.roster.entry.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a residents' file does: opens cases for new people, acts on the cases of changed ones, ends those of people who left. */
@Component
class ApplyResidents {

    private final Entries entries;
    private final OpenCase openCase;
    private final ActOnCase act;
    private final CurrentAssignmentRule currentRule;
    private final ObjectProvider<ProtectResident> protectResident;

    ApplyResidents(Entries entries, OpenCase openCase, ActOnCase act, CurrentAssignmentRule currentRule, ObjectProvider<ProtectResident> protectResident) {
        this.entries = entries;
        this.openCase = openCase;
        this.act = act;
        this.currentRule = currentRule;
        this.protectResident = protectResident;
    }

    /** Somebody whose case is to be opened, and what her entry says once it is; {@code known} for somebody who is back. */
    private record Newcomer(Long known, String number, RowToApply row, Map<String, String> data) {

        Entries.Write with(CaseId caseId) {
            return new Entries.Write(known, number, row, data, caseId);
        }
    }

    /** Within the caller's transaction. */
    void apply(long intake, List<RowToApply> rows) {
        Map<Long, KnownPerson> known = entries.known(rows.stream().map(RowToApply::entry).filter(Objects::nonNull).toList());
        List<Newcomer> newcomers = new ArrayList<>();
        List<Entries.Write> fresh = new ArrayList<>();
        List<Entries.Write> changed = new ArrayList<>();
        // told only once the roster itself says so: whoever listens reads it
        List<Runnable> acts = new ArrayList<>();
        for (RowToApply row : rows) {
            KnownPerson person = row.entry() == null ? null : known.get(row.entry());
            if (row.isNew()) {
                String number = row.cityNumber() == null ? entries.ownNumber() : row.cityNumber();
                Newcomer newcomer = new Newcomer(null, number, row, row.data());
                if (row.eligible()) {
                    newcomers.add(newcomer);
                } else {
                    fresh.add(newcomer.with(null));
                }
            } else if (person == null) {
                // judged to be the same as another row of this file: that one has spoken
                continue;
            } else if (row.isLeaving()) {
                leave(intake, row, person);
            } else {
                change(row, person, newcomers, changed, acts);
            }
        }
        List<Entries.Write> opened = open(newcomers);
        opened.forEach(o -> (o.id() == null ? fresh : changed).add(o));
        entries.insert(intake, fresh);
        entries.update(intake, changed);
        opened.addAll(fresh);
        acts.forEach(Runnable::run);
        protect(opened, rows, known);
    }

    /** Whom the list names as protected (支援措置) is so from this transaction on; a list that is silent about it changes nothing. */
    private void protect(List<Entries.Write> opened, List<RowToApply> rows, Map<Long, KnownPerson> known) {
        List<Long> residents = new ArrayList<>();
        for (RowToApply row : rows) {
            KnownPerson person = row.entry() == null ? null : known.get(row.entry());
            if (row.get("protected").equals("true") && !row.isLeaving() && (row.isNew() || person != null)) {
                Map<String, String> data = row.isNew() ? row.data() : person.with(row.data());
                String number = opened.stream().filter(w -> w.row() == row).map(Entries.Write::cityNumber).findFirst()
                        .orElseGet(() -> row.cityNumber() == null && person != null ? person.cityNumber() : row.cityNumber());
                residents.add(openCase.put(Entries.resident(number, data)));
            }
        }
        if (!residents.isEmpty()) {
            protectResident.getObject().byRoster(residents);
        }
    }

    private List<Entries.Write> open(List<Newcomer> newcomers) {
        Supplier<CurrentAssignmentRule.Choice> choice = currentRule.lazily();
        List<CaseFile> cases = openCase.open(newcomers.stream().map(n -> new OpenCase.Opening(Entries.resident(n.number(), n.data()),
                choice.get().office(n.data()), n.row().priority())).toList());
        List<Entries.Write> opened = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            opened.add(newcomers.get(i).with(cases.get(i).id()));
        }
        return opened;
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

    private void change(RowToApply row, KnownPerson person, List<Newcomer> newcomers, List<Entries.Write> changed, List<Runnable> acts) {
        Newcomer now = new Newcomer(person.id(), row.cityNumber() == null ? person.cityNumber() : row.cityNumber(), row, person.with(row.data()));
        CaseId caseId = person.caseId() == null ? null : new CaseId(person.caseId());
        boolean back = !person.listed();
        if (row.eligible() && (caseId == null || back)) {
            newcomers.add(now);
            return;
        }
        if (caseId != null) {
            acts.add(() -> act.changed(caseId, person, now.number(), now.data(), row));
        }
        changed.add(now.with(caseId));
    }
}
