package jp.michishirube.review;

import jp.michishirube.casefile.CaseFile;
import jp.michishirube.notification.NoticeKind;
import jp.michishirube.notification.Notify;
import jp.michishirube.organization.People;
import jp.michishirube.plan.versions.Submission;
import org.springframework.stereotype.Component;

/** The news of a submission goes to who handed it in; to the whole office when that person is no longer there. */
@Component
class TellAuthor {

    private final Notify notify;
    private final People people;

    TellAuthor(Notify notify, People people) {
        this.notify = notify;
        this.people = people;
    }

    void tell(CaseFile file, Submission submission, NoticeKind kind) {
        boolean stillThere = people.find(submission.by()).filter(p -> file.office() != null && file.office().equals(p.office())).isPresent();
        if (stillThere) {
            notify.toPerson(submission.by(), kind, file.number());
        } else if (file.office() != null) {
            notify.toOffice(file.office(), kind, file.number());
        }
    }
}
