package jp.michishirube.safety.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Random answers of random voices, with clocks that are wrong by up to two days either way, in any order. */
class PresentTest {

    private static final Instant START = Instant.parse("2026-11-30T01:00:00Z");
    private static final String SEED = "20261130";

    @Provide
    Arbitrary<List<Answer>> histories() {
        Arbitrary<Answer> one = Combinators.combine(Arbitraries.of(Said.class), Arbitraries.of(Voice.class), Arbitraries.of(true, false),
                Arbitraries.integers().between(-2880, 2880), Arbitraries.integers().between(0, 300))
                .as((said, voice, onSite, asOf, received) -> new Answer(0, said, voice, onSite, START.plus(Duration.ofMinutes(asOf)),
                        START.plus(Duration.ofMinutes(received))));
        return one.list().ofMinSize(0).ofMaxSize(9).map(list -> {
            List<Answer> numbered = new ArrayList<>();
            list.forEach(a -> numbered.add(new Answer(numbered.size() + 1, a.said(), a.voice(), a.onSite(), a.asOf(), a.received())));
            return numbered;
        });
    }

    @Property(tries = 3000, seed = SEED)
    void theOrderOfArrivalChangesNothing(@ForAll("histories") List<Answer> answers, @ForAll Random random) {
        List<Answer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, random);
        assertThat(Present.of(shuffled)).isEqualTo(Present.of(answers));
    }

    /** Said anew in other words: who may end a call for help, and when. */
    @Property(tries = 5000, seed = SEED)
    void helpIsHiddenByNoFartherAndNoOlderVoice(@ForAll("histories") List<Answer> answers) {
        Comparator<Answer> order = Comparator.comparing(PresentTest::counted).thenComparing(Answer::received).thenComparing(Answer::id);
        boolean open = answers.stream().filter(a -> Set.of(Said.NEEDS_HELP, Said.HURT).contains(a.said())).anyMatch(call -> answers.stream()
                .noneMatch(a -> order.compare(a, call) > 0 && a.said() != Said.DECLINED && a.said() != Said.NOT_MET
                        && (a.onSite() || a.voice() == Voice.SELF || a.voice() == Voice.STAFF)));
        Present present = Present.of(answers);
        assertThat(present.said() != null && present.said().isHelp()).isEqualTo(open);
    }

    @Property(tries = 3000, seed = SEED)
    void takingBackAnAllClearBringsTheCallForHelpBack(@ForAll("histories") List<Answer> answers) {
        Answer call = new Answer(100, Said.NEEDS_HELP, Voice.SELF, false, START.plus(Duration.ofDays(5)), START.plus(Duration.ofDays(5)));
        Answer clear = new Answer(101, Said.SAFE, Voice.ASSOCIATION, true, START.plus(Duration.ofDays(6)), START.plus(Duration.ofDays(6)));
        List<Answer> called = new ArrayList<>(answers);
        called.add(call);
        List<Answer> cleared = new ArrayList<>(called);
        cleared.add(clear);
        assertThat(Present.of(called).said().isHelp()).isTrue();
        assertThat(Present.of(cleared).said()).isEqualTo(Said.SAFE);
    }

    @Property(tries = 3000, seed = SEED)
    void eachPersonIsCountedOnce(@ForAll("histories") List<Answer> answers, @ForAll boolean failed) {
        Said said = Present.of(answers).said();
        boolean answered = answers.stream().anyMatch(a -> a.said().isAnswer());
        boolean declined = said == Said.DECLINED;
        boolean unreached = said == Said.NOT_MET || said == null && failed;
        Map<Group, Boolean> where = new EnumMap<>(Group.class);
        where.put(Group.ANSWERED, answered);
        where.put(Group.REFUSED, declined);
        where.put(Group.UNREACHABLE, unreached);
        where.put(Group.UNANSWERED, !answered && !declined && !unreached);
        where.values().removeIf(is -> !is);
        assertThat(where).containsOnlyKeys(Group.of(said, failed));
    }

    @Property(tries = 3000, seed = SEED)
    void aClockThatRunsAheadIsNoNewerThanNow(@ForAll("histories") List<Answer> answers) {
        Optional.ofNullable(Present.of(answers).answer()).ifPresent(a -> assertThat(a.at()).isBeforeOrEqualTo(a.received()));
    }

    @Test
    void aRelativeFarAwayDoesNotHideTheCallButLeavesAContradiction() {
        Answer call = new Answer(1, Said.NEEDS_HELP, Voice.SELF, false, START, START);
        Answer far = new Answer(2, Said.SAFE, Voice.FAMILY, false, START.plusSeconds(60), START.plusSeconds(60));
        assertThat(Present.of(List.of(call, far))).isEqualTo(new Present(call, true));
        Answer met = new Answer(3, Said.SAFE, Voice.SUPPORTER, true, START.plusSeconds(120), START.plusSeconds(120));
        assertThat(Present.of(List.of(call, far, met))).isEqualTo(new Present(met, false));
    }

    @Test
    void aLesserCallFromFarAwayDoesNotHideAnInjury() {
        Answer hurt = new Answer(1, Said.HURT, Voice.SELF, false, START, START);
        Answer less = new Answer(2, Said.NEEDS_HELP, Voice.FAMILY, false, START.plusSeconds(60), START.plusSeconds(60));
        assertThat(Present.of(List.of(less, hurt)).said()).isEqualTo(Said.HURT);
    }

    private static Instant counted(Answer a) {
        return a.asOf().isAfter(a.received()) ? a.received() : a.asOf();
    }
}
