package jp.michishirube.notification;

import java.util.Map;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.organization.People;
import org.springframework.stereotype.Component;

/** The case's own history says who was mailed about what. */
@Component
class MailHistory {

    private final CaseFiles cases;
    private final Timeline timeline;
    private final People people;

    MailHistory(CaseFiles cases, Timeline timeline, People people) {
        this.cases = cases;
        this.timeline = timeline;
        this.people = people;
    }

    /** A digest, and a mail to the city, is about no one case and stands in none. */
    void sent(MailBox.Mail mail) {
        if (mail.template().equals(DailyDigest.TEMPLATE) || MailToCity.isFor(mail.template()) || mail.args().isEmpty()) {
            return;
        }
        String to = people.name(mail.personId());
        cases.find(new CaseNumber(mail.args()))
                .ifPresent(file -> timeline.append(file.id(), "mail-sent", Map.of("to", to, "notice", mail.template())));
    }
}
