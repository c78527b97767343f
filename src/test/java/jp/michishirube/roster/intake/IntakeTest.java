package jp.michishirube.roster.intake;

import static jp.michishirube.roster.intake.RosterFixture.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.AddressChanged;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.LeftRoster;
import jp.michishirube.roster.entry.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final String HEADER = "宛名番号,氏名,生年月日,住所,町内会,受託事業者コード,異動事由";
    private static final String HANA = "M1,髙橋 ハナ,S13.4.12,青葉町二丁目6番13号,青葉町,AOBA,";
    private static final String KIYO = "M2,𠮷田 キヨ,1935-01-27,川端町四丁目5番5号,川端町,,";

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

    private void take(String... rows) {
        roster.confirm(roster.preview(csv(HEADER, rows)), true);
    }

    private String caseOf(String number, String column) {
        return roster.jdbc.sql("select " + column + " from casefile.casefile where city_number = ? order by id desc limit 1").param(number)
                .query((rs, n) -> rs.getString(1)).list().get(0);
    }

    @Test
    void theDemoFileOpensFortyCasesAndTheSameAgainChangesNothing() throws IOException {
        String demo = Files.readString(Path.of("src/main/resources/demo/roster-990019.csv"));
        Intake first = roster.preview(demo);
        assertThat(first.state()).isEqualTo(IntakeState.READY);
        assertThat(first.count(Verdict.NEW)).isEqualTo(40);
        assertThat(first.count(Verdict.WRONG)).isEqualTo(2);
        assertThat(first.count(Verdict.DUPLICATE)).isEqualTo(1);
        assertThat(roster.cases()).isZero();
        Intake done = roster.confirm(first, true);
        assertThat(done.state()).isEqualTo(IntakeState.DONE);
        assertThat(done.applied()).isEqualTo(40);
        assertThat(roster.cases()).isEqualTo(40);
        Intake again = roster.preview(demo);
        assertThat(again.counts()).containsEntry("UNCHANGED", 40L).doesNotContainKeys("NEW", "CHANGED", "GONE");
        roster.confirm(again, true);
        assertThat(roster.cases()).isEqualTo(40);
        assertThat(roster.played.events).isEmpty();
    }

    @Test
    void namesArriveToTheLetter() {
        take(HANA, KIYO, "M3,塚本 葛󠄀,1940-01-01,山手町1,山手町,,");
        assertThat(roster.jdbc.sql("select name from roster.entry order by id").query(String.class).list())
                .containsExactly("髙橋 ハナ", "𠮷田 キヨ", "塚本 葛󠄀");
    }

    @Test
    void theOfficeOfTheFileElseTheRule() {
        take(HANA, KIYO, "M3,山 一,1940-01-01,遠町1,遠町,,", "M4,山 二,1940-01-01,山手町1,山手町,,");
        assertThat(caseOf("M1", "office")).isEqualTo("AOBA");
        assertThat(caseOf("M2", "office")).isEqualTo("CHUO");
        assertThat(caseOf("M3", "office")).isNull();
        assertThat(caseOf("M4", "office")).isEqualTo("AOBA");
    }

    @Test
    void changesActOnTheRunningCase() {
        take(HANA, KIYO);
        Intake preview = roster.preview(csv(HEADER, HANA.replace("二丁目6番13号", "三丁目1番"), KIYO.replace(",川端町,,", ",川端町,AOBA,")));
        assertThat(preview.count(Verdict.CHANGED)).isEqualTo(2);
        roster.confirm(preview, true);
        assertThat(caseOf("M1", "address")).isEqualTo("青葉町三丁目1番");
        assertThat(caseOf("M2", "office")).isEqualTo("AOBA");
        assertThat(roster.played.events).singleElement().isInstanceOf(AddressChanged.class);
        assertThat(roster.played.timeline).anyMatch(t -> t.contains("住所"));
        assertThat(roster.cases()).isEqualTo(2);
    }

    @Test
    void anAddressSpeltDifferentlyIsNoChange() {
        take(HANA);
        Intake again = roster.preview(csv(HEADER, HANA.replace("青葉町二丁目6番13号", "青葉町2-6-13")));
        assertThat(again.counts()).containsEntry("UNCHANGED", 1L).doesNotContainKey("CHANGED");
        Intake other = roster.preview(csv(HEADER, HANA.replace("青葉町二丁目6番13号", "青葉町2-6-13").replace(",AOBA,", ",CHUO,")));
        assertThat(other.count(Verdict.CHANGED)).isEqualTo(1);
        roster.confirm(other, true);
        assertThat(caseOf("M1", "address")).isEqualTo("青葉町二丁目6番13号");
        assertThat(roster.played.events).isEmpty();
    }

    @Test
    void whoDiedOrIsGoneLeavesAndWhoComesBackGetsANewCase() {
        take(HANA, KIYO);
        take(HANA + "死亡");
        assertThat(caseOf("M1", "state")).isEqualTo("LEFT_ROSTER");
        assertThat(caseOf("M2", "state")).isEqualTo("LEFT_ROSTER");
        assertThat(roster.played.events).hasSize(2).allMatch(LeftRoster.class::isInstance);
        take(KIYO);
        assertThat(caseOf("M2", "state")).isEqualTo("OPEN");
        assertThat(roster.cases()).isEqualTo(3);
    }

    @Test
    void whoMovedAwayOrEnteredAFacilityLeavesForThatReason() {
        take(HANA, KIYO);
        take(HANA + "転出", KIYO + "施設入所");
        assertThat(roster.played.events).hasSize(2).allMatch(LeftRoster.class::isInstance);
        assertThat(roster.played.timeline).anyMatch(t -> t.contains("転出")).anyMatch(t -> t.contains("施設"));
        assertThat(caseOf("M1", "state") + caseOf("M2", "state")).isEqualTo("LEFT_ROSTERLEFT_ROSTER");
    }

    @Test
    void goneIsAppliedOnlyWhenSaidSo() {
        take(HANA, KIYO);
        Intake preview = roster.preview(csv(HEADER, HANA));
        assertThat(preview.count(Verdict.GONE)).isEqualTo(1);
        roster.confirm(preview, false);
        assertThat(caseOf("M2", "state")).isEqualTo("OPEN");
    }

    @Test
    void aWrongRowIsNotAPersonGone() {
        take(HANA, KIYO);
        Intake preview = roster.preview(csv(HEADER, HANA, KIYO.replace("1935-01-27", "昭和99年")));
        assertThat(preview.count(Verdict.WRONG)).isEqualTo(1);
        assertThat(preview.count(Verdict.GONE)).isZero();
    }

    @Test
    void aDifferenceListKnowsNobodyGone() {
        take(HANA, KIYO);
        Intake preview = roster.check(roster.receive(csv(HEADER, HANA), IntakeKind.RESIDENTS, false, ""));
        assertThat(preview.counts()).containsEntry("UNCHANGED", 1L).doesNotContainKey("GONE");
    }

    @Test
    void withoutNumbersPeopleAreKnownByNameBirthAndAddressAndDoubtIsAPersonsToDecide() {
        String header = "氏名,生年月日,住所";
        roster.confirm(roster.preview(csv(header, "髙橋 ハナ,S13.4.12,青葉町二丁目6番13号")), true);
        Intake same = roster.preview(csv(header, "高橋　ハナ,1938/4/12,青葉町２－６－１３"));
        assertThat(same.count(Verdict.CHANGED)).isEqualTo(1);
        Intake doubt = roster.preview(csv(header, "髙橋 ハナ,S13.4.12,若草町一丁目1番"));
        assertThat(doubt.count(Verdict.DOUBT)).isEqualTo(1);
        assertThat(doubt.count(Verdict.GONE)).isZero();
        long line = roster.jdbc.sql("select line from roster.intake_row where intake = ? and verdict = 'DOUBT'").param(doubt.id())
                .query(Long.class).single();
        roster.context.getBean(DecideDoubt.class).decide(doubt.id(), List.of(line), DecideDoubt.Decision.OTHER);
        roster.confirm(doubt, true);
        assertThat(roster.cases()).isEqualTo(2);
        Intake moved = roster.check(roster.receive(csv("宛名番号,氏名,生年月日,住所", "M9,髙橋 ハナ,S13.4.12,遠町一丁目1番"), IntakeKind.RESIDENTS, false, ""));
        roster.context.getBean(DecideDoubt.class).decide(moved.id(), List.of(2L), DecideDoubt.Decision.SAME);
        roster.confirm(moved, false);
        assertThat(roster.jdbc.sql("select count(*) from roster.entry").query(Long.class).single()).isEqualTo(2);
        assertThat(roster.jdbc.sql("select count(*) from roster.entry where city_number = 'M9'").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void manyDoubtsAreDecidedAtOnceOrNoneOfThem() {
        String header = "氏名,生年月日,住所";
        roster.confirm(roster.preview(csv(header, "髙橋 ハナ,S13.4.12,青葉町1", "山田 一,S13.4.13,青葉町2")), true);
        Intake doubt = roster.preview(csv(header, "髙橋 ハナ,S13.4.12,若草町1", "山田 一,S13.4.13,若草町2", "川田 二,S13.4.14,若草町3"));
        DecideDoubt decide = roster.context.getBean(DecideDoubt.class);
        assertThatThrownBy(() -> decide.decide(doubt.id(), List.of(2L, 4L), DecideDoubt.Decision.SAME)).isInstanceOf(Problem.class);
        assertThat(roster.jdbc.sql("select count(decision) from roster.intake_row").query(Long.class).single()).isZero();
        decide.decide(doubt.id(), List.of(2L, 3L), DecideDoubt.Decision.SAME);
        roster.confirm(doubt, false);
        assertThat(roster.cases()).isEqualTo(3);
        assertThat(caseOfName("髙橋 ハナ")).isEqualTo("若草町1");
        assertThat(caseOfName("山田 一")).isEqualTo("若草町2");
    }

    private String caseOfName(String name) {
        return roster.jdbc.sql("select address from casefile.casefile where name = ?").param(name).query(String.class).single();
    }

    @Test
    void anUnknownVendorIsMappedOnceAndRememberedBySource() {
        String file = csv("宛名コード,漢字氏名,生年月日（和暦）,現住所", "M1,髙橋 ハナ,昭和13年4月12日,青葉町二丁目6番13号");
        Intake unknown = roster.check(roster.receive(file, IntakeKind.RESIDENTS, true, "福祉システムA"));
        assertThat(unknown.state()).isEqualTo(IntakeState.MAPPING);
        MapColumns map = roster.context.getBean(MapColumns.class);
        assertThatThrownBy(() -> map.columns(unknown.id(), RosterFixture.uses("cityNumber", "name", "", "cityNumber"), ""))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.fields()).hasSize(3));
        map.columns(unknown.id(), RosterFixture.uses("cityNumber", "name", "birthDate", "address"), "福祉システムA");
        assertThat(roster.check(unknown.id()).count(Verdict.NEW)).isEqualTo(1);
        assertThat(roster.check(roster.receive(file, IntakeKind.RESIDENTS, true, "福祉システムA")).state()).isEqualTo(IntakeState.READY);
    }

    @Test
    void aMissingColumnLeavesWhatIsKnown() {
        take(HANA);
        Intake preview = roster.preview(csv("宛名番号,氏名,生年月日,住所", "M1,髙橋 ハナ,S13.4.12,青葉町二丁目6番13号"));
        assertThat(preview.count(Verdict.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void officesAndAssignments() {
        take(HANA, KIYO);
        Intake offices = roster.check(roster.receive(csv("受託事業者コード,事業者名,種別,担当地区,契約上限件数",
                "NEW1,新しい事業所,居宅介護支援事業所,川端町・若草町,30", "AOBA,青葉,居宅介護支援,青葉町、山手町,0", "X,x,病院,,"),
                IntakeKind.OFFICES, false, ""));
        assertThat(offices.counts()).containsEntry("NEW", 1L).containsEntry("UNCHANGED", 1L).containsEntry("WRONG", 1L);
        roster.confirm(offices, false);
        Intake assignment = roster.check(roster.receive(csv("宛名番号,受託事業者コード", "M1,NEW1", "M2,CHUO", "M7,CHUO", "M2,AOBA"),
                IntakeKind.ASSIGNMENT, false, ""));
        assertThat(assignment.counts()).containsEntry("CHANGED", 1L).containsEntry("UNCHANGED", 1L).containsEntry("WRONG", 1L)
                .containsEntry("DUPLICATE", 1L);
        roster.confirm(assignment, false);
        assertThat(caseOf("M1", "office")).isEqualTo("NEW1");
        roster.jdbc.sql("delete from organization.office where code = 'NEW1'").update();
    }

    @Test
    void everySecondRowWrongIsNamedRowByRowAndTheOthersAreTaken() {
        String[] rows = java.util.stream.IntStream.range(0, 400).mapToObj(i -> "W" + i + ",山田 %c,%s,青葉町%d".formatted(0x4E00 + i,
                i % 2 == 0 ? "1940-01-01" : "昭和99年1月1日", i)).toArray(String[]::new);
        Intake preview = roster.preview(csv("宛名番号,氏名,生年月日,住所", rows));
        assertThat(preview.count(Verdict.WRONG)).isEqualTo(200);
        assertThat(preview.count(Verdict.NEW)).isEqualTo(200);
        assertThat(roster.cases()).isZero();
        assertThat(roster.confirm(preview, true).applied()).isEqualTo(200);
        assertThat(roster.cases()).isEqualTo(200);
        assertThat(roster.jdbc.sql("select count(*) from roster.intake_row where verdict = 'WRONG' and problems::text like '%birthDate%'")
                .query(Integer.class).single()).isEqualTo(200);
    }

    @Test
    void cancelledBeforeConfirmationLeavesNothing() {
        Intake preview = roster.preview(csv(HEADER, HANA));
        CancelImport cancel = roster.context.getBean(CancelImport.class);
        cancel.cancel(preview.id());
        assertThat(roster.jdbc.sql("select count(*) from roster.intake_row").query(Long.class).single()).isZero();
        assertThatThrownBy(() -> roster.confirm(preview, true)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cancel.cancel(preview.id())).isInstanceOf(Problem.class);
    }

    @Test
    void aRefusedFileLeavesNothing() {
        assertThatThrownBy(() -> roster.receive("ただの文章です。\n表ではありません。\n")).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.kind()).isEqualTo("roster-file-no-header"));
        assertThat(roster.jdbc.sql("select count(*) from roster.intake").query(Long.class).single()).isZero();
    }
}
