package jp.michishirube.roster.entry;

import java.time.Clock;
import java.time.LocalDate;
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
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a change on the roster does to the case of the person, within the caller's transaction. */
@Component
public class ActOnCase {

    private static final Set<String> HEAD = Set.of("cityOsId", "name", "kana", "birthDate", "sex", "postalCode", "address", "phone", "area");

    private final CaseFiles cases;
    private final CaseProcess process;
    private final CorrectCase correct;
    private final Offices offices;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final MessageSource texts;
    private final Clock clock;

    ActOnCase(CaseFiles cases, CaseProcess process, CorrectCase correct, Offices offices, Timeline timeline, ApplicationEventPublisher events,
            MessageSource texts, Clock clock) {
        this.cases = cases;
        this.process = process;
        this.correct = correct;
        this.offices = offices;
        this.timeline = timeline;
        this.events = events;
        this.texts = texts;
        this.clock = clock;
    }

    /** Ends the case if it runs; what was shared is recalled by those who listen. */
    public void leftRoster(CaseId caseId, String reason) {
        process.stop(caseId, CaseProcess.StopReason.LEFT_ROSTER);
        timeline.append(caseId, "roster-left", Map.of("reason", text("roster.left." + kind(reason))));
        events.publishEvent(new LeftRoster(caseId));
    }

    public void changed(CaseId caseId, KnownPerson before, String number, Map<String, String> data, RowToApply row) {
        changed(caseId, before, number, data, row.data(), row.priority());
    }

    /** The same for a value set right by hand; the priority stays as it was. */
    void corrected(CaseId caseId, KnownPerson before, Map<String, String> said, Map<String, String> data) {
        changed(caseId, before, before.cityNumber(), data, said, cases.get(caseId).priority());
    }

    private void changed(CaseId caseId, KnownPerson before, String number, Map<String, String> data, Map<String, String> said, int priority) {
        Set<String> keys = before.changes(said);
        CaseFile caseFile = cases.get(caseId);
        boolean renumbered = !number.equals(before.cityNumber());
        if (renumbered || keys.stream().anyMatch(HEAD::contains) || priority != caseFile.priority()) {
            correct.correct(caseId, Entries.resident(number, data), priority);
        }
        if (keys.isEmpty()) {
            return;
        }
        timeline.append(caseId, "roster-changed",
                Map.of("fields", keys.stream().map(k -> text("roster.field." + k)).collect(Collectors.joining("、"))));
        if (keys.contains("address")) {
            timeline.append(caseId, "roster-address-changed");
            events.publishEvent(new AddressChanged(caseId));
        }
        String office = data.getOrDefault("office", "");
        if (keys.contains("office") && !office.isEmpty() && !office.equals(caseFile.office())
                && offices.find(office).filter(o -> o.contract(LocalDate.now(clock)) == Office.Contract.RUNS).isPresent()) {
            cases.assign(caseId, office, text("roster.assign-reason.roster"));
        }
    }

    private static String kind(String reason) {
        return switch (reason) {
            case "死亡" -> "died";
            case "施設入所" -> "facility";
            case "転出" -> "moved";
            case "" -> "gone";
            default -> "other";
        };
    }

    private String text(String key) {
        return texts.getMessage(key, null, key, Locale.JAPANESE);
    }
}
