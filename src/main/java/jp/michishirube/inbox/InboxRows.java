package jp.michishirube.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseNote;
import jp.michishirube.casefile.CaseNotes;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.organization.OfficeNames;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Work items as rows to read: names for codes, days for instants. */
@Component
class InboxRows {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final OfficeNames offices;
    private final People people;
    private final CaseSteps steps;
    private final CaseNotes notes;
    private final MessageSource messages;
    private final Clock clock;

    InboxRows(OfficeNames offices, People people, CaseSteps steps, CaseNotes notes, MessageSource messages, Clock clock) {
        this.offices = offices;
        this.people = people;
        this.steps = steps;
        this.notes = notes;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param overdueDays 0 while not overdue
     * @param mayWork     whether this person works on such a step, so that the row offers to take it
     * @param badges      what rooms note on the case, in words
     */
    record Row(WorkItem item, InboxList.News news, String officeName, String assigneeName, LocalDate due, long overdueDays, long waitingDays,
            boolean mine, boolean mayWork, List<String> badges) {

        public boolean isUnread() {
            return news != InboxList.News.SEEN;
        }
    }

    List<Row> of(List<InboxList.Listed> listed, Person me) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> officeNames = offices.all();
        Map<String, String> personNames = people.names(listed.stream().map(l -> l.item().assignee()).filter(Objects::nonNull).distinct().toList());
        Map<CaseId, List<CaseNote>> noted = listed.size() > InboxList.PAGE ? Map.of()
                : notes.of(listed.stream().map(l -> l.item().caseId()).toList(), LocaleContextHolder.getLocale());
        return listed.stream().map(l -> {
            WorkItem item = l.item();
            LocalDate due = item.dueAt().atZone(TOKYO).toLocalDate();
            String assignee = item.assignee() == null ? null : personNames.get(item.assignee());
            return new Row(item, l.news(), officeNames.getOrDefault(item.office(), item.office()), assignee, due,
                    !item.paused() && item.dueAt().isBefore(clock.instant()) ? Math.max(1, ChronoUnit.DAYS.between(due, today)) : 0,
                    ChronoUnit.DAYS.between(item.waitingSince().atZone(TOKYO).toLocalDate(), today),
                    me.id().equals(item.assignee()), steps.workers(item.step()).stream().anyMatch(me::has),
                    noted.getOrDefault(item.caseId(), List.of()).stream().map(CaseNote::badge).distinct().toList());
        }).toList();
    }

    String text(String key, Locale locale) {
        return messages.getMessage(key, null, key, locale);
    }
}
