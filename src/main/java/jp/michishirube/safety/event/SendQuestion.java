package jp.michishirube.safety.event;

import java.time.Instant;
import java.util.List;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.safety.reach.Reach;
import jp.michishirube.safety.reach.Spoken;
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
 * Puts the question whether one is safe into the outbox, in the person's language: a link of their own and whether it is a drill, no name and
 * nothing of a plan. Each time by the next way that reaches them; whom none reaches is asked on paper. Every link stays good until the
 * event ends, since people open the older message too.
 */
@Component
class SendQuestion {

    private final Reach reach;
    private final Spoken spoken;
    private final IssuePass issue;
    private final Outbox outbox;
    private final SafetyPolicy policy;
    private final JdbcClient jdbc;

    SendQuestion(Reach reach, Spoken spoken, IssuePass issue, Outbox outbox, Municipality municipality, JdbcClient jdbc) {
        this.reach = reach;
        this.spoken = spoken;
        this.issue = issue;
        this.outbox = outbox;
        this.policy = municipality.section("safety", SafetyPolicy.class);
        this.jdbc = jdbc;
    }

    void first(DisasterEvent event, Asked.Person person) {
        reach.ways(person.whom(), policy.ways()).stream().findFirst().ifPresent(way -> send(event, person, way, "asked", "asked", null));
    }

    /** The second time by another way than the first, where there is one, and so on round. */
    void again(DisasterEvent event, Asked.Person person, int round) {
        List<Way> ways = reach.ways(person.whom(), policy.ways()).stream().filter(way -> way != Way.VOICE || !isToneless(person)).toList();
        if (!ways.isEmpty()) {
            send(event, person, ways.get(round % ways.size()), person.ways().isEmpty() ? "asked" : "again", "again " + round, null);
        }
    }

    /** The same call once more. */
    void call(DisasterEvent event, Asked.Person person, int times, Instant notBefore) {
        send(event, person, Way.VOICE, "again", "call " + times, notBefore);
    }

    /** By every way by which the person was asked. */
    void correction(DisasterEvent event, Asked.Person person) {
        person.ways().forEach(way -> put(event, person, AskedAddresses.ofCorrection(person), way, "mistake", "mistake", null));
    }

    private void send(DisasterEvent event, Asked.Person person, Way way, String what, String once, Instant notBefore) {
        put(event, person, person.holder(), way, what, once, notBefore);
        jdbc.sql("update safety.asked set way = :way, ways = case when :way = any(ways) then ways else ways || :way end where id = :id")
                .param("way", way.name()).param("id", person.id()).update();
    }

    private void put(DisasterEvent event, Asked.Person person, Holder to, Way way, String what, String once, Instant notBefore) {
        IssuePass.Issued pass = issue.issue(PassKind.EVENT, person.holder(), event.scope(), event.endsAt());
        jdbc.sql("update safety.asked set passes = passes || ? where id = ?").params(pass.id(), person.id()).update();
        String template = "event-" + what + (event.mode() == Mode.DRILL ? "-drill" : "");
        outbox.put(new Message("event " + event.id() + " " + person.id() + " " + once, to, way, Occasion.WARNING, template, pass, null,
                spoken.of(person.whom())), notBefore);
    }

    /** Somebody took the call and no key came: a telephone that sends no tones is called in vain. */
    private boolean isToneless(Asked.Person person) {
        return jdbc.sql("select count(*) from safety.call where asked_id = ? and result = 'NO_KEY'").param(person.id()).query(Integer.class).single() > 0;
    }
}
