package jp.michishirube.roster;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseProcess;
import jp.michishirube.casefile.CorrectCase;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.Offices;
import jp.michishirube.roster.file.SearchKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a change on the roster does to the case of the person, within the caller's transaction. */
@Component
class ActOnCase {

    private static final Set<String> HEAD = Set.of("cityOsId", "name", "kana", "birthDate", "sex", "postalCode", "address", "phone", "area");

    private final CaseFiles cases;
    private final CaseProcess process;
    private final CorrectCase correct;
    private final Offices offices;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final MessageSource texts;

    ActOnCase(CaseFiles cases, CaseProcess process, CorrectCase correct, Offices offices, Timeline timeline, ApplicationEventPublisher events,
            MessageSource texts) {
        this.cases = cases;
        this.process = process;
        this.correct = correct;
        this.offices = offices;
        this.timeline = timeline;
        this.events = events;
        this.texts = texts;
    }

    /** Ends the case if it runs; what was shared is recalled by those who listen. */
    void leftRoster(CaseId caseId, String reason) {
        process.stop(caseId, CaseProcess.StopReason.LEFT_ROSTER);
        timeline.append(caseId, "roster-left", Map.of("reason", text("roster.left." + kind(reason))));
        events.publishEvent(new LeftRoster(caseId));
    }

    void changed(CaseId caseId, KnownPerson before, String number, Map<String, String> data, RowToApply row) {
        Set<String> keys = before.changes(row.data());
        CaseFile caseFile = cases.get(caseId);
        boolean renumbered = !number.equals(before.cityNumber());
        if (renumbered || keys.stream().anyMatch(HEAD::contains) || row.priority() != caseFile.priority()) {
            correct.correct(caseId, Entries.resident(number, data), row.priority());
        }
        if (keys.isEmpty()) {
            return;
        }
        timeline.append(caseId, "roster-changed",
                Map.of("fields", keys.stream().map(k -> text("roster.field." + k)).collect(Collectors.joining("、"))));
        if (keys.contains("address")
                && !SearchKey.address(before.data().getOrDefault("address", "")).equals(SearchKey.address(data.get("address")))) {
            timeline.append(caseId, "roster-address-changed");
            events.publishEvent(new AddressChanged(caseId));
        }
        String office = data.getOrDefault("office", "");
        if (keys.contains("office") && !office.isEmpty() && !office.equals(caseFile.office()) && offices.find(office).isPresent()) {
            cases.assign(caseId, office, text("roster.assign-reason.roster"));
        }
    }

    private static String kind(String reason) {
        if (reason.contains("死亡")) {
            return "died";
        }
        if (reason.contains("施設") || reason.contains("入所")) {
            return "facility";
        }
        return reason.isEmpty() ? "gone" : "moved";
    }

    private String text(String key) {
        return texts.getMessage(key, null, key, Locale.JAPANESE);
    }
}
