package jp.michishirube.safety.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.telegram.TelegramRefused;
import jp.michishirube.safety.telegram.WrittenTelegram;
import jp.michishirube.sharing.SharedPlans;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Telegrams as they come: what is in force in the end, and what it proposes. */
@ProductTest
class TakeTelegramTest {

    private static final AtomicInteger RIVERS = new AtomicInteger();
    private static final String OURS = "9900100";

    @Autowired private TakeTelegram take;
    @Autowired private RiverStates states;
    @Autowired private Events events;
    @Autowired private SharedPlans plans;
    @Autowired private JdbcClient jdbc;

    private String area;
    private Instant now;

    @BeforeEach
    void somebodyLivesThere() {
        area = "報" + RIVERS.incrementAndGet() + "町";
        plans.inForce(area);
        now = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.HOURS);
        noProposals();
    }

    @AfterEach
    void noProposals() {
        jdbc.sql("update safety.proposal set state = 'PUT_ASIDE' where state = 'OPEN'").update();
    }

    private static String river() {
        return String.format("9900%08d", 10_000 + RIVERS.incrementAndGet());
    }

    private WrittenTelegram told(String river, int level, int minute) {
        WrittenTelegram t = WrittenTelegram.of(river, level).station("上", "").area("上", OURS, area);
        t.report = now.plusSeconds(minute * 60L);
        t.control = t.report.plusSeconds(10);
        t.serial = String.valueOf(minute + 1);
        return t;
    }

    private TakeTelegram.Taken take(WrittenTelegram t) {
        return take.take(t.bytes(), Telegrams.Source.API, "test");
    }

    private RiverState state(String river) {
        return states.of(Mode.REAL, river);
    }

    private List<String> proposals(Mode mode) {
        return jdbc.sql("select p.state || ' ' || a.area || ' ' || a.level from safety.proposal p join safety.proposal_area a on a.proposal_id = p.id where p.state = 'OPEN' and p.mode = ? and a.area like '報%' order by 1")
                .param(mode.name()).query(String.class).list();
    }

    @Test
    void aRisingRiverProposesOnceAndGoesOnInSilence() {
        String river = river();
        assertThat(take(told(river, 2, 0)).outcome()).isEqualTo(TakeTelegram.Outcome.TAKEN);
        assertThat(proposals(Mode.REAL)).as("level 2 proposes nothing").isEmpty();
        take(told(river, 3, 1));
        assertThat(proposals(Mode.REAL)).containsExactly("OPEN " + area + " 3");
        take(told(river, 4, 2));
        take(told(river, 4, 3));
        take(told(river, 3, 4));
        assertThat(proposals(Mode.REAL)).as("one proposal, as grave as it ever was").containsExactly("OPEN " + area + " 4");
        assertThat(state(river).areas()).containsOnly(java.util.Map.entry(area, 3));
        assertThat(jdbc.sql("select count(*) from safety.proposal_signal s join safety.telegram t on t.id = s.telegram_id where t.river = ?").param(river).query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void whatGoesOnAfterItWasPutAsideProposesNothingUntilItRises() {
        String river = river();
        take(told(river, 3, 0));
        noProposals();
        take(told(river, 3, 1));
        assertThat(proposals(Mode.REAL)).isEmpty();
        take(told(river, 4, 2));
        assertThat(proposals(Mode.REAL)).containsExactly("OPEN " + area + " 4");
        noProposals();
        take(told(river, 0, 3));
        take(told(river, 3, 4));
        assertThat(proposals(Mode.REAL)).as("the next flood").containsExactly("OPEN " + area + " 3");
    }

    @Test
    void theSameTelegramTwiceIsOneAlsoAtOnce() throws Exception {
        String river = river();
        WrittenTelegram t = told(river, 4, 0);
        ExecutorService all = Executors.newFixedThreadPool(6);
        try {
            List<Future<TakeTelegram.Outcome>> done = all.invokeAll(Collections.nCopies(6, (Callable<TakeTelegram.Outcome>) () -> take(t).outcome()));
            Set<TakeTelegram.Outcome> outcomes = new HashSet<>();
            int taken = 0;
            for (Future<TakeTelegram.Outcome> one : done) {
                outcomes.add(one.get());
                taken += one.get() == TakeTelegram.Outcome.TAKEN ? 1 : 0;
            }
            assertThat(taken).isOne();
            assertThat(outcomes).containsExactlyInAnyOrder(TakeTelegram.Outcome.TAKEN, TakeTelegram.Outcome.REPEATED);
        } finally {
            all.shutdownNow();
        }
        assertThat(proposals(Mode.REAL)).containsExactly("OPEN " + area + " 4");
    }

    @Test
    void aDrillProposesADrillAndATestNothing() {
        String river = river();
        int real = events("REAL");
        WrittenTelegram drill = told(river, 5, 0);
        drill.status = "訓練";
        take(drill);
        assertThat(proposals(Mode.DRILL)).containsExactly("OPEN " + area + " 5");
        WrittenTelegram test = told(river, 5, 0);
        test.status = "試験";
        take(test);
        assertThat(proposals(Mode.TEST)).isEmpty();
        assertThat(proposals(Mode.REAL)).isEmpty();
        assertThat(state(river).level()).as("nothing real is in force").isNull();
        assertThat(events("REAL")).isEqualTo(real);
    }

    private int events(String mode) {
        return jdbc.sql("select count(*) from safety.event where mode = ?").param(mode).query(Integer.class).single();
    }

    @Test
    void aWithdrawalIsNoAllClear() {
        String river = river();
        take(told(river, 3, 0));
        WrittenTelegram five = told(river, 5, 1);
        take(five);
        five.issue = "取消";
        five.control = five.control.plusSeconds(60);
        take(five);
        assertThat(state(river).areas()).containsEntry(area, 3);
        assertThat(state(river).withdrawn()).isTrue();
        String alone = river();
        WrittenTelegram four = told(alone, 4, 0);
        take(four);
        four.issue = "取消";
        four.control = four.control.plusSeconds(60);
        take(four);
        assertThat(state(alone).level()).as("unknown, not lifted").isNull();
        assertThat(states.ours()).as("and shown").extracting(RiverState::river).contains(alone);
    }

    @Test
    void whatATelegramDoesNotSayCountsAsMore() {
        String river = river();
        take(told(river, 3, 0));
        WrittenTelegram bare = WrittenTelegram.of(river, 5);
        bare.report = now.plusSeconds(300);
        bare.control = bare.report;
        take(bare);
        assertThat(state(river).areas()).as("without cities: those named before, at the river's level").containsOnly(java.util.Map.entry(area, 5));
        assertThat(state(river).concern()).isEqualTo(Concern.NAMED);

        String unknown = river();
        WrittenTelegram first = WrittenTelegram.of(unknown, 4);
        first.report = now;
        first.control = now;
        take(first);
        assertThat(state(unknown).concern()).isEqualTo(Concern.UNKNOWN);
        assertThat(state(unknown).areas()).as("a river of the prefecture that nobody described").containsEntry(area, 4).containsKeys(events.knownAreas().toArray(String[]::new));

        String other = river();
        take(WrittenTelegram.of(other, 4).at(now.toString(), now.toString()).area("上", "9900200", "-"));
        assertThat(state(other).concern()).as("it names another town").isEqualTo(Concern.NOT_OURS);
        assertThat(state(other).areas()).isEmpty();

        String odd = river();
        WrittenTelegram district = WrittenTelegram.of(odd, 4).at(now.toString(), now.toString()).area("上", OURS, area + "一丁目 どこにもない地区");
        take(district);
        assertThat(state(odd).unmatched()).containsExactly("どこにもない地区");
        assertThat(state(odd).areas()).as("a district that nobody knows stands for all").containsKeys(events.knownAreas().toArray(String[]::new));
    }

    @Test
    void aTownWithoutAnybodyIsNoUnknownDistrict() {
        String river = river();
        take(WrittenTelegram.of(river, 4).at(now.toString(), now.toString()).area("上", OURS, "桜木町二丁目 " + area));
        assertThat(state(river).unmatched()).isEmpty();
        assertThat(state(river).areas()).containsKey(area).doesNotContainKey("");
        String wide = river();
        take(WrittenTelegram.of(wide, 4).at(now.toString(), now.toString()).area("上", OURS, area.replace("町", "地区")));
        assertThat(state(wide).unmatched()).as("a 地区 may hold more than the 町 of its name").hasSize(1);
    }

    @Test
    void riversElsewhereAndTimesAheadAreLeftAlone() {
        WrittenTelegram far = WrittenTelegram.of("120010009900", 5).at(now.toString(), now.toString()).area("上", "1210000", "-");
        far.prefecture = "120000";
        assertThat(take(far).outcome()).isEqualTo(TakeTelegram.Outcome.ELSEWHERE);
        assertThat(jdbc.sql("select count(*) from safety.telegram where river = '120010009900'").query(Integer.class).single()).isZero();
        WrittenTelegram ahead = told(river(), 5, 0);
        ahead.report = Instant.now().plusSeconds(3600);
        assertThatThrownBy(() -> take(ahead)).isInstanceOfSatisfying(TelegramRefused.class, e -> assertThat(e.why()).isEqualTo(TelegramRefused.Why.FROM_THE_FUTURE));
    }

    /** The same day told twice: to one river in the order of its times, to the other doubled and in any order. */
    @Test
    void whateverTheOrderOfArrivalTheStateIsThatOfTheTimes() {
        Set<String> met = new HashSet<>();
        for (long seed = 1; seed <= 25; seed++) {
            Random random = new Random(seed);
            String ordered = river();
            String shuffled = river();
            List<WrittenTelegram> day = new ArrayList<>();
            for (int i = 0, serial = 0; i < 10; i++) {
                WrittenTelegram t = told(ordered, random.nextInt(4) == 0 ? 0 : 2 + random.nextInt(4), i * 3);
                int act = random.nextInt(8);
                t.status = random.nextInt(5) == 0 ? "訓練" : "通常";
                t.issue = act == 6 && serial > 0 ? "訂正" : act == 7 && serial > 0 ? "取消" : act == 5 ? "遅延" : "発表";
                t.serial = String.valueOf(t.issue.equals("訂正") || t.issue.equals("取消") ? 1 + random.nextInt(serial) : ++serial);
                t.report = t.issue.equals("遅延") ? t.report.minusSeconds(240) : t.report;
                day.add(t);
                met.add(t.issue + t.status);
            }
            day.removeIf(t -> random.nextInt(6) == 0);
            day.forEach(this::take);
            List<WrittenTelegram> other = new ArrayList<>(day);
            other.addAll(day.subList(0, day.size() / 2));
            Collections.shuffle(other, random);
            for (WrittenTelegram t : other) {
                take.take(t.text().replace(ordered, shuffled).replace(ordered.substring(0, 10), shuffled.substring(0, 10)).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        Telegrams.Source.API, "test");
            }
            for (Mode mode : List.of(Mode.REAL, Mode.DRILL)) {
                RiverState one = states.of(mode, ordered);
                RiverState two = states.of(mode, shuffled);
                assertThat(new RiverState(mode, "", two.name(), two.level(), two.since(), null, two.withdrawn(), two.conflict(), two.concern(), two.unmatched(), two.areas()))
                        .as("seed " + seed + " " + mode).isEqualTo(new RiverState(mode, "", one.name(), one.level(), one.since(), null, one.withdrawn(), one.conflict(), one.concern(),
                                one.unmatched(), one.areas()));
            }
            assertThat(jdbc.sql("select mode || count(*) from safety.proposal where state = 'OPEN' group by mode, hazard_group having count(*) > 1").query(String.class).list()).isEmpty();
        }
        assertThat(met).contains("発表通常", "訂正通常", "取消通常", "遅延通常", "発表訓練");
    }
}
