package jp.michishirube.roster.intake;

import static jp.michishirube.roster.intake.RosterFixture.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jp.michishirube.organization.Office;
import jp.michishirube.organization.Offices;
import jp.michishirube.problem.Problem;
import jp.michishirube.roster.entry.CorrectEntry;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.entry.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists get wrong, and what must come of it: nobody lost, doubled or ended by a guess. */
class ListFaultsTest {

    private static final String HEADER = "宛名番号,氏名,生年月日,住所,電話番号,受託事業者コード,異動事由";
    private static final String HANA = "M1,髙橋 ハナ,S13.4.12,青葉町二丁目6番13号,0990-22-1007,AOBA,";
    private static final String KIYO = "M2,𠮷田 キヨ,1935-01-27,川端町四丁目5番5号,0990-22-1014,,";

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

    private static void take(String... rows) {
        roster.confirm(roster.preview(csv(HEADER, rows)), false);
    }

    private static String problems(Intake intake) {
        return roster.jdbc.sql("select string_agg(line || ':' || (p ->> 'column') || ':' || (p ->> 'kind'), ' ' order by line) from roster.intake_row r,"
                + " jsonb_array_elements(r.problems) p where intake = ? and verdict = 'WRONG'").param(intake.id()).query(String.class).optional().orElse("");
    }

    private static Outcome outcome(Intake intake) {
        return roster.context.getBean(Outcomes.class).of(intake.id());
    }

    @Test
    void rowsWithoutNumberWithAnUnknownOfficeOrOfAnotherWidthAreWrong() {
        Intake preview = roster.preview(csv(HEADER, HANA, ",山田 一,1940-01-01,青葉町1,,,", "M3,山田 二,1940-01-02,青葉町2,,ZZZ,", "M4,山田 三,1940-01-03,青葉町3,,",
                "M5,山田 四,1940-01-04,青葉町4,,,,余分", "M1,別の 人,1950-05-05,青葉町5,,,", "M6,山田 六,1940-01-06,青葉町6,,青葉,", HANA));
        assertThat(problems(preview)).isEqualTo("3:cityNumber:missing 4:office:unknown-office 5::row-too-few-cells 6::row-too-many-cells 7:cityNumber:number-of-another");
        assertThat(preview.counts()).containsEntry("NEW", 2L).containsEntry("DUPLICATE", 1L);
    }

    @Test
    void theCsvOfWrongRowsHasThoseThatStandTwiceAndRunsNothing() throws Exception {
        Intake preview = roster.preview(csv(HEADER, HANA, HANA, "M2,=1+1 子,たぶん,青葉町,,,"));
        StringWriter csv = new StringWriter();
        WrongRowsCsv wrong = new WrongRowsCsv(new PreviewRows(roster.jdbc), roster.context);
        wrong.write(preview.id(), LongStream.rangeClosed(1, 9).boxed().collect(Collectors.toSet()), Locale.JAPANESE, csv);
        assertThat(csv.toString()).contains("\"3\"").contains("2行目と同じ人です").contains("\"4\",\"生年月日\",\"たぶん\"");
        StringWriter none = new StringWriter();
        wrong.write(preview.id(), Set.of(), Locale.JAPANESE, none);
        assertThat(none.toString()).doesNotContain("髙橋");
    }

    @Test
    void anOfficeMakesPlansBetweenItsDaysOnly() {
        Offices offices = roster.context.getBean(Offices.class);
        LocalDate today = LocalDate.now();
        offices.put(new Office("LATER", "これから", Office.Kind.HOME_CARE_SUPPORT, "", "", 0, today.plusDays(1), null));
        offices.put(new Office("OVER", "おわり", Office.Kind.HOME_CARE_SUPPORT, "", "", 0, null, today.minusDays(1)));
        offices.put(new Office("TODAY", "今日だけ", Office.Kind.HOME_CARE_SUPPORT, "", "", 0, today, today));
        offices.put(new Office("TWIN1", "双子", Office.Kind.HOME_CARE_SUPPORT, "", "遠町", 0, null, null));
        offices.put(new Office("TWIN2", "双子", Office.Kind.HOME_CARE_SUPPORT, "", "遠町", 0, null, null));
        try {
            Intake preview = roster.preview(csv(HEADER, "M1,山田 一,1940-01-01,町1,,LATER,", "M2,山田 二,1940-01-02,町2,,OVER,", "M3,山田 三,1940-01-03,町3,,TODAY,"));
            assertThat(problems(preview)).isEqualTo("2:office:office-not-begun 3:office:office-ended");
            assertThat(roster.preview(csv(HEADER, "M4,山田 四,1940-01-04,町4,,双子,")).state()).as("a name that two bear is asked").isEqualTo(IntakeState.MAPPING);
            take("M5,山田 五,1940-01-05,町5,,TODAY,");
            offices.put(new Office("TODAY", "今日だけ", Office.Kind.HOME_CARE_SUPPORT, "", "", 0, null, today.minusDays(1)));
            Intake stays = roster.preview(csv(HEADER, "M5,山田 五,1940-01-05,町6,,TODAY,", "M5,山田 五,1940-01-05,町6,,TODAY,死亡"));
            assertThat(stays.counts()).as("who has the office keeps it").containsEntry("CHANGED", 1L).doesNotContainKey("WRONG");
        } finally {
            roster.jdbc.sql("delete from organization.office where code in ('LATER', 'OVER', 'TODAY', 'TWIN1', 'TWIN2')").update();
        }
    }

    @Test
    void kindsOfOfficesAreDataAndAnUnknownOneIsNamed() {
        Intake offices = roster.check(roster.receive(csv("受託事業者コード,事業者名,種別,契約開始日,契約終了日", "K1,相談,計画相談支援,2026-04-01,令和9年3月31日", "K2,病院,病院,,"),
                IntakeKind.OFFICES, false, ""));
        assertThat(problems(offices)).isEqualTo("3:officeKind:office-kind");
        roster.confirm(offices, false);
        Office kept = roster.context.getBean(Offices.class).find("K1").orElseThrow();
        assertThat(kept.kind().code()).isEqualTo("CONSULTATION_SUPPORT");
        assertThat(kept.contractBegins()).isEqualTo("2026-04-01");
        assertThat(kept.contract(LocalDate.of(2026, 3, 31))).isEqualTo(Office.Contract.NOT_BEGUN);
        assertThat(kept.contract(LocalDate.of(2027, 4, 1))).isEqualTo(Office.Contract.ENDED);
        roster.jdbc.sql("delete from organization.office where code = 'K1'").update();
    }

    @Test
    void aTelephoneWithoutItsHyphensIsNoChange() {
        take(HANA);
        assertThat(roster.preview(csv(HEADER, HANA.replace("0990-22-1007", "0990221007"))).counts()).containsEntry("UNCHANGED", 1L).doesNotContainKey("CHANGED");
        assertThat(roster.preview(csv(HEADER, HANA.replace("0990-22-1007", "990221007"))).count(Verdict.UNCHANGED)).isEqualTo(1);
        assertThat(roster.preview(csv(HEADER, HANA.replace("0990-22-1007", "0990-22-1008"))).count(Verdict.CHANGED)).isEqualTo(1);
    }

    @Test
    void aFullListWithoutAnyGoodRowCallsNobodyMissing() {
        take(HANA, KIYO);
        assertThat(roster.preview(HEADER + "\r\n").count(Verdict.GONE)).isZero();
        assertThat(roster.preview(csv(HEADER, "M1,髙橋 ハナ,昭和99年,町,,,", "M2,x,たぶん,町,,,")).count(Verdict.GONE)).isZero();
        Intake nameless = roster.preview(csv(HEADER, HANA, "\"壊れた"));
        assertThat(nameless.count(Verdict.GONE)).as("the damaged row may be hers").isZero();
        assertThat(outcome(nameless).nameless()).isEqualTo(1);
        assertThat(roster.preview(csv(HEADER, HANA, ",𠮷田 キヨ,1935-01-27,,,,")).count(Verdict.GONE)).as("named, without a number").isZero();
        assertThat(roster.preview(csv(HEADER, HANA)).count(Verdict.GONE)).isEqualTo(1);
    }

    @Test
    void whatThePreviewCountsIsWhatHappens() {
        take(HANA, KIYO);
        roster.jdbc.sql("update casefile.casefile set state = 'IN_FORCE' where city_number = 'M2'").update();
        Intake preview = roster.preview(csv(HEADER, HANA + "死亡", KIYO + "転出", "M3,山田 三,1940-01-03,町3,,,", "M4,山田 四,1940-01-04,町4,,,", "M5,山田 五,1940-13-04,町4,,,",
                "M6,髙橋 ハナ,S13.4.12,遠町1,,,"));
        roster.jdbc.sql("update roster.intake_row set eligible = false where intake = ? and city_number = 'M4'").param(preview.id()).update();
        roster.context.getBean(DecideDoubt.class).decide(preview.id(), List.of(7L), DecideDoubt.Decision.OTHER);
        Outcome outcome = outcome(preview);
        long before = roster.cases();
        roster.confirm(preview, false);
        assertThat(roster.cases() - before).isEqualTo(outcome.starts()).isEqualTo(2);
        assertThat(outcome).extracting(Outcome::withoutCase, Outcome::leaves, Outcome::ends).containsExactly(1L, 2L, 1L);
    }

    @Test
    void somebodyElseUnderANumberThatIsTakenIsRefused() {
        take(HANA);
        Intake doubt = roster.preview(csv(HEADER, "M1,山田 太郎,1950-05-05,遠町1,,,"));
        assertThat(doubt.count(Verdict.DOUBT)).isEqualTo(1);
        assertThatThrownBy(() -> roster.context.getBean(DecideDoubt.class).decide(doubt.id(), List.of(2L), DecideDoubt.Decision.OTHER))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo("roster-number-taken"));
    }

    @Test
    void anUnknownWordOfMovementIsAskedAndEndsNobody() {
        take(HANA, KIYO);
        Intake asked = roster.preview(csv(HEADER, HANA + "T", KIYO + "特養へ入所"));
        assertThat(asked.state()).isEqualTo(IntakeState.MAPPING);
        assertThat(roster.preview(csv(HEADER, HANA + "転居", KIYO + "氏名変更")).counts()).containsEntry("UNCHANGED", 2L).doesNotContainKey("LEFT");
        assertThat(roster.cases()).isEqualTo(2);
    }

    @Test
    void aPersonWhoseDayOfBirthIsUnknownComesIn() {
        take("M1,山田 一,1941-00-00,町1,,,", "M2,山田 二,不詳,町2,,,");
        assertThat(roster.jdbc.sql("select string_agg(data ->> 'birthDate', ' ' order by id) from roster.entry").query(String.class).single()).isEqualTo("1941 不詳");
        assertThat(roster.cases()).isEqualTo(2);
        assertThat(roster.preview(csv(HEADER, "M1,山田 一,1941-00-00,町1,,,", "M2,山田 二,不明,町2,,,")).count(Verdict.UNCHANGED)).isEqualTo(2);
    }

    /** Whoever cannot be ranked comes in like the others, among the first, and the page says that nobody was judged. */
    @Test
    void aTableOfPriorityThatCannotBeComputedHoldsUpNobody() {
        roster.brokenFor = facts -> Integer.valueOf(4).equals(facts.get("care"));
        Intake preview = roster.preview(csv("宛名番号,氏名,生年月日,住所,要介護状態区分", "B1,規則 破男,1938-04-12,破町1,要介護4", "B2,規則 無子,1939-04-12,破町2,要介護2"));
        assertThat(preview.state()).isEqualTo(IntakeState.READY);
        assertThat(preview.counts()).containsEntry("NEW", 2L).containsEntry("NOTED", 1L).doesNotContainKey("WRONG");
        assertThat(roster.jdbc.sql("select notes::text from roster.intake_row where notes is not null").query(String.class).list())
                .singleElement().satisfies(n -> assertThat(n).contains("priority-not-judged"));
        roster.confirm(preview, false);
        assertThat(roster.jdbc.sql("select city_number || ' ' || priority || ' ' || coalesce(reasons::text, '-') from roster.entry order by 1").query(String.class).list())
                .satisfiesExactly(b1 -> assertThat(b1).startsWith("B1 1 ").contains("まだ判定していません"), b2 -> assertThat(b2).isEqualTo("B2 9 -"));
        assertThat(roster.cases()).isEqualTo(2);
    }

    @Test
    void aCorrectionStandsUntilTheListAgreesOrAsks() {
        take(HANA);
        long id = roster.jdbc.sql("select id from roster.entry").query(Long.class).single();
        CorrectEntry correct = roster.context.getBean(CorrectEntry.class);
        assertThatThrownBy(() -> correct.correct(id, "phone", "0990-22-1007", "0990-22-9999", " ")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> correct.correct(id, "phone", "古い", "0990-22-9999", "電話で確認")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> correct.correct(id, "birthDate", "1938-04-12", "昭和99年", "電話で確認")).isInstanceOf(Problem.class);
        correct.correct(id, "phone", "0990-22-1007", "0990-22-9999", "電話で確認");
        assertThat(phone()).isEqualTo("0990-22-9999");
        Intake repeats = roster.preview(csv(HEADER, HANA));
        assertThat(repeats.counts()).containsEntry("UNCHANGED", 1L).containsEntry("NOTED", 1L);
        roster.confirm(repeats, false);
        assertThat(open()).isEqualTo(1);
        Intake third = roster.preview(csv(HEADER, HANA.replace("1007", "5555")));
        assertThat(third.count(Verdict.ASKED)).isEqualTo(1);
        roster.confirm(third, false);
        assertThat(phone()).as("nothing without a decision").isEqualTo("0990-22-9999");
        Intake kept = roster.preview(csv(HEADER, HANA.replace("1007", "5555").replace("青葉町二丁目6番13号", "遠町1")));
        roster.context.getBean(DecideDoubt.class).decide(kept.id(), List.of(2L), DecideDoubt.Decision.KEEP);
        roster.confirm(kept, false);
        assertThat(phone()).isEqualTo("0990-22-9999");
        assertThat(roster.jdbc.sql("select data ->> 'address' from roster.entry").query(String.class).single()).isEqualTo("遠町1");
        Intake agrees = roster.preview(csv(HEADER, HANA.replace("1007", "9999").replace("青葉町二丁目6番13号", "遠町1")));
        assertThat(agrees.count(Verdict.UNCHANGED)).isEqualTo(1);
        roster.confirm(agrees, false);
        assertThat(open()).isZero();
    }

    private static String phone() {
        return roster.jdbc.sql("select data ->> 'phone' from roster.entry").query(String.class).single();
    }

    private static long open() {
        return roster.jdbc.sql("select count(*) from roster.correction where ended_at is null").query(Long.class).single();
    }
}
