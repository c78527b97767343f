package jp.michishirube.safety.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.telegram.TelegramHead.Issue;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Instant NOON = Instant.parse("2026-09-01T03:00:00Z");
    private long ids;

    private KeptTelegram t(Issue issue, int minute, int sent, Integer serial, Integer level) {
        ids++;
        return new KeptTelegram(ids, String.format("%04x", ids * 7919 % 65521), Mode.REAL, issue, "990010009900", "試験川", "", "", "", NOON.plusSeconds(minute * 60L),
                NOON.plusSeconds(sent * 60L), serial, level, true, Set.of("99"), true, List.of(), NOON);
    }

    private static Integer level(KeptTelegram... all) {
        return Course.of(List.of(all)).last().map(KeptTelegram::level).orElse(null);
    }

    @Test
    void theNewestByItsOwnTimeCounts() {
        assertThat(level(t(Issue.ISSUED, 60, 60, 2, 4), t(Issue.ISSUED, 0, 0, 1, 3))).isEqualTo(4);
        assertThat(level(t(Issue.ISSUED, 60, 60, 2, 0), t(Issue.ISSUED, 0, 0, 1, 3))).as("an older warning that comes late raises nothing that was lifted").isZero();
        assertThat(level(t(Issue.ISSUED, 0, 0, 1, 3), t(Issue.DELAYED, 30, 90, 2, 5), t(Issue.ISSUED, 60, 60, 3, 4))).as("late on its way").isEqualTo(4);
    }

    @Test
    void aCorrectionStandsInThePlaceOfWhatItCorrects() {
        KeptTelegram first = t(Issue.ISSUED, 0, 0, 1, 5);
        assertThat(level(first, t(Issue.CORRECTED, 0, 10, 1, 3))).isEqualTo(3);
        assertThat(level(first, t(Issue.ISSUED, 60, 60, 2, 4), t(Issue.CORRECTED, 90, 90, 1, 3))).as("of the first, sent after the second").isEqualTo(4);
        assertThat(level(t(Issue.ISSUED, 60, 60, 2, 4), t(Issue.CORRECTED, 90, 90, 1, 3))).as("whose first issue never came").isEqualTo(4);
        assertThat(level(t(Issue.CORRECTED, 0, 10, 1, 3))).as("alone").isEqualTo(3);
        assertThat(level(t(Issue.ISSUED, 0, 0, null, 5), t(Issue.CORRECTED, 0, 5, null, 3))).as("without numbers").isEqualTo(3);
    }

    @Test
    void aWithdrawalBringsBackWhatWasSaidBefore() {
        Course course = Course.of(List.of(t(Issue.ISSUED, 0, 0, 1, 3), t(Issue.ISSUED, 60, 60, 2, 5), t(Issue.WITHDRAWN, 60, 70, 2, null)));
        assertThat(course.last().orElseThrow().level()).isEqualTo(3);
        assertThat(course.withdrawn()).isTrue();
        Course nothing = Course.of(List.of(t(Issue.ISSUED, 0, 0, 1, 3), t(Issue.WITHDRAWN, 0, 10, 1, null)));
        assertThat(nothing.last()).as("not lifted: nobody knows").isEmpty();
        assertThat(nothing.withdrawn()).isTrue();
        assertThat(level(t(Issue.ISSUED, 0, 0, 1, 3), t(Issue.ISSUED, 60, 60, 2, 0), t(Issue.WITHDRAWN, 60, 70, 2, null))).as("a lifting taken back").isEqualTo(3);
        assertThat(Course.of(List.of(t(Issue.ISSUED, 0, 0, 1, 3), t(Issue.WITHDRAWN, 0, 10, 1, null), t(Issue.ISSUED, 20, 20, 2, 4))).withdrawn()).isFalse();
        assertThat(level(t(Issue.ISSUED, 0, 0, 1, 3), t(Issue.WITHDRAWN, 5, 5, 7, null))).as("of an issue that never came").isEqualTo(3);
    }

    @Test
    void numbersBeginAnewWithEachFlood() {
        assertThat(level(t(Issue.ISSUED, 0, 0, 1, 3), t(Issue.ISSUED, 60, 60, 2, 0), t(Issue.ISSUED, 600, 600, 1, 4), t(Issue.WITHDRAWN, 600, 610, 1, null)))
                .as("the first issue of the second flood is taken back").isZero();
        assertThat(level(t(Issue.ISSUED, 0, 0, 1, 3), t(Issue.ISSUED, 60, 60, 2, 0), t(Issue.CORRECTED, 60 * 30, 60 * 30, 1, 4))).as("a day later it is another flood").isEqualTo(4);
    }

    @Test
    void ofTwoOfTheSameTimesTheGraverCountsAndTheDoubtIsSaid() {
        Course course = Course.of(List.of(t(Issue.ISSUED, 0, 0, 1, 5), t(Issue.ISSUED, 0, 0, 1, 3)));
        assertThat(course.last().orElseThrow().level()).isEqualTo(5);
        assertThat(course.lastWithDoubts()).hasSize(2);
        assertThat(Course.of(List.of(t(Issue.ISSUED, 0, 0, 1, 5), t(Issue.ISSUED, 0, 0, 1, 5))).lastWithDoubts()).as("the same twice").hasSize(1);
    }

    @Test
    void sinceWhenALevelStands() {
        Course course = Course.of(List.of(t(Issue.ISSUED, 0, 0, 1, 4), t(Issue.ISSUED, 10, 10, 2, 3), t(Issue.ISSUED, 20, 20, 3, 4), t(Issue.ISSUED, 30, 30, 4, 4)));
        assertThat(course.first().orElseThrow().serial()).isEqualTo(3);
    }

    /** Lost, late, in another order: what remains of a day says the same in whatever order it came. */
    @Test
    void theOrderOfArrivalMeansNothing() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<KeptTelegram> day = new ArrayList<>();
            int minute = 0;
            int serial = 0;
            for (int i = 0; i < 12; i++) {
                minute += random.nextInt(90);
                int act = random.nextInt(6);
                if (act == 4 && serial > 0) {
                    day.add(t(Issue.CORRECTED, minute - random.nextInt(60), minute, 1 + random.nextInt(serial), random.nextBoolean() ? 0 : 2 + random.nextInt(4)));
                } else if (act == 5 && serial > 0) {
                    day.add(t(Issue.WITHDRAWN, minute, minute, 1 + random.nextInt(serial), null));
                } else {
                    day.add(t(act == 3 ? Issue.DELAYED : Issue.ISSUED, minute - (act == 3 ? 30 : 0), minute, ++serial, random.nextInt(5) == 0 ? 0 : 2 + random.nextInt(4)));
                }
            }
            day.removeIf(t -> random.nextInt(5) == 0);
            Course inOrder = Course.of(day);
            Collections.shuffle(day, random);
            assertThat(Course.of(day)).as("seed " + seed).isEqualTo(inOrder);
        }
    }
}
