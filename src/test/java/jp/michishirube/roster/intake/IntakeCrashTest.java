package jp.michishirube.roster.intake;

import static jp.michishirube.roster.intake.RosterFixture.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What goes wrong in the middle leaves exactly one case per person in the end. */
class IntakeCrashTest {

    private static final int PEOPLE = 350;
    private static RosterFixture roster;

    @BeforeAll
    static void start() {
        roster = new RosterFixture();
    }

    @AfterAll
    static void stop() {
        roster.close();
    }

    @BeforeEach
    void empty() {
        roster.empty();
    }

    private static String people(int from, int to) {
        return csv("宛名番号,氏名,生年月日,住所", IntStream.range(from, to).mapToObj(i -> "M%d,山田 %s,1940-01-01,青葉町%d番地".formatted(
                i, new String(Character.toChars(0x4E00 + i)), i)).toArray(String[]::new));
    }

    private void onePerPerson(int people) {
        assertThat(roster.cases()).isEqualTo(people);
        assertThat(roster.jdbc.sql("select count(distinct city_number) from casefile.casefile").query(Integer.class).single()).isEqualTo(people);
        assertThat(roster.jdbc.sql("select count(distinct case_id) from roster.entry").query(Integer.class).single()).isEqualTo(people);
    }

    private void leasesRunOut() {
        roster.jdbc.sql("update roster.intake set lease_until = now() - interval '1 minute'").update();
    }

    @Test
    void theDatabaseGoesAwayInTheMiddleAndTheWorkGoesOnLater() {
        Intake preview = roster.preview(people(0, PEOPLE));
        AtomicInteger opened = new AtomicInteger();
        roster.played.onOpen = r -> {
            if (opened.incrementAndGet() == 250) {
                throw new DataAccessResourceFailureException("gone");
            }
        };
        Intake halted = roster.confirm(preview, false);
        assertThat(halted.state()).isEqualTo(IntakeState.RUNNING);
        assertThat(halted.applied()).isEqualTo(200);
        assertThat(halted.stumbled()).isEqualTo(1);
        assertThat(roster.cases()).isEqualTo(200);
        leasesRunOut();
        roster.worker.runAll();
        assertThat(roster.intakes.get(preview.id()).state()).isEqualTo(IntakeState.DONE);
        onePerPerson(PEOPLE);
    }

    @Test
    void aWorkerThatDiesIsFollowedByAnother() {
        Intake preview = roster.preview(people(0, PEOPLE));
        AtomicInteger opened = new AtomicInteger();
        roster.played.onOpen = r -> {
            if (opened.incrementAndGet() == 150) {
                throw new ThreadDeath();
            }
        };
        assertThatThrownBy(() -> roster.confirm(preview, false)).isInstanceOf(ThreadDeath.class);
        assertThat(roster.cases()).isEqualTo(100);
        RosterWorker other = roster.context.getAutowireCapableBeanFactory().createBean(RosterFixture.StillWorker.class);
        other.runAll();
        assertThat(roster.cases()).as("the lease still holds").isEqualTo(100);
        leasesRunOut();
        other.runAll();
        onePerPerson(PEOPLE);
    }

    @Test
    void twoWorkersWhoBothThinkTheyHoldItDoNotDouble() throws Exception {
        Intake preview = roster.preview(people(0, PEOPLE));
        RosterWorker other = roster.context.getAutowireCapableBeanFactory().createBean(RosterFixture.StillWorker.class);
        CountDownLatch inside = new CountDownLatch(1);
        AtomicInteger opened = new AtomicInteger();
        Thread[] rival = new Thread[1];
        roster.played.onOpen = r -> {
            if (opened.incrementAndGet() == 150) {
                // a stop-the-world pause: the lease runs out meanwhile and another takes over
                rival[0] = new Thread(() -> {
                    inside.countDown();
                    other.runAll();
                });
                rival[0].start();
                pause(inside);
            }
        };
        Intake done = roster.confirm(preview, false);
        rival[0].join(90_000);
        assertThat(roster.intakes.get(done.id()).state()).isEqualTo(IntakeState.DONE);
        onePerPerson(PEOPLE);
    }

    private static void pause(CountDownLatch latch) {
        try {
            latch.await();
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void oneRowThatCannotBeTakenInIsLeftAsideAndNamed() {
        Intake preview = roster.preview(people(0, PEOPLE));
        roster.played.onOpen = r -> {
            if (r.cityNumber().equals("M123")) {
                throw new IllegalStateException("M123");
            }
        };
        Intake done = roster.confirm(preview, false);
        assertThat(done.state()).isEqualTo(IntakeState.DONE);
        onePerPerson(PEOPLE - 1);
        assertThat(roster.jdbc.sql("select problems::text from roster.intake_row where verdict = 'WRONG'").query(String.class).single())
                .contains("not-applied");
        roster.played.calm();
        roster.confirm(roster.preview(people(0, PEOPLE)), false);
        onePerPerson(PEOPLE);
    }

    @Test
    void aCheckThatIsInterruptedGoesOnWhereItWas() {
        long id = roster.receive(people(0, 2500));
        CheckRows check = roster.context.getBean(CheckRows.class);
        check.next(id);
        check.next(id);
        assertThat(roster.intakes.get(id).checked()).isEqualTo(2 * CheckRows.PAGE);
        Intake ready = roster.check(id);
        assertThat(ready.count(Verdict.NEW)).isEqualTo(2500);
    }

    @Test
    void theSameFileTwiceAtOnceIsCheckedAgainBeforeTheSecondActs() {
        Intake one = roster.preview(people(0, 50));
        Intake two = roster.preview(people(0, 50));
        ConfirmImport confirm = roster.context.getBean(ConfirmImport.class);
        assertThat(confirm.confirm(one.id(), true)).isTrue();
        assertThatThrownBy(() -> confirm.confirm(two.id(), true)).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.kind()).isEqualTo("roster-import-runs"));
        roster.worker.runAll();
        assertThat(confirm.confirm(two.id(), true)).isFalse();
        Intake again = roster.check(two.id());
        assertThat(again.count(Verdict.UNCHANGED)).isEqualTo(50);
        roster.confirm(again, true);
        onePerPerson(50);
    }
}
