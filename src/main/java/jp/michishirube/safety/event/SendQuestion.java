package jp.michishirube.safety.event;

import java.util.Locale;
import jp.michishirube.sharing.channel.Message;
import jp.michishirube.sharing.channel.Occasion;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.PassKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts the question whether one is safe into the outbox: a link of the person's own and whether it is a drill, no name and nothing of a
 * plan. Who has told no address is asked on paper. Every link stays good until the event ends, since people open the older mail too.
 */
@Component
class SendQuestion {

    private final AskedAddresses addresses;
    private final IssuePass issue;
    private final Outbox outbox;
    private final JdbcClient jdbc;

    SendQuestion(AskedAddresses addresses, IssuePass issue, Outbox outbox, JdbcClient jdbc) {
        this.addresses = addresses;
        this.issue = issue;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    void first(DisasterEvent event, Asked.Person person) {
        if (addresses.mail(person).isPresent()) {
            send(event, person, person.holder(), "asked", "asked");
            jdbc.sql("update safety.asked set way = 'MAIL' where id = ?").param(person.id()).update();
        }
    }

    void again(DisasterEvent event, Asked.Person person, int round) {
        send(event, person, person.holder(), "again", "again " + round);
    }

    void correction(DisasterEvent event, Asked.Person person) {
        send(event, person, AskedAddresses.ofCorrection(person), "mistake", "mistake");
    }

    private void send(DisasterEvent event, Asked.Person person, Holder to, String what, String once) {
        IssuePass.Issued pass = issue.issue(PassKind.EVENT, person.holder(), "event " + event.id(), event.endsAt());
        jdbc.sql("update safety.asked set passes = passes || ? where id = ?").params(pass.id(), person.id()).update();
        String template = "event-" + what + (event.mode() == Mode.DRILL ? "-drill" : "");
        outbox.put(new Message("event " + event.id() + " " + person.id() + " " + once, to, Way.MAIL, Occasion.WARNING, template, pass, null,
                Locale.JAPANESE));
    }
}
