package jp.michishirube.sharing.asking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.sharing.channel.Message;
import jp.michishirube.sharing.channel.Occasion;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.pool.Volunteer;
import jp.michishirube.sharing.pool.VolunteerAddresses;
import jp.michishirube.sharing.promise.Promises;
import org.springframework.stereotype.Component;

/** The way of a question to a volunteer: link, code, and one reminder that waits with the same link until its day. */
@Component
class SendAsking {

    private final Promises promises;
    private final VolunteerAddresses addresses;
    private final Askings askings;
    private final IssuePass issue;
    private final Outbox outbox;
    private final AskingPolicy policy;
    private final Clock clock;

    SendAsking(Promises promises, VolunteerAddresses addresses, Askings askings, IssuePass issue, Outbox outbox, Municipality municipality, Clock clock) {
        this.promises = promises;
        this.addresses = addresses;
        this.askings = askings;
        this.issue = issue;
        this.outbox = outbox;
        this.policy = municipality.section("asking", AskingPolicy.class);
        this.clock = clock;
    }

    /** Link and code by the same telephone would both reach a stranger where one digit is wrong. */
    Optional<FieldProblem> mistake(Volunteer v, AskVolunteer.Order order) {
        if (addresses.address(v.holder().key(), order.way()).isEmpty()) {
            return Optional.of(new FieldProblem("way", "asking-no-address"));
        }
        if (order.call() && v.phone() == null) {
            return Optional.of(new FieldProblem("call", "asking-no-phone"));
        }
        return order.call() && order.way() == Way.SMS ? Optional.of(new FieldProblem("call", "same-phone")) : Optional.empty();
    }

    IssuePass.Issued send(Asking asking, Volunteer v, AskVolunteer.Order order) {
        IssuePass.Issued issued = issue.issue(PassKind.VOLUNTEER, v.holder(), BehindLink.scope(asking, addresses.isOwn(v.id(), order.way())), asking.endsAt());
        askings.bears(asking.id(), issued.id());
        String once = "asking " + asking.id();
        outbox.put(new Message(once, v.holder(), order.way(), Occasion.ASKING, "asking", issued, asking.caseId(), v.language()));
        if (order.way() != Way.LINK) {
            outbox.put(new Message(once + " again", v.holder(), order.way(), Occasion.ASKING, "asking-reminder", issued, asking.caseId(), v.language()),
                    clock.instant().plus(policy.remindAfter()));
        }
        if (order.call()) {
            outbox.put(new Message(once + " code", v.holder(), Way.VOICE, Occasion.PASS_CODE, "supporter-code", issued, asking.caseId(), v.language()));
        }
        return issued;
    }

    /** The newest version of what is promised; empty where the municipality has written none. */
    OptionalInt promise() {
        return promises.newest(Promises.Of.SUPPORTER);
    }

    Instant ends() {
        return clock.instant().plus(policy.days());
    }

    LocalDate today() {
        return clock.instant().atZone(WorkingDays.JAPAN).toLocalDate();
    }
}
