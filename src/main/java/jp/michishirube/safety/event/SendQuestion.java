package jp.michishirube.safety.event;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.safety.reach.Reach;
import jp.michishirube.safety.reach.Spoken;
import jp.michishirube.safety.reach.Whom;
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

    /** All of them at once: how they are reached, their links, the messages and what is kept beside them are a few statements, not some for each. */
    void first(DisasterEvent event, List<Asked.Person> people) {
        List<Whom> whom = people.stream().map(Asked.Person::whom).toList();
        Map<Whom, List<Way>> ways = reach.ways(whom, policy.ways());
        List<Asked.Person> reached = people.stream().filter(p -> !ways.get(p.whom()).isEmpty()).toList();
        if (reached.isEmpty()) {
            return;
        }
        Map<String, Locale> languages = spoken.of(whom);
        List<IssuePass.Issued> passes = issue.issue(PassKind.EVENT, reached.stream().map(Asked.Person::holder).toList(), event.scope(), event.endsAt());
        List<Message> messages = IntStream.range(0, reached.size()).mapToObj(i -> message(event, reached.get(i), reached.get(i).holder(), ways.get(reached.get(i).whom()).get(0), "asked", "asked",
                passes.get(i), languages.getOrDefault(reached.get(i).person(), Locale.JAPANESE))).toList();
        outbox.put(messages);
        jdbc.sql("""
                update safety.asked a set passes = a.passes || u.pass, way = u.way, ways = case when u.way = any(a.ways) then a.ways else a.ways || u.way end
                from unnest(?, ?, ?) u (id, pass, way) where a.id = u.id
                """).params(reached.stream().map(Asked.Person::id).toArray(Long[]::new), passes.stream().map(IssuePass.Issued::id).toArray(Long[]::new),
                messages.stream().map(m -> m.way().name()).toArray(String[]::new)).update();
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
        outbox.put(message(event, person, to, way, what, once, pass, spoken.of(person.whom())), notBefore);
    }

    private static Message message(DisasterEvent event, Asked.Person person, Holder to, Way way, String what, String once, IssuePass.Issued pass, Locale language) {
        String template = "event-" + what + (event.mode() == Mode.DRILL ? "-drill" : "");
        return new Message("event " + event.id() + " " + person.id() + " " + once, to, way, Occasion.WARNING, template, pass, null, language);
    }

    /** Somebody took the call and no key came: a telephone that sends no tones is called in vain. */
    private boolean isToneless(Asked.Person person) {
        return jdbc.sql("select count(*) from safety.call where asked_id = ? and result = 'NO_KEY'").param(person.id()).query(Integer.class).single() > 0;
    }
}
