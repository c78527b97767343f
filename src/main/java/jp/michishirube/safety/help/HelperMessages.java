package jp.michishirube.safety.help;

import java.util.List;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.event.SafetyPolicy;
import jp.michishirube.sharing.channel.Message;
import jp.michishirube.sharing.channel.Occasion;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.supporter.ReachSupporters;
import org.springframework.stereotype.Component;

/** Puts a word to one supporter into the outbox, by the first way that reaches them: a link of their own, no name. */
@Component
class HelperMessages {

    private final ReachSupporters reach;
    private final IssuePass issue;
    private final Outbox outbox;
    private final List<Way> ways;

    HelperMessages(ReachSupporters reach, IssuePass issue, Outbox outbox, Municipality municipality) {
        this.reach = reach;
        this.issue = issue;
        this.outbox = outbox;
        this.ways = municipality.section("safety", SafetyPolicy.class).ways();
    }

    /**
     * @param what {@code asked}, {@code wanted} or {@code mistake}
     * @param once by which the same word to the same supporter is one
     */
    void send(DisasterEvent event, Helper helper, Holder to, String what, String once) {
        reach.find(helper.contactId()).ifPresent(s -> ways.stream().filter(way -> reach.address(s.contactId(), way).isPresent()).findFirst().ifPresent(way -> {
            IssuePass.Issued pass = issue.issue(PassKind.HELPER, helper.holder(), event.scope(), event.endsAt());
            String template = "helper-" + what + (event.mode() == Mode.DRILL ? "-drill" : "");
            outbox.put(new Message("helper " + helper.id() + " " + once, to, way, Occasion.WARNING, template, pass, null, s.language()));
        }));
    }

    /** What has not left yet does not leave any more. */
    void stop(DisasterEvent event) {
        outbox.stopAbout(PassKind.HELPER, event.scope(), "OVER");
    }
}
