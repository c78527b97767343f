package jp.michishirube.roster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.michishirube.municipality.Municipality;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;

/** The receiving side's book: a package is accepted once, and every refusal is noted. */
class AcceptPackageTest {

    private static RosterFixture roster;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        roster = new RosterFixture();
        ExportRoster.run(new String[] {"--make-key=sign", "--name=inside", "--out=" + folder.resolve("sign")});
        ExportRoster.run(new String[] {"--make-key=receive", "--name=outside", "--out=" + folder.resolve("own")});
        Files.writeString(folder.resolve("in.csv"), "宛名番号,氏名,生年月日,住所\r\nM1,𠮷田 キヨ,S10.1.27,川端町1\r\n");
    }

    @AfterAll
    static void stop() {
        roster.close();
    }

    @BeforeEach
    void empty() {
        roster.empty();
    }

    private static AcceptPackage acceptor(String installation) {
        return new AcceptPackage(new HandoverSettings(folder.resolve("own").toString(), folder.resolve("sign.pub").toString(), installation),
                roster.context.getBean(ImportRoster.class), roster.context.getBean(Handovers.class), roster.intakes, roster.context.getBean(WhoAmI.class),
                roster.context.getBean(Municipality.class), roster.context.getBean(PlatformTransactionManager.class));
    }

    private static Path sealed(String name) {
        Path out = folder.resolve(name);
        assertThat(ExportRoster.run(new String[] {"--in=" + folder.resolve("in.csv"), "--out=" + out, "--key=" + folder.resolve("sign"),
            "--for=" + folder.resolve("own.pub"), "--installation=here", "--part", "--by=加藤", "--log=" + folder.resolve("log")})).isZero();
        return out;
    }

    private static long accept(AcceptPackage acceptor, Path file) throws IOException {
        assertThat(AcceptPackage.looksLikeOne(file)).isTrue();
        try (var in = Files.newInputStream(file); UploadedFile upload = UploadedFile.of(in, "名簿.jose", 1 << 20)) {
            return acceptor.accept(upload, "");
        }
    }

    @Test
    void acceptedOnceAndNotedWithWhoMadeIt() throws IOException {
        Path file = sealed("once.jose");
        Intake intake = roster.check(accept(acceptor("here"), file));
        assertThat(intake.count(Verdict.NEW)).isEqualTo(1);
        assertThat(intake.fullList()).isFalse();
        assertThat(intake.packageId()).isNotNull();
        assertThatThrownBy(() -> accept(acceptor("here"), file)).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.kind()).isEqualTo("roster-package-replayed"));
        assertThat(roster.jdbc.sql("select exported_by || ' ' || rows || ' ' || (intake is not null) from roster.handover where refused is null")
                .query(String.class).single()).isEqualTo("加藤 1 true");
        assertThat(roster.jdbc.sql("select refused from roster.handover where refused is not null").query(String.class).single()).isEqualTo("replayed");
    }

    @Test
    void oneForAnotherPlaceIsRefusedAndNoted() throws IOException {
        Path file = sealed("other.jose");
        assertThatThrownBy(() -> accept(acceptor("there"), file)).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.kind()).isEqualTo("roster-package-not-for-us"));
        assertThat(roster.jdbc.sql("select refused from roster.handover").query(String.class).single()).isEqualTo("not-for-us");
        assertThat(roster.jdbc.sql("select count(*) from roster.intake").query(Long.class).single()).isZero();
    }

    @Test
    void withoutASetUpNothingIsAccepted() {
        AcceptPackage none = new AcceptPackage(new HandoverSettings(null, null, null), null, null, roster.intakes, roster.context.getBean(WhoAmI.class),
                roster.context.getBean(Municipality.class), roster.context.getBean(PlatformTransactionManager.class));
        assertThatThrownBy(() -> accept(none, sealed("none.jose"))).isInstanceOf(Problem.class);
    }

    @Test
    void keysThatCannotBeReadAreSaidToBeNotSetUp() throws IOException {
        AcceptPackage broken = new AcceptPackage(new HandoverSettings(folder.resolve("nowhere").toString(), folder.resolve("sign.pub").toString(), "here"),
                null, null, roster.intakes, roster.context.getBean(WhoAmI.class), roster.context.getBean(Municipality.class),
                roster.context.getBean(PlatformTransactionManager.class));
        Path file = sealed("keys.jose");
        assertThatThrownBy(() -> accept(broken, file)).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo("roster-package-not-set-up"));
    }

    @Test
    void aTableThatCannotBeReadStandsInTheListOfArrivals() throws IOException {
        Files.writeString(folder.resolve("in.csv"), "氏名,生年月日,住所\r\n");
        Path empty = sealed("empty.jose");
        Files.writeString(folder.resolve("in.csv"), "宛名番号,氏名,生年月日,住所\r\nM1,𠮷田 キヨ,S10.1.27,川端町1\r\n");
        long id = accept(acceptor("here"), empty);
        assertThat(roster.check(id).count(Verdict.GONE)).isZero();
        assertThat(roster.jdbc.sql("select count(*) from roster.handover where intake is not null").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void aTableIsNoPackage() throws IOException {
        assertThat(AcceptPackage.looksLikeOne(folder.resolve("in.csv"))).isFalse();
    }
}
