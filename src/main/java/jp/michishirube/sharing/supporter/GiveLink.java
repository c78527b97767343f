package jp.michishirube.sharing.supporter;

import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.RevokePass;
import jp.michishirube.sharing.telephone.Telephone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a supporter the link to the own page: by mail, by LINE once it is linked, or into the hand. The code goes another way. */
@Component
class GiveLink {

    /** Plans are looked at anew each year; so is who may open a link. */
    private static final Period LIFE = Period.ofMonths(13);
    private static final Map<Way, String> EVENTS = Map.of(Way.MAIL, "supporter-link-mailed", Way.LINE, "supporter-link-lined", Way.SMS, "supporter-link-texted",
            Way.LINK, "supporter-link-handed");

    private final SharedWithSupporter shared;
    private final Contacts contacts;
    private final KeepVolunteerContact volunteers;
    private final RevokePass revoke;
    private final IssuePass issue;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    GiveLink(SharedWithSupporter shared, Contacts contacts, KeepVolunteerContact volunteers, RevokePass revoke, IssuePass issue, Outbox outbox, Timeline timeline, Clock clock) {
        this.shared = shared;
        this.contacts = contacts;
        this.volunteers = volunteers;
        this.revoke = revoke;
        this.issue = issue;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * How a supporter is to get it.
     *
     * @param mail  needed for {@link Way#MAIL}
     * @param phone needed for {@link Way#SMS} and a call
     * @param pair  whether a person has compared supporter and resident: letters to the wrong one were leaks elsewhere
     * @param call  whether a machine calls and tells the code; else a person does
     */
    record Order(Way way, String mail, String phone, Locale language, boolean pair, boolean call) {}

    /**
     * An earlier link of the same supporter opens nothing from now on.
     *
     * @param name of the supporter, for the timeline
     * @return what to tell the supporter; the code never together with the address
     * @throws Problem {@code supporter-link-invalid} (422); {@code supporter-link-not-now} (409) while nothing may be given to them
     */
    @Transactional
    IssuePass.Issued give(CaseFile file, String supporterKey, String name, Order order) {
        Optional<Telephone> phone = Telephone.of(order.phone());
        mistake(order, phone).ifPresent(m -> {
            throw Problem.invalid("supporter-link-invalid", List.of(m));
        });
        if (!shared.mayHave(file.id(), supporterKey)) {
            throw Problem.conflict("supporter-link-not-now");
        }
        Way way = order.way();
        if (way == Way.LINE && contacts.find(file.resident().id(), supporterKey).flatMap(c -> contacts.address(c.holder().key(), Way.LINE)).isEmpty()) {
            throw Problem.invalid("supporter-link-invalid", List.of(new FieldProblem("way", "line-not-linked")));
        }
        Contact contact = contacts.keep(file.resident().id(), supporterKey, order.mail().isBlank() ? null : order.mail().strip(),
                phone.map(Telephone::number).orElse(null), order.language());
        revoke.of(PassKind.SUPPORTER, contact.holder());
        outbox.stop(contact.holder(), "REPLACED");
        shared.begin(file.id(), supporterKey);
        boolean own = contact.volunteerId() != null && volunteers.isOwn(contact.volunteerId(), way, contact.mail(), contact.phone());
        IssuePass.Issued issued = issue.issue(PassKind.SUPPORTER, contact.holder(), own ? Pass.own(scope(file)) : scope(file), clock.instant().atZone(WorkingDays.JAPAN).plus(LIFE).toInstant());
        outbox.put(new Message("supporter page " + issued.id(), contact.holder(), way, Occasion.SUPPORTER_PAGE, "supporter-page", issued, file.id(), order.language()));
        if (order.call()) {
            outbox.put(new Message("supporter code " + issued.id(), contact.holder(), Way.VOICE, Occasion.PASS_CODE, "supporter-code", issued, file.id(), order.language()));
        }
        timeline.append(file.id(), EVENTS.get(way), Map.of("name", name));
        return issued;
    }

    /** Link and code by the same telephone would both reach a stranger where one digit is wrong. */
    private static Optional<FieldProblem> mistake(Order order, Optional<Telephone> phone) {
        if (order.way() == Way.MAIL && MailAddress.of(order.mail()).isEmpty()) {
            return Optional.of(new FieldProblem("mail", order.mail().isBlank() ? "mail-required" : "mail-unreadable"));
        }
        if (!order.phone().isBlank() && phone.isEmpty() || order.call() && phone.isEmpty()) {
            return Optional.of(new FieldProblem("phone", "phone-unreadable"));
        }
        if (order.way() == Way.SMS && phone.filter(Telephone::isMobile).isEmpty()) {
            return Optional.of(new FieldProblem("phone", "phone-no-sms"));
        }
        if (order.way() == Way.SMS && order.call()) {
            return Optional.of(new FieldProblem("call", "same-phone"));
        }
        return order.pair() ? Optional.empty() : Optional.of(new FieldProblem("pair", "pair"));
    }

    static String scope(CaseFile file) {
        return "case " + file.id().value();
    }
}
