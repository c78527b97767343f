package jp.michishirube.roster.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.roster.entry.Entries;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.KnownPerson;
import jp.michishirube.roster.entry.RowToApply;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the files of offices and of assignments do. */
@Component
class ApplyOthers {

    private final Entries entries;
    private final Offices offices;
    private final CaseFiles cases;
    private final MessageSource texts;

    ApplyOthers(Entries entries, Offices offices, CaseFiles cases, MessageSource texts) {
        this.entries = entries;
        this.offices = offices;
        this.cases = cases;
        this.texts = texts;
    }

    /** Within the caller's transaction. */
    void apply(IntakeKind kind, List<RowToApply> rows) {
        if (kind == IntakeKind.OFFICES) {
            rows.forEach(this::office);
            return;
        }
        Map<Long, KnownPerson> known = entries.known(rows.stream().map(RowToApply::entry).filter(Objects::nonNull).toList());
        String reason = texts.getMessage("roster.assign-reason.file", null, Locale.JAPANESE);
        for (RowToApply row : rows) {
            KnownPerson person = known.get(row.entry());
            if (person != null && person.caseId() != null) {
                cases.assign(new CaseId(person.caseId()), row.get("office"), reason);
            }
        }
    }

    private void office(RowToApply row) {
        Office before = offices.find(row.get("office")).orElse(null);
        String quota = row.data().containsKey("quota") ? row.get("quota") : before == null ? "" : String.valueOf(before.quota());
        LocalDate begins = day(row, "contractBegins", before == null ? null : before.contractBegins());
        LocalDate ends = day(row, "contractEnds", before == null ? null : before.contractEnds());
        offices.put(new Office(row.get("office"), row.get("officeName"), new Office.Kind(row.get("officeKind")), kept(row, "phone", before == null ? "" : before.phone()),
                kept(row, "areas", before == null ? "" : before.areas()), quota.isEmpty() ? 0 : Integer.parseInt(quota), begins, ends));
    }

    private static LocalDate day(RowToApply row, String key, LocalDate before) {
        if (!row.data().containsKey(key)) {
            return before;
        }
        return row.get(key).isEmpty() ? null : LocalDate.parse(row.get(key));
    }

    private static String kept(RowToApply row, String key, String before) {
        return row.data().getOrDefault(key, before);
    }
}
