package jp.michishirube.safety.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.problem.Problem;
import jp.michishirube.review.Loop;
import jp.michishirube.safety.answer.Answer;
import jp.michishirube.safety.answer.Answers;
import jp.michishirube.safety.answer.Given;
import jp.michishirube.safety.answer.GiveAnswer;
import jp.michishirube.safety.answer.Present;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.answer.UndoAnswer;
import jp.michishirube.safety.answer.Voice;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.RemindUnanswered;
import jp.michishirube.sharing.ReaderKnows;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.sharing.channel.AddressBook;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A real event and a drill of the same disaster, in the same 町, of the same people, at once. Whatever is answered by whom, as of when, twice,
 * taken back, reminded, visited, consented to, withdrawn and protected, in whatever order: what may never break holds after each step.
 */
@ProductTest
class SafetyHistoriesTest {

    private static final int STEPS = 30;
    private static final Comparator<Answer> ORDER = Comparator.comparing((Answer a) -> a.asOf().isAfter(a.received()) ? a.received() : a.asOf()).thenComparing(Answer::received)
            .thenComparing(Answer::id);

    @Autowired MockMvc mvc;
    @Autowired SharedPlans plans;
    @Autowired Events events;
    @Autowired Asked asked;
    @Autowired Answers answers;
    @Autowired GiveAnswer give;
    @Autowired UndoAnswer undo;
    @Autowired RemindUnanswered remind;
    @Autowired ReadBoard boards;
    @Autowired Rows rows;
    @Autowired Errands errands;
    @Autowired EventFigures figures;
    @Autowired MakeErrands make;
    @Autowired List<AddressBook> books;
    @Autowired RecordConsent record;
    @Autowired Loop loop;
    @Autowired JdbcClient jdbc;

    private final Set<String> met = new HashSet<>();

    /** Somebody whom both events ask after, with what the test knows of them. */
    private static final class Somebody {
        CaseFile file;
        boolean consents;
        boolean guarded;
        Given last;
        long lastEvent;
    }

    @Test
    void whatMayNeverBreakHoldsAfterEachStep() throws Exception {
        for (int n = 0; n < Integer.getInteger("loops", 3); n++) {
            history(new Random(31L + n), "seed " + (31L + n));
        }
        // Histories that never came there would prove nothing.
        assertThat(met).contains("help", "disputed", "twice", "undone", "named", "guarded", "answered", "REFUSED", "UNREACHABLE", "errand");
    }

    private void history(Random random, String seed) throws Exception {
        String area = "史" + Integer.toUnsignedString(random.nextInt()) + "町";
        List<Somebody> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Somebody one = new Somebody();
            one.file = plans.inForce(area, i == 2 ? Map.of("/resident/email", "null") : Map.of("/resident/email", "\"h" + i + "@" + Integer.toUnsignedString(random.nextInt()) + ".example.jp\""));
            people.add(one);
        }
        long real = begin("REAL", area);
        long drill = begin("DRILL", area);
        try {
            await().atMost(Duration.ofSeconds(90)).until(() -> jdbc.sql("select count(*) from safety.asked where event_id in (?, ?)").params(real, drill).query(Integer.class).single() == 6);
            List<String> done = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                Somebody one = people.get(random.nextInt(people.size()));
                boolean inDrill = random.nextBoolean();
                long event = inDrill ? drill : real;
                int act = random.nextInt(12);
                List<String> other = state(inDrill ? real : drill);
                int sent = messages(event, one);
                Said before = said(event, one);
                String what = act(random, act, event, one);
                done.add((inDrill ? "drill " : "real ") + people.indexOf(one) + ":" + what);
                String so = seed + " " + done;
                if (act < 9) {
                    assertThat(state(inDrill ? real : drill)).as("neither event changes the other. " + so).isEqualTo(other);
                }
                if (before != null && before != Said.NOT_MET || one.guarded) {
                    assertThat(messages(event, one)).as("nothing is sent after an answer, nor to who is protected. " + so).isEqualTo(sent);
                }
                for (long each : new long[] {real, drill}) {
                    look(each, area, people, random, so);
                }
            }
        } finally {
            mvc.perform(post("/events/" + real + "/end").with(As.review1()).with(csrf()));
            mvc.perform(post("/events/" + drill + "/end").with(As.review1()).with(csrf()));
            people.stream().filter(p -> p.guarded).forEach(this::unguard);
        }
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(jdbc.sql("""
                select distinct m.state from sharing.message m join sharing.pass p on p.id = m.pass_id where p.scope in (?, ?)
                """).params("event " + real, "event " + drill).query(String.class).list()).as("every message has come to an end").isSubsetOf("ACCEPTED", "OPENED", "ANSWERED", "BOUNCED", "STOPPED", "UNKNOWN"));
        assertThat(jdbc.sql("select count(*) from sharing.message m join sharing.pass p on p.id = m.pass_id where p.scope = ? and m.template not like '%-drill'").param("event " + drill)
                .query(Integer.class).single()).as("each message of a drill says so").isZero();
        assertThat(jdbc.sql("select count(*) from sharing.message m join sharing.pass p on p.id = m.pass_id where p.scope = ? and m.template like '%-drill'").param("event " + real)
                .query(Integer.class).single()).isZero();
    }

    private long begin(String mode, String area) throws Exception {
        String to = mvc.perform(post("/events").param("mode", mode).param("hazard", "VOLCANO").param("areas", area).param("ground", "歴史").with(As.review1()).with(csrf())).andReturn()
                .getResponse().getRedirectedUrl();
        return Long.parseLong(to.substring("/events/".length()));
    }

    private String act(Random random, int act, long event, Somebody one) throws Exception {
        Optional<Asked.Person> person = asked.find(askedId(event, one));
        if (act == 9) {
            return guardOrNot(one);
        }
        if (act == 10) {
            one.consents = !one.consents;
            consents(one, one.consents);
            return "consent " + one.consents;
        }
        if (act == 8 || act == 11) {
            jdbc.sql("update safety.event set started_at = started_at - interval '1 day' where id = ?").param(event).update();
            remind.remind(event);
            return "remind";
        }
        if (person.isEmpty()) {
            assertThat(one.guarded).isTrue();
            return "nobody";
        }
        if (act == 7) {
            loop.as("review1", () -> make.make(events.get(event), Set.copyOf(events.get(event).areas()), Set.of(Part.UNANSWERED, Part.HELP, Part.UNREACHABLE), Errand.Kind.VISIT, ""));
            met.add("errand");
            return "errands";
        }
        if (act == 6) {
            try {
                undo.undo(person.get(), "asked " + person.get().id());
                met.add("undone");
                return "undo";
            } catch (Problem nothing) {
                return "nothing to undo";
            }
        }
        if (act == 5 && one.last != null && one.lastEvent == event) {
            int answered = answers.of(person.get().id()).size();
            assertThat(give.give(person.get(), one.last).repeated()).isTrue();
            assertThat(answers.of(person.get().id())).as("sent twice").hasSize(answered);
            met.add("twice");
            return "twice";
        }
        one.last = given(random, act, person.get());
        one.lastEvent = event;
        give.give(person.get(), one.last);
        return one.last.voice() + " " + one.last.said();
    }

    private Given given(Random random, int act, Asked.Person person) {
        Said said = random.nextInt(3) == 0 ? Said.NOT_MET : Said.values()[random.nextInt(Said.values().length)];
        String id = "h" + random.nextInt();
        if (act == 4) {
            // the relative far away who says that all is well
            return new Given("system far", id, Said.SAFE, Voice.FAMILY, Given.Channel.API, false, null);
        }
        if (act < 2) {
            return new Given("asked " + person.id(), id, Said.values()[random.nextInt(5) % 4 == 0 ? 1 : random.nextInt(4)], Voice.SELF, Given.Channel.LINK, true, null);
        }
        Voice voice = Voice.values()[1 + random.nextInt(Voice.values().length - 1)];
        Instant asOf = random.nextInt(3) == 0 ? null : Instant.now().plus(Duration.ofMinutes(random.nextInt(2 * 2880) - 2880));
        return new Given("system x", id, said, voice, Given.Channel.API, voice != Voice.FAMILY && random.nextBoolean(), asOf == null ? null : asOf.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    }

    private void look(long event, String area, List<Somebody> people, Random random, String so) {
        DisasterEvent of = events.get(event);
        List<Row> seen = rows.in(event, Set.of(area), "x");
        for (Somebody one : people) {
            long id = askedId(event, one);
            Optional<Row> row = seen.stream().filter(r -> r.askedId() == id).findFirst();
            if (one.guarded) {
                assertThat(row).as("who is protected is in no row. " + so).isEmpty();
                assertThat(asked.find(id)).isEmpty();
                assertThat(errands.of(event)).noneMatch(e -> e.askedId() == id);
                assertThat(address(id)).as("nor reached. " + so).isEmpty();
                met.add("guarded");
                continue;
            }
            List<Answer> standing = new ArrayList<>(answers.of(id).stream().filter(l -> !l.undone()).map(Answers.Line::answer).toList());
            Collections.shuffle(standing, random);
            Present replayed = Present.of(standing);
            assertThat(row.orElseThrow().said()).as("a replay gives the same board. " + so).isEqualTo(replayed.said());
            assertThat(row.orElseThrow().disputed()).as(so).isEqualTo(replayed.disputed());
            boolean help = standing.stream().filter(a -> a.said().isHelp()).anyMatch(call -> standing.stream().noneMatch(a -> ORDER.compare(a, call) > 0 && a.said().isAnswer()
                    && (a.onSite() || a.voice() == Voice.SELF || a.voice() == Voice.STAFF)));
            assertThat(Part.of(row.orElseThrow()) == Part.HELP).as("help is hidden by no farther and no older voice. " + so).isEqualTo(help);
            if (replayed.said() != null && replayed.said() != Said.NOT_MET) {
                assertThat(address(id)).as("nothing leaves after an answer. " + so).isEmpty();
                met.add("answered");
            }
            met.add(row.orElseThrow().group().name());
            met.addAll(help ? Set.of("help") : Set.of());
            met.addAll(row.orElseThrow().disputed() ? Set.of("disputed") : Set.of());
            assertThat(Set.copyOf(jdbc.sql("select unnest(ways) from safety.asked where id = ?").param(id).query(String.class).list())).as("no way without a message. " + so)
                    .isEqualTo(Set.copyOf(jdbc.sql("select distinct way from sharing.message where holder_kind = 'ASKED' and holder_key = ?").param(String.valueOf(id)).query(String.class).list()));
        }
        long unguarded = people.stream().filter(p -> !p.guarded).count();
        Tally tally = Tally.of(seen);
        assertThat(tally.all()).as("each is counted once. " + so).isEqualTo(unguarded);
        assertThat(figures.speed(of).asked()).as(so).isEqualTo(unguarded);

        Desk leader = new Desk(new ReaderKnows.Reader(Party.Kind.NEIGHBOURHOOD, "史町会", Set.of(area)), Set.of(area), "史町会", "person x");
        Set<Long> named = loop.as("minsei1", () -> boards.read(of, leader, "safety-board")).rows().stream().map(Row::askedId).collect(Collectors.toSet());
        Set<Long> may = people.stream().filter(p -> p.consents && !p.guarded).map(p -> askedId(event, p)).collect(Collectors.toSet());
        assertThat(named).as("nobody sees a name without ground. " + so).isEqualTo(may);
        met.addAll(named.isEmpty() ? Set.of() : Set.of("named"));
    }

    private String guardOrNot(Somebody one) throws Exception {
        if (one.guarded) {
            unguard(one);
            return "no protection";
        }
        mvc.perform(post("/cases/" + one.file.number() + "/protection").param("ground", "支援措置").param("until", LocalDate.now().plusYears(1).toString()).with(As.roster1()).with(csrf()));
        one.guarded = jdbc.sql("select count(*) from casefile.protection where resident_id = ? and ended_at is null").param(one.file.resident().id()).query(Integer.class).single() == 1;
        assertThat(one.guarded).isTrue();
        return "protection";
    }

    private void unguard(Somebody one) {
        jdbc.sql("update casefile.protection set ended_at = now(), ended_by = 'x', ended_by_name = 'x', end_ground = 'x' where resident_id = ? and ended_at is null").param(one.file.resident().id()).update();
        one.guarded = false;
    }

    private void consents(Somebody one, boolean given) throws Exception {
        if (given) {
            loop.as("aoba1", () -> record.record(one.file.id(), new ConsentGiven(List.of(new ConsentGiven.Decided(new NoticeRef("sharing", 1, "ja"), true, null)), GivenBy.SELF, null, null, null,
                    Channel.ELECTRONIC, null, "佐藤 恵", Instant.now(), null)));
            return;
        }
        long standing = jdbc.sql("select record_id from consent.standing where resident_id = ? and purpose = 'PEACETIME_SHARING'").param(one.file.resident().id()).query(Long.class).single();
        assertThat(mvc.perform(post("/api/v1/cases/{n}/consents/{id}/withdrawal", one.file.number(), standing).with(As.aoba1Token("consents:write")).contentType("application/json")
                .content("{\"givenBy\":\"SELF\",\"channel\":\"ORAL\",\"afterwards\":\"CONTINUE\"}")).andReturn().getResponse().getStatus()).isEqualTo(204);
    }

    private Optional<String> address(long asked) {
        return books.stream().filter(b -> b.of() == Holder.Kind.ASKED).findFirst().orElseThrow().address(String.valueOf(asked), Way.MAIL);
    }

    private long askedId(long event, Somebody one) {
        return jdbc.sql("select id from safety.asked where event_id = ? and resident_id = ?").params(event, one.file.resident().id()).query(Long.class).single();
    }

    private Said said(long event, Somebody one) {
        return answers.said(askedId(event, one));
    }

    private int messages(long event, Somebody one) {
        return jdbc.sql("select count(*) from sharing.message where holder_kind = 'ASKED' and holder_key = ?").param(String.valueOf(askedId(event, one))).query(Integer.class).single();
    }

    /** What an event holds, but for what becomes of messages in the background. */
    private List<String> state(long event) {
        return jdbc.sql("""
                select a.id || ' ' || coalesce(a.said, '-') || ' ' || coalesce(a.said_at::text, '-') || ' ' || a.disputed || ' ' || a.ways::text || ' ' || (select count(*) from safety.answer x where x.asked_id = a.id)
                    || ' ' || (select count(*) from safety.errand r where r.asked_id = a.id) || ' ' || (select count(*) from safety.helper h where h.asked_id = a.id)
                    || ' ' || (select count(*) from sharing.message m where m.holder_kind = 'ASKED' and m.holder_key = a.id::text)
                from safety.asked a where a.event_id = ? order by a.id
                """).param(event).query(String.class).list();
    }
}
