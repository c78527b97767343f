package jp.michishirube.sharing.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import jp.michishirube.municipality.Installation;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox against providers that answer as they like and nodes that die in the middle. It runs on a clock far ahead, where the product's
 * own sender finds nothing due.
 */
@ProductTest
class OutboxTest {

    @Autowired JdbcClient jdbc;
    @Autowired SealedLinks links;
    @Autowired WhoAmI who;
    @Autowired WriteLetter write;
    @Autowired Installation installation;
    @Autowired IssuePass issue;
    @Autowired AutowireCapableBeanFactory beans;

    private final Hands clock = new Hands();
    private final Provider keyed = new Provider(Way.LINK, true);
    private final Provider plain = new Provider(Way.MAIL, false);
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private Outbox outbox;
    private Queue queue;
    private String run;

    /** A node that died: nothing in the product catches it. */
    private static final class Killed extends Error {}

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2100-01-01T00:00:00Z").plusSeconds(new Random().nextInt(1_000_000_000));

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Tokyo");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void on(Duration by) {
            now = now.plus(by);
        }
    }

    /** What a provider does with one call. */
    private enum Does { TAKES, TAKES_AND_BREAKS_OFF, BREAKS_OFF, REFUSES, IS_BUSY, TAKES_AND_NODE_DIES, NODE_DIES }

    private static final class Provider implements Channel {

        private final Way way;
        private final boolean takesKey;
        private final Map<UUID, List<Letter>> taken = new ConcurrentHashMap<>();
        private final Map<UUID, Integer> calls = new ConcurrentHashMap<>();
        private Random random = new Random(1);
        private List<Does> moods = List.of(Does.TAKES);

        Provider(Way way, boolean takesKey) {
            this.way = way;
            this.takesKey = takesKey;
        }

        @Override
        public Way way() {
            return way;
        }

        @Override
        public boolean takesKey() {
            return takesKey;
        }

        @Override
        public Outcome send(Letter letter) {
            Does does;
            synchronized (this) {
                does = moods.get(random.nextInt(moods.size()));
            }
            calls.merge(letter.key(), 1, Integer::sum);
            if (does.name().startsWith("TAKES")) {
                List<Letter> copies = taken.computeIfAbsent(letter.key(), k -> Collections.synchronizedList(new ArrayList<>()));
                if (!takesKey || copies.isEmpty()) {
                    copies.add(letter);
                }
            } else if (takesKey && taken.containsKey(letter.key())) {
                does = does == Does.REFUSES ? Does.TAKES : does;
            }
            return switch (does) {
                case TAKES -> Outcome.accepted("id");
                case TAKES_AND_BREAKS_OFF, BREAKS_OFF -> Outcome.unknown("LINE_BROKE");
                case REFUSES -> Outcome.refused("BAD_ADDRESS");
                case IS_BUSY -> Outcome.notNow("SERVER");
                case TAKES_AND_NODE_DIES, NODE_DIES -> throw new Killed();
            };
        }

        int copies(UUID key) {
            return taken.getOrDefault(key, List.of()).size();
        }
    }

    private record Row(UUID id, Way way, Occasion occasion, Sent.State state, UUID key, UUID againOf, boolean link, boolean inHand) {}

    @BeforeEach
    void aSenderOfItsOwn() {
        run = UUID.randomUUID().toString();
        outbox = (Outbox) beans.applyBeanPostProcessorsAfterInitialization(new Outbox(jdbc, links, who, clock), "outboxAhead");
        queue = (Queue) beans.applyBeanPostProcessorsAfterInitialization(new Queue(jdbc, clock), "queueAhead");
    }

    /** What a test left due would go out in the next one, whose clock is later. */
    @AfterEach
    void nothingLeftDue() {
        jdbc.sql("update sharing.message set state = 'STOPPED', claim = null where state = 'QUEUED' and holder_key like ?").param(run + "%").update();
    }

    private SendMessages node() {
        AddressBook book = new AddressBook() {
            @Override
            public Holder.Kind of() {
                return Holder.Kind.SUPPORTER;
            }

            @Override
            public Optional<String> address(String key, Way way) {
                return gone.contains(key) ? Optional.empty() : Optional.of(key + "@example.jp");
            }
        };
        return new SendMessages(queue, write, links, installation, List.of(keyed, plain), List.of(book));
    }

    private UUID put(int n, Way way, Occasion occasion) {
        Holder holder = new Holder(Holder.Kind.SUPPORTER, run + "-" + n);
        IssuePass.Issued pass = issue.issue(PassKind.SUPPORTER, holder, "case 0", clock.instant().plus(Duration.ofDays(30)));
        return outbox.put(new Message(run + " " + n, holder, way, occasion, "supporter-page", pass, null, Locale.JAPANESE)).orElseThrow();
    }

    private void pass() {
        SendMessages node = node();
        try {
            queue.recover(List.of(Way.LINK));
            node.sendDue(keyed);
            node.sendDue(plain);
        } finally {
            node.stop();
        }
    }

    private Map<UUID, Row> rows() {
        Map<UUID, Row> rows = new HashMap<>();
        jdbc.sql("select * from sharing.message where holder_key like ?").param(run + "%").query((rs, i) -> rows.put(rs.getObject("id", UUID.class),
                new Row(rs.getObject("id", UUID.class), Way.valueOf(rs.getString("way")), Occasion.valueOf(rs.getString("occasion")),
                        Sent.State.valueOf(rs.getString("state")), rs.getObject("retry_key", UUID.class), rs.getObject("again_of", UUID.class),
                        rs.getBytes("link") != null, rs.getObject("claim") != null))).list();
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverProvidersAndNodesDoNothingGoesTwiceUnmarkedAndNothingIsLostFromSight(long seed) {
        Random random = new Random(seed);
        for (Provider provider : List.of(keyed, plain)) {
            provider.random = new Random(seed * 31 + provider.way.ordinal());
            List<Does> moods = new ArrayList<>(List.of(Does.TAKES, Does.TAKES, Does.TAKES));
            for (Does does : Does.values()) {
                if (random.nextBoolean()) {
                    moods.add(does);
                }
            }
            provider.moods = moods;
        }
        int messages = 40;
        for (int n = 0; n < messages; n++) {
            put(n, random.nextBoolean() ? Way.LINK : Way.MAIL, random.nextBoolean() ? Occasion.WARNING : Occasion.SUPPORTER_PAGE);
        }
        for (int step = 0; step < 400 && rows().values().stream().anyMatch(r -> r.state() == Sent.State.QUEUED); step++) {
            pass();
            if (random.nextInt(5) == 0) {
                outbox.stop(new Holder(Holder.Kind.SUPPORTER, run + "-" + random.nextInt(messages)), "WITHDRAWN");
            }
            clock.on(Duration.ofSeconds(20 + random.nextInt(step < 60 ? 100 : 40_000)));
        }

        Map<UUID, Row> rows = rows();
        assertThat(rows.values().stream().filter(r -> r.againOf() == null)).hasSize(messages);
        for (Row row : rows.values()) {
            Provider provider = row.way() == Way.LINK ? keyed : plain;
            int copies = provider.copies(row.key());
            assertThat(row.state()).as("has an end: %s", row).isNotEqualTo(Sent.State.QUEUED);
            assertThat(row.inHand()).as("in nobody's hand: %s", row).isFalse();
            assertThat(copies).as("once: %s", row).isLessThanOrEqualTo(1);
            if (row.state() == Sent.State.ACCEPTED) {
                assertThat(copies).as("what counts as sent was taken: %s", row).isEqualTo(1);
                assertThat(row.link()).as("its link is gone from here: %s", row).isFalse();
            } else if (row.state() != Sent.State.UNKNOWN) {
                assertThat(copies).as("what counts as not sent was not taken: %s", row).isZero();
            }
            boolean second = rows.values().stream().anyMatch(r -> row.id().equals(r.againOf()));
            assertThat(second).as("goes again: %s", row).isEqualTo(row.state() == Sent.State.UNKNOWN && row.occasion().warns() && !stoppedInDoubt(row));
            if (row.againOf() != null) {
                provider.taken.getOrDefault(row.key(), List.of()).forEach(l -> assertThat(l.subject()).startsWith("【再送】"));
            } else {
                provider.taken.getOrDefault(row.key(), List.of()).forEach(l -> assertThat(l.subject()).doesNotContain("再送"));
            }
        }
    }

    /** Its reason was gone while nobody knew whether it had arrived: a person is told, nothing more goes. */
    private boolean stoppedInDoubt(Row row) {
        return "WITHDRAWN".equals(jdbc.sql("select cause from sharing.message where id = ?").param(row.id()).query(String.class).single());
    }

    @Test
    void whatANodeHadClaimedButNotBegunSimplyGoes() {
        UUID id = put(1, Way.MAIL, Occasion.SUPPORTER_PAGE);
        queue.claim(Way.MAIL, UUID.randomUUID(), 10, false);
        pass();
        assertThat(plain.taken).as("another node has it in hand").isEmpty();
        clock.on(Queue.IN_HAND.plusSeconds(1));
        pass();
        assertThat(rows().get(id).state()).isEqualTo(Sent.State.ACCEPTED);
    }

    @Test
    void aMailThatACrashHidesIsShownToAPersonAndGoesAgainMarkedWhenToldTo() {
        plain.moods = List.of(Does.TAKES_AND_NODE_DIES);
        UUID id = put(1, Way.MAIL, Occasion.SUPPORTER_PAGE);
        pass();
        clock.on(Queue.IN_HAND.plusSeconds(1));
        plain.moods = List.of(Does.TAKES);
        pass();
        assertThat(rows().get(id).state()).isEqualTo(Sent.State.UNKNOWN);
        assertThat(rows()).as("no second one by itself").hasSize(1);

        assertThat(queue.again(id, "admin1")).isTrue();
        assertThat(queue.again(id, "admin1")).as("pressed twice").isFalse();
        pass();
        Row second = rows().values().stream().filter(r -> id.equals(r.againOf())).findFirst().orElseThrow();
        assertThat(second.state()).isEqualTo(Sent.State.ACCEPTED);
        assertThat(plain.taken.get(second.key()).get(0).subject()).startsWith("【再送】");
    }

    @Test
    void aClaimThatIsNearlyOverIsNotBegun() {
        put(1, Way.MAIL, Occasion.SUPPORTER_PAGE);
        Queued mine = queue.claim(Way.MAIL, UUID.randomUUID(), 10, false).stream().filter(q -> q.to().key().startsWith(run)).findFirst().orElseThrow();
        clock.on(Queue.IN_HAND.minusSeconds(10));
        assertThat(queue.begin(mine)).isFalse();
    }

    @Test
    void gapsGrowUntilAPersonIsAsked() {
        plain.moods = List.of(Does.IS_BUSY);
        UUID id = put(1, Way.MAIL, Occasion.SUPPORTER_PAGE);
        pass();
        clock.on(Duration.ofSeconds(59));
        pass();
        assertThat(plain.calls.values()).containsExactly(1);
        clock.on(Duration.ofSeconds(1));
        pass();
        assertThat(plain.calls.values()).containsExactly(2);
        for (int i = 0; i < 10; i++) {
            clock.on(Duration.ofHours(11));
            pass();
        }
        assertThat(plain.calls.values()).containsExactly(6);
        assertThat(rows().get(id).state()).isEqualTo(Sent.State.BOUNCED);
        assertThat(rows().get(id).link()).as("may be tried again by a person").isTrue();
    }

    @Test
    void anAddressThatIsGoneStopsWhatIsOnItsWay() {
        plain.moods = List.of(Does.IS_BUSY);
        UUID id = put(1, Way.MAIL, Occasion.SUPPORTER_PAGE);
        pass();
        gone.add(run + "-1");
        plain.moods = List.of(Does.TAKES);
        clock.on(Duration.ofHours(1));
        pass();
        assertThat(rows().get(id).state()).isEqualTo(Sent.State.STOPPED);
        assertThat(plain.copies(rows().get(id).key())).isZero();
        UUID warning = put(2, Way.MAIL, Occasion.WARNING);
        gone.add(run + "-2");
        pass();
        assertThat(rows().get(warning).state()).as("of a warning that reaches nobody a person is told").isEqualTo(Sent.State.BOUNCED);
    }

    @Test
    void theSameThingBySameWayIsPutOnceAndByAnotherWayToo() {
        Holder holder = new Holder(Holder.Kind.SUPPORTER, run + "-9");
        IssuePass.Issued pass = issue.issue(PassKind.SUPPORTER, holder, "case 0", clock.instant().plus(Duration.ofDays(1)));
        Message mail = new Message(run, holder, Way.MAIL, Occasion.WARNING, "supporter-page", pass, null, Locale.ENGLISH);
        assertThat(outbox.put(mail)).isPresent();
        assertThat(outbox.put(mail)).isEmpty();
        assertThat(outbox.put(new Message(run, holder, Way.LINK, Occasion.WARNING, "supporter-page", pass, null, Locale.ENGLISH))).isPresent();
    }
}
