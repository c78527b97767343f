package jp.michishirube.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.michishirube.evidence.Findings.Kind;
import jp.michishirube.notification.CityMailForTests;
import jp.michishirube.signing.SealForTests;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Somebody with all power over the database, and what the proof of the chain tells of it. */
class VerifyLogTest {

    @TempDir
    private Path folder;

    private DriverManagerDataSource database;
    private JdbcClient jdbc;
    private SealDays seal;

    @BeforeEach
    void aChainOfTwoLinks() {
        database = new DriverManagerDataSource(Surroundings.migratedDatabase(), "postgres", "");
        jdbc = JdbcClient.create(database);
        seal = days(Clock.systemUTC(), folder);
        jdbc.sql("insert into casefile.resident (name) values ('見本')").update();
        jdbc.sql("insert into casefile.casefile (number, resident_id, opened_at) values ('V-1', 1, now())").update();
        reads(100);
        carryOn();
        reads(50);
        carryOn();
    }

    @Test
    void nothingDoneNothingFound() {
        assertThat(proof().faults()).isEmpty();
        assertThat(proof().lines()).isEqualTo(150);
    }

    @Test
    void aRemovedAnAlteredAndAnAddedLineAreFoundByDayAndPlace() {
        byHand("delete from privacy.access where id = 20");
        byHand("update privacy.access set name = 'y' where id = 130");
        byHand("insert into privacy.access (at, case_id, person_id, name, role, what) values (now() - interval '9 days', 1, 'z', 'z', 'R', 'plan')");
        carryOn();
        assertThat(told()).containsExactly(today() + " 1-20 privacy.access 20 REMOVED", today() + " 2-30 privacy.access 130 ALTERED",
                today() + " 3-1 privacy.access 151 DATED_BACK");
    }

    @Test
    void whoAlsoTakesTheLineOutOfTheChainIsFound() {
        byHand("delete from privacy.access where id = 20; delete from evidence.line where row_id = 20");
        assertThat(told()).containsExactly(today() + " 1-20 privacy.access LINE_MISSING");
    }

    @Test
    void whoAlsoNumbersTheLinesAnewBreaksTheLink() {
        byHand("delete from privacy.access where id = 100; delete from evidence.line where row_id = 100; update evidence.link set lines = 99 where no = 1");
        assertThat(told()).containsExactly(today() + " 1 privacy.access LINK_BROKEN");
    }

    @Test
    void whoTakesAWholeLinkOutLeavesAGap() {
        byHand("delete from evidence.line where no = 1; delete from evidence.link where no = 1");
        assertThat(told()).startsWith(today() + " 1  LINK_MISSING");
    }

    @Test
    void aFaultAtTheBorderOfTwoPartsOrOfTwoDaysIsFoundOnce() {
        byHand("insert into evidence.link select day + 1, no, source, lines, last_id, chained, made from evidence.link where no = 2;"
                + " insert into evidence.line select day + 1, no, seq, source, -row_id, form, salt, hash from evidence.line where no = 2");
        assertThat(told()).contains(today().plusDays(1) + " 1  LINK_MISSING", today().plusDays(1) + " 2 privacy.access LINK_BROKEN");
        byHand("delete from evidence.link where no = 2");
        assertThat(told()).contains(today() + " 2  LINE_WITHOUT_LINK", today().plusDays(1) + " 2  LINE_WITHOUT_LINK");
    }

    @Test
    void aLineThatCamePastTheChainIsFound() {
        byHand("update evidence.source set mark = 150 where name = 'privacy.access'; delete from evidence.line where row_id = 150;"
                + " update evidence.link set lines = 49 where no = 2");
        assertThat(told()).contains("null  privacy.access 150 OUTSIDE");
    }

    @Test
    void aLineWhoseTransactionEndsLateIsTakenWithinFiveMinutes() throws Exception {
        try (Connection slow = database.getConnection(); Statement read = slow.createStatement()) {
            slow.setAutoCommit(false);
            read.execute("insert into privacy.access (at, case_id, person_id, name, role, what) values (now(), 1, 'late', '佐藤', 'R', 'plan')");
            reads(1);
            carryOn();
            assertThat(proof().lines()).isEqualTo(151);
            slow.commit();
        }
        byHand("update evidence.source set looked = looked - interval '6 minutes'");
        carryOn();
        assertThat(proof().lines()).isEqualTo(152);
        assertThat(proof().faults()).isEmpty();
    }

    @Test
    void whoMakesTheWholeChainAnewDoesNotFitToTheSealedDayNorToItsFile() throws Exception {
        seal.before(today().plusDays(1));
        assertThat(proof().faults()).isEmpty();
        assertThat(proof().sealedDays()).isEqualTo(1);

        byHand("delete from privacy.access where id = 20; truncate evidence.line, evidence.link; update evidence.source set mark = 0");
        carryOn();
        assertThat(told()).containsExactly(today() + "   HEAD_DIFFERS");

        byHand("truncate evidence.head, evidence.kept_apart");
        seal.before(today().plusDays(1));
        assertThat(told()).hasSize(1).allMatch(f -> f.endsWith("FILE_DIFFERS"));

        byHand("update evidence.head set signature = sha256(signature)");
        assertThat(told()).anyMatch(f -> f.endsWith("HEAD_NOT_OURS"));
        Files.delete(folder.resolve(today() + ".txt"));
        assertThat(told()).anyMatch(f -> f.endsWith("FILE_MISSING"));
    }

    @Test
    void aDayThatCannotBeWrittenHoldsUpNoOtherAndIsWrittenLater() throws Exception {
        byHand("insert into evidence.link select day - 2, no, source, lines, last_id, chained, made from evidence.link;"
                + " insert into evidence.line select day - 2, no, seq, source, -row_id, form, salt, hash from evidence.line");
        Path inTheWay = Files.createDirectories(folder.resolve(today().minusDays(2) + ".part"));
        seal.before(today().plusDays(1));
        assertThat(proof().sealedDays()).isEqualTo(2);
        assertThat(folder.resolve(today() + ".txt")).exists();
        assertThat(folder.resolve(today().minusDays(2) + ".txt")).doesNotExist();

        Files.delete(inTheWay);
        seal.before(today().plusDays(1));
        assertThat(folder.resolve(today().minusDays(2) + ".txt")).exists();

        Files.delete(folder.resolve(today() + ".txt"));
        seal.before(today().plusDays(1));
        assertThat(folder.resolve(today() + ".txt")).as("whoever takes a file away is found: it is not written anew").doesNotExist();
    }

    @Test
    void daysWaitForAKeyThatIsValidAndAnOldOnesSealsHold() {
        days(Clock.offset(Clock.systemUTC(), Duration.ofDays(4000)), folder).before(today().plusDays(1));
        assertThat(proof().sealedDays()).isZero();
        seal.before(today().plusDays(1));
        assertThat(proof().faults()).isEmpty();
        byHand("update evidence.head set made = made + interval '11 years'");
        assertThat(told()).as("sealed when the certificate had ended").containsExactly(today() + "   HEAD_NOT_OURS");
    }

    @Test
    void theCityIsMailedTheDaysHeadOnceAndNothingElse() {
        seal.before(today().plusDays(1));
        seal.before(today().plusDays(1));
        assertThat(jdbc.sql("select person_id || '|' || template || '|' || args from notification.mail").query(String.class).list())
                .containsExactly("|CITY:day-head|" + today() + "\n" + jdbc.sql("select day || ' ' || links || ' ' || encode(chained, 'hex') from evidence.head")
                        .query(String.class).single());
    }

    @Test
    void erasedLinesPassAndAreCountedByTheirRule() {
        jdbc.sql("""
                begin; set local role michishirube_owner; set local michishirube.erasing = 'on'; set local michishirube.erasing_rule = 'retention';
                delete from privacy.access where id <= 3; update privacy.access set name = '' where id = 4; commit
                """).update();
        carryOn();
        assertThat(proof().faults()).isEmpty();
        assertThat(proof().erased()).isEqualTo(Map.of("retention", 4L));
        assertThat(jdbc.sql("select count(*) from evidence.line where row_id <= 3 and salt is not null").query(Integer.class).single()).isZero();

        byHand("update privacy.access set name = 'y' where id = 4");
        assertThat(told()).containsExactly(today() + " 3-1 privacy.access 4 ALTERED");
    }

    @Test
    void aColumnThatComesLaterLeavesOldLinesProvable() {
        jdbc.sql("alter table privacy.access add column ground text not null default 'duty'").update();
        reads(1);
        carryOn();
        assertThat(proof().faults()).isEmpty();
        byHand("update privacy.access set ground = 'x'");
        assertThat(told()).containsExactly(today() + " 3-1 privacy.access 151 ALTERED");
    }

    @Test
    void theCommandSaysByItsExitWhetherEverythingHolds() {
        assertThat(VerifyLogCommand.run(new String[0], database)).isZero();
        byHand("delete from privacy.access where id = 20");
        assertThat(VerifyLogCommand.run(new String[0], database)).isEqualTo(1);
    }

    private SealDays days(Clock clock, Path kept) {
        return new SealDays(jdbc, SealForTests.of(database, folder.resolve("seal.p12"), clock), CityMailForTests.of(database, "city@example.jp"),
                new KeptApart(kept.toString()));
    }

    private void reads(int lines) {
        jdbc.sql("insert into privacy.access (at, case_id, person_id, name, role, what) select now(), 1, 'p', '佐藤', 'R', 'plan' from generate_series(1, ?)")
                .param(lines).update();
    }

    private void carryOn() {
        new CarryOn(jdbc, seal).take(false);
    }

    /** Past all triggers, as a database's administrator may. */
    private void byHand(String sql) {
        jdbc.sql("begin; set local session_replication_role = replica; " + sql + "; commit").update();
    }

    private Findings proof() {
        Findings found = new VerifyLog(database).run(folder);
        assertThat(new VerifyLog(database, 7).run(folder)).as("looked at in small parts").isEqualTo(found);
        return found;
    }

    private List<String> told() {
        return proof().faults().stream().map(f -> f.day() + " " + (f.kind() == Kind.FILE_DIFFERS || f.kind() == Kind.FILE_MISSING ? "" : f.place()) + " "
                + f.table() + " " + f.kind()).toList();
    }

    private LocalDate today() {
        return jdbc.sql("select (now() at time zone 'Asia/Tokyo')::date").query(LocalDate.class).single();
    }
}
