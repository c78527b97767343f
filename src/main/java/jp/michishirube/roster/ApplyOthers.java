package jp.michishirube.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
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
        Office.Kind kind = row.get("officeKind").startsWith("居宅") ? Office.Kind.HOME_CARE_SUPPORT : Office.Kind.COMMUNITY_SUPPORT_CENTER;
        String quota = row.data().containsKey("quota") ? row.get("quota") : before == null ? "" : String.valueOf(before.quota());
        String ends = row.data().containsKey("contractEnds") || before == null ? row.get("contractEnds")
                : Objects.toString(before.contractEnds(), "");
        offices.put(new Office(row.get("office"), row.get("officeName"), kind, kept(row, "phone", before == null ? "" : before.phone()),
                kept(row, "areas", before == null ? "" : before.areas()), quota.isEmpty() ? 0 : Integer.parseInt(quota),
                ends.isEmpty() ? null : LocalDate.parse(ends)));
    }

    private static String kept(RowToApply row, String key, String before) {
        return row.data().getOrDefault(key, before);
    }
}
