package jp.michishirube.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.michishirube.casefile.Resident;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a notebook goes to the plan, what does not, and whose it is. */
class NotebookTakenTest {

    private static final String HEAD = "JAHISTC08,1\n1,髙橋 ハナ,2,19380412\n";
    private static final Resident HANA = new Resident(1, "M000001", "MC-0001", "髙橋 ハナ", "タカハシ ハナ", LocalDate.of(1938, 4, 12), "女",
            "990-0011", "みちしるべ市青葉町", "0990-22-1007", "青葉町");

    @ParameterizedTest
    @CsvSource({"高橋 ハナ,ﾀｶﾊｼ ﾊﾅ,19380412,SAME", "髙橋　ハナ,,19380412,SAME", "高橋ハナ,,S130412,SAME",
        "髙橋 ハナ,たかはし はな,,SAME", "ﾀｶﾊｼ ﾊﾅ,,19380412,SAME", "髙橋 ハナ,,,ASK", "〓橋 ハナ,,19380412,ASK", "佐藤 ハナ,,19380412,ASK",
        "髙橋 ハナ,ﾀｶﾊｼ ﾊﾅ,19390412,OTHER", "伊東 清,ｲﾄｳ ｷﾖｼ,19380412,OTHER", "伊東 清,,19380412,OTHER", "佐藤 ハナ,ｻﾄｳ ﾊﾅ,19380412,OTHER",
        "伊東 清,,,OTHER"})
    void anOlderVersionWithoutKanaAndOtherShapesIsStillThisPersons(String name, String kana, String birth, NotebookOwner owner) {
        JahisNotebook notebook = parse("JAHISTC03,1\n1," + name + ",2," + (birth == null ? "" : birth)
                + (kana == null ? "" : ",,,,,,," + kana) + "\n5,20261114\n201,1,薬,1,錠\n301,1,朝\n");
        assertThat(NotebookOwner.of(notebook.patient(), HANA)).isEqualTo(owner);
    }

    @Test
    void sideEffectsStandBesideAllergiesAndOtherNotesBesideHistory() {
        JsonNode facts = facts("2,1,ペニシリン,1\n2,2,ロキソプロフェンで発疹,1\n2,3,大腿骨骨折\n2,9,嚥下困難\n");
        assertThat(facts.path("jahis.allergies").asText()).isEqualTo("ペニシリン、副作用：ロキソプロフェンで発疹");
        assertThat(facts.path("jahis.history").asText()).isEqualTo("大腿骨骨折、その他：嚥下困難");
    }

    @Test
    void drugsBoughtWithoutPrescriptionAreMedication() {
        JsonNode rows = facts("3,バファリンＡ,20260601,20260610,1,1\n31,1,アセチルサリチル酸,1,,1\n31,7,カフェイン,1\n").path("jahis.medication");
        assertThat(rows.toString()).isEqualTo("[{\"name\":\"バファリンＡ\",\"usage\":\"市販薬、2026-06-01から2026-06-10まで、成分：アセチルサリチル酸\"}]");
        assertThat(parse(HEAD + "3,バファリンＡ\n31,7,カフェイン,1\n").left()).containsEntry("31", 1);
    }

    @Test
    void theSameDrugTwiceInOneDispensingKeepsBothDoses() {
        JsonNode rows = facts("5,20261114\n201,1,レボドパ錠,2,錠\n301,1,1日1回朝食後,14,日分\n201,2,レボドパ錠,1,錠\n301,2,1日1回夕食後,14,日分\n")
                .path("jahis.medication");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("dose").asText()).isEqualTo("2錠、1錠");
        assertThat(rows.get(0).path("usage").asText()).isEqualTo("1日1回朝食後 2錠、1日1回夕食後 1錠");
        // Also under one RP number.
        assertThat(facts("5,20261114\n201,1,レボドパ錠,2,錠\n301,1,朝食後\n201,1,レボドパ錠,1,錠\n301,1,夕食後\n").at("/jahis.medication/0/usage").asText())
                .isEqualTo("朝食後 2錠、夕食後 1錠");
    }

    @Test
    void anOlderDispensingOfTheSameDrugIsCountedNotTaken() {
        NotebookReading reading = reading("5,20261010\n201,1,アムロジピン錠５ｍｇ,2,錠\n301,1,朝\n5,20261114\n201,1,アムロジピン錠5mg,1,錠\n301,1,朝\n");
        assertThat(reading.taken()).contains(line("jahis.taken.drugs", 1));
        assertThat(reading.left()).containsExactly(line("jahis.left.older", 1));
    }

    @Test
    void drugsBeforeTheirDayAreDatedByIt() {
        JahisNotebook notebook = parse(HEAD + "201,1,薬A,1,錠\n301,1,朝\n5,20261010\n201,1,薬B,1,錠\n301,1,夕\n5,20261114\n");
        assertThat(notebook.dispensings()).extracting(d -> d.on() + d.drugs().get(0).name()).containsExactly("2026-11-14薬B", "2026-10-10薬A");
    }

    @Test
    void drugsWhoseDayIsNotToldStayWithoutOneAndAreTold() {
        JahisNotebook notebook = parse(HEAD + "201,1,薬A,1,錠\n301,1,朝\n5,20261114\n201,1,薬B,1,錠\n301,1,夕\n");
        assertThat(notebook.dispensings()).extracting(JahisNotebook.Dispensing::on).containsExactly(LocalDate.of(2026, 11, 14), null);
        assertThat(notebook.warnings()).containsExactly("jahis.warning.undated");
    }

    @Test
    void directionsWithoutTheirDrugAreTold() {
        assertThat(parse(HEAD + "5,20261114\n201,1,薬A,1,錠\n301,1,朝\n301,2,夕\n").warnings()).containsExactly("jahis.warning.usage-without-drug");
    }

    @Test
    void numbersThatStartAgainWithAnotherClinicKeepTheirOwnDirections() {
        JahisNotebook notebook = parse(HEAD + "5,20261114\n51,青葉医院\n201,1,薬A,1,錠\n301,1,朝\n51,若草医院\n201,1,薬B,1,錠\n301,1,夕\n");
        assertThat(notebook.dispensings()).extracting(d -> d.clinic() + d.drugs().get(0).name() + d.drugs().get(0).usage())
                .containsExactly("青葉医院薬A朝", "若草医院薬B夕");
        JahisNotebook without = parse(HEAD + "5,20261114\n51,青葉医院\n201,1,薬A,1,錠\n301,1,朝\n51,若草医院\n201,1,薬B,1,錠\n");
        assertThat(without.dispensings().get(1).drugs().get(0).usage()).isEmpty();
        assertThat(without.warnings()).containsExactly("jahis.warning.no-usage");
    }

    @Test
    void everyOtherRecordIsCountedAndNamed() {
        NotebookReading reading = reading("2,1,ペニシリン\n281,1,粉砕\n281,2,粉砕\n291,1,x\n311,1,x\n391,1,x\n401,x\n411,x,30\n421,x\n777,x\n");
        assertThat(reading.taken()).containsExactly(line("jahis.taken.allergies", 1));
        assertThat(reading.left()).containsExactlyInAnyOrder(line("jahis.left.record-281", 2), line("jahis.left.record-291", 1),
                line("jahis.left.record-311", 1), line("jahis.left.record-391", 1), line("jahis.left.record-401", 1),
                line("jahis.left.record-411", 1), line("jahis.left.record-421", 1), line("jahis.left.record-other", 1));
    }

    @Test
    void whatTheResidentDidNotAgreeToIsNotCalledTaken() {
        NotebookReading reading = new NotebookFacts(parse(HEAD + "2,1,ペニシリン\n2,3,骨折\n")).reading(Set.of("jahis.history"), List.of("jahis.history"));
        assertThat(reading.taken()).containsExactly(line("jahis.taken.history", 1));
        assertThat(reading.left()).containsExactly(line("jahis.taken.allergies", 1));
        assertThat(reading.warnings()).containsExactly("jahis.warning.rejected-text");
    }

    @Test
    void codesCutAnywhereAreJoinedInAnyOrderAndReadTwice() {
        byte[] whole = cp932(HEAD + "5,20261114\n201,1,アムロジピン錠5mg,1,錠\n301,1,1日1回朝食後,14,日分\n");
        for (int cut = 20; cut < whole.length - 30; cut += 7) {
            List<byte[]> parts = new ArrayList<>(List.of(Arrays.copyOf(whole, cut), Arrays.copyOfRange(whole, cut, whole.length)));
            parts.add(parts.get(1));
            Collections.reverse(parts);
            assertThat(JahisNotebook.parse(parts)).isEqualTo(JahisNotebook.parse(List.of(whole)));
        }
    }

    @Test
    void aCutCodeMissingInTheMiddleIsNoticed() {
        byte[] whole = cp932(HEAD + "5,20261114\n201,1,アムロジピン錠5mg,1,錠\n301,1,1日1回朝食後,14,日分\n");
        assertProblem("jahis-cut", List.of(Arrays.copyOf(whole, 18), Arrays.copyOfRange(whole, 60, whole.length)));
    }

    @Test
    void aTextPastedCodeByCodeIsReadAcrossItsBreaks() {
        String pasted = HEAD + "5,20261114\n201,1,アムロジ\nピン錠5mg,1,錠\n301,1,朝食後\n";
        JahisNotebook notebook = JahisNotebook.parse(List.of(pasted.getBytes(StandardCharsets.UTF_8)));
        assertThat(notebook.dispensings().get(0).drugs().get(0).name()).isEqualTo("アムロジピン錠5mg");
        assertProblem("jahis-encoding", List.of((HEAD + "5,20261114\n201,1,アム\uFFFD,1,錠\n").getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"911,set,3,1", "\"911\",\"set\",\"3\",\"1\"", " 911,set,3,1", "911 ,set, 3 ,1"})
    void oneCodeOfASetIsNoWholeNotebookHoweverItsPlaceIsWritten(String place) {
        assertThatThrownBy(() -> JahisNotebook.parse(List.of(cp932(HEAD + place + "\n2,1,ペニシリン\n")))).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.kind()).isEqualTo("jahis-part-missing");
            assertThat(p.args()).containsExactly(1, 3);
        });
    }

    @Test
    void aSideEffectStaysOneHoweverItsKindIsWritten() {
        assertThat(facts("2,02,発疹\n2,２,かゆみ\n2,01,ペニシリン\n").path("jahis.allergies").asText()).isEqualTo("ペニシリン、副作用：発疹、副作用：かゆみ");
    }

    /** Two clinics that do not know of each other. */
    @Test
    void theSameDrugOfTheSameDayFromAnotherClinicIsCounted() {
        NotebookReading reading = reading("5,20261114\n51,甲医院\n201,1,見本錠,1,錠\n301,1,朝\n51,乙医院\n201,1,見本錠,1,錠\n301,1,朝\n");
        assertThat(reading.taken()).contains(line("jahis.taken.drugs", 1));
        assertThat(reading.left()).containsExactly(line("jahis.left.same", 1));
    }

    @Test
    void aRecordWithAnotherMarkForItsCommaIsCountedAndSpoilsNoOther() {
        String text = HEAD + "5,20261114\n201,1,見本錠,1,錠\n301,1,朝\n2，1，ペニシリン\n";
        NotebookReading reading = new NotebookFacts(JahisNotebook.parse(List.of(text.getBytes(StandardCharsets.UTF_8)))).reading(Holder.JAHIS.links(), List.of());
        assertThat(reading.left()).containsExactly(line("jahis.left.record-other", 1));
    }

    @Test
    void aMissingPartIsNamedAsTwoOfThree() {
        List<byte[]> two = Stream.of(1, 3).map(n -> cp932(HEAD + "911,set,3," + n + "\n")).toList();
        assertThatThrownBy(() -> JahisNotebook.parse(two)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.kind()).isEqualTo("jahis-part-missing");
            assertThat(p.args()).containsExactly(2, 3);
        });
        assertProblem("jahis-other-set", List.of(cp932(HEAD + "911,set,2,1\n"), cp932(HEAD + "2,1,ペニシリン\n911,set,2,1\n")));
    }

    private static JsonNode facts(String records) {
        return new NotebookFacts(parse(HEAD + records)).facts();
    }

    private static NotebookReading reading(String records) {
        return new NotebookFacts(parse(HEAD + records)).reading(Holder.JAHIS.links(), List.of());
    }

    private static NotebookReading.Line line(String key, int count) {
        return new NotebookReading.Line(key, count);
    }

    private static JahisNotebook parse(String text) {
        return JahisNotebook.parse(List.of(cp932(text)));
    }

    private static byte[] cp932(String text) {
        return text.replace("\n", "\r\n").getBytes(Charset.forName("windows-31j"));
    }

    private static void assertProblem(String kind, List<byte[]> parts) {
        assertThatThrownBy(() -> JahisNotebook.parse(parts)).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(kind));
    }
}
