package jp.michishirube.sharing.supporter;

import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.notification.MailAddress;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.SharedWithSupporter;
import jp.michishirube.sharing.channel.Message;
import jp.michishirube.sharing.channel.Occasion;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.RevokePass;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a supporter the link to the own page: by mail, by LINE once it is linked, or into the hand. The code goes another way. */
@Component
class GiveLink {

    /** Plans are looked at anew each year; so is who may open a link. */
    private static final Period LIFE = Period.ofMonths(13);

    private final SharedWithSupporter shared;
    private final Contacts contacts;
    private final RevokePass revoke;
    private final IssuePass issue;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    GiveLink(SharedWithSupporter shared, Contacts contacts, RevokePass revoke, IssuePass issue, Outbox outbox, Timeline timeline, Clock clock) {
        this.shared = shared;
        this.contacts = contacts;
        this.revoke = revoke;
        this.issue = issue;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * An earlier link of the same supporter opens nothing from now on.
     *
     * @param name of the supporter, for the timeline
     * @param mail needed for {@link Way#MAIL}
     * @param pair whether a person has compared supporter and resident: letters to the wrong one were leaks elsewhere
     * @return what to tell the supporter; the code never together with the address
     * @throws Problem {@code supporter-link-invalid} (422); {@code supporter-link-not-now} (409) while nothing may be given to them
     */
    @Transactional
    IssuePass.Issued give(CaseFile file, String supporterKey, String name, Way way, String mail, Locale language, boolean pair) {
        boolean mailed = way == Way.MAIL;
        if (mailed && MailAddress.of(mail).isEmpty()) {
            throw Problem.invalid("supporter-link-invalid", List.of(new FieldProblem("mail", mail.isBlank() ? "mail-required" : "mail-unreadable")));
        }
        if (!pair) {
            throw Problem.invalid("supporter-link-invalid", List.of(new FieldProblem("pair", "pair")));
        }
        if (!shared.mayHave(file.id(), supporterKey)) {
            throw Problem.conflict("supporter-link-not-now");
        }
        if (way == Way.LINE && contacts.find(file.resident().id(), supporterKey).flatMap(c -> contacts.address(c.holder().key(), Way.LINE)).isEmpty()) {
            throw Problem.invalid("supporter-link-invalid", List.of(new FieldProblem("way", "line-not-linked")));
        }
        String kept = mail.isBlank() ? null : mail.strip();
        Contact contact = contacts.keep(file.resident().id(), supporterKey, kept, language);
        revoke.of(PassKind.SUPPORTER, contact.holder());
        outbox.stop(contact.holder(), "REPLACED");
        shared.begin(file.id(), supporterKey);
        IssuePass.Issued issued = issue.issue(PassKind.SUPPORTER, contact.holder(), scope(file), clock.instant().atZone(WorkingDays.JAPAN).plus(LIFE).toInstant());
        outbox.put(new Message("supporter page " + issued.id(), contact.holder(), way, Occasion.SUPPORTER_PAGE, "supporter-page", issued, file.id(), language));
        timeline.append(file.id(), mailed ? "supporter-link-mailed" : way == Way.LINE ? "supporter-link-lined" : "supporter-link-handed", java.util.Map.of("name", name));
        return issued;
    }

    static String scope(CaseFile file) {
        return "case " + file.id().value();
    }
}
