package jp.michishirube.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jp.michishirube.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JahisNotebookTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String WHOLE = """
            JAHISTC08,1
            1,髙橋 ハナ,2,S130412,990-0011,みちしるべ市青葉町,0990-22-1007,,A+,42,ﾀｶﾊｼ ﾊﾅ
            2,1,ペニシリン,1
            5,20261010,1
            11,青葉薬局,07,4,1234567,,,
            51,青葉町内科医院,07,1,7654321
            55,大場 医師,内科
            201,1,アムロジピン錠5mg,1,錠,2,620000001,1
            301,1,1日1回朝食後,14,日分,1
            201,2,ワルファリンK錠1mg,2,錠,2,620000002,1
            201,2,フロセミド錠20mg,1,錠,2,620000003,1
            301,2,1日1回夕食後,28,日分,1
            5,20261114,1
            201,1,メトホルミン塩酸塩錠250mg,2,錠,2,620000004,1
            301,1,1日2回朝夕食後,28,日分,1
            """;

    @Test
    void readsAWholeFileNewestDispensingFirst() {
        JahisNotebook notebook = parse(cp932(WHOLE));

        assertThat(notebook.version()).isEqualTo(8);
        assertThat(notebook.patient()).isEqualTo(
                new JahisNotebook.Patient("髙橋 ハナ", "ﾀｶﾊｼ ﾊﾅ", LocalDate.of(1938, 4, 12), "女", "A+"));
        assertThat(notebook.notes()).containsExactly(new JahisNotebook.Note(1, "ペニシリン"));
        assertThat(notebook.dispensings()).extracting(JahisNotebook.Dispensing::on)
                .containsExactly(LocalDate.of(2026, 11, 14), LocalDate.of(2026, 10, 10));
        JahisNotebook.Dispensing older = notebook.dispensings().get(1);
        assertThat(older.pharmacy()).isEqualTo("青葉薬局");
        assertThat(older.clinic()).isEqualTo("青葉町内科医院");
        assertThat(older.doctor()).isEqualTo("大場 医師");
        assertThat(older.drugs()).contains(
                new JahisNotebook.Drug("フロセミド錠20mg", "1", "錠", "1日1回夕食後", "28", "日分"),
                new JahisNotebook.Drug("ワルファリンK錠1mg", "2", "錠", "1日1回夕食後", "28", "日分"));
        assertThat(notebook.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsTheShorterRecordsOfOlderVersions(int version) {
        JahisNotebook notebook = parse(cp932("JAHISTC0" + version + """
                ,1
                1,伊東 清,1,19390322
                5,R081101
                201,1,ドネペジル塩酸塩錠5mg,1,錠
                301,1,1日1回就寝前
                """));
        assertThat(notebook.version()).isEqualTo(version);
        assertThat(notebook.patient().kana()).isEmpty();
        assertThat(notebook.dispensings().get(0).on()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(notebook.dispensings().get(0).drugs().get(0).usage()).isEqualTo("1日1回就寝前");
    }

    @Test
    void readsUtf8WithMarkAndLinesWithoutCarriageReturnAndTheOldEndOfFileMark() {
        byte[] utf8 = ("\uFEFF" + WHOLE).getBytes(StandardCharsets.UTF_8);
        assertThat(parse(utf8)).isEqualTo(parse(cp932(WHOLE)));
        assertThat(parse(cp932(WHOLE + "\u001A"))).isEqualTo(parse(cp932(WHOLE)));
    }

    /** Scanners send blanks before, spreadsheets save as they like, and some programs quote what they need not. */
    @Test
    void theSameNotebookHoweverItWasSaved() {
        String text = "JAHISTC08,1\r\n\"1\",\"髙橋 ハナ\",2,19380412\r\n5,20261114,1\r\n201,1,\"カルシウム,D錠\",1,錠\r\n301,1,1日1回\"朝食後,14,日分\r\n";
        for (byte[] saved : List.of(text.getBytes(CP932), text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_16),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), ("\r\n \t" + text).getBytes(CP932))) {
            JahisNotebook book = JahisNotebook.parse(List.of(saved));
            assertThat(book.patient().name()).isEqualTo("髙橋 ハナ");
            assertThat(book.dispensings()).singleElement().satisfies(d -> assertThat(d.drugs())
                    .containsExactly(new JahisNotebook.Drug("カルシウム,D錠", "1", "錠", "1日1回\"朝食後", "14", "日分")));
            assertThat(book.warnings()).isEmpty();
        }
    }

    @Test
    void joinsPartsSplitBetweenRecordsInAnyOrderAndReadTwice() {
        List<byte[]> parts = new ArrayList<>(split("set1"));
        Collections.reverse(parts);
        parts.add(parts.get(0));
        assertThat(JahisNotebook.parse(parts)).isEqualTo(parse(cp932(WHOLE)));
    }

    @Test
    void joinsPartsPastedAfterAnotherIntoOneText() {
        StringBuilder text = new StringBuilder();
        split("set1").forEach(p -> text.append(new String(p, CP932)));
        assertThat(parse(text.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(parse(cp932(WHOLE)));
    }

    @Test
    void joinsPartsCutAtAnyByteEvenWithinACharacter() {
        byte[] whole = cp932(WHOLE);
        for (int cut = 8; cut < whole.length - 1; cut++) {
            List<byte[]> parts = List.of(Arrays.copyOf(whole, cut), Arrays.copyOfRange(whole, cut, whole.length));
            assertThat(JahisNotebook.parse(parts)).isEqualTo(parse(whole));
        }
    }

    @Test
    void aMissingPartIsNamedByCount() {
        List<byte[]> parts = split("set1");
        assertProblem("jahis-part-missing", () -> JahisNotebook.parse(parts.subList(0, 1)));
    }

    @Test
    void partsOfTwoSetsAreNotMixed() {
        assertProblem("jahis-other-set", () -> JahisNotebook.parse(List.of(split("set1").get(0), split("set2").get(1))));
        assertProblem("jahis-other-set", () -> JahisNotebook.parse(List.of(cp932(WHOLE), cp932(WHOLE.replace("髙橋 ハナ", "伊東 清")))));
    }

    @Test
    void twoPeopleInOneFileAreRefused() {
        assertProblem("jahis-other-set", () -> parse(cp932(WHOLE + "1,伊東 清,1,19390322\n")));
    }

    @ParameterizedTest
    @CsvSource({"'201,1,アムロジピン錠5', jahis-cut", "'5', jahis-cut", "'1,髙橋', jahis-cut"})
    void aFileThatEndsWithinARecordIsCut(String last, String kind) {
        assertProblem(kind, () -> parse(cp932(WHOLE + last)));
    }

    @Test
    void aFileThatEndsWithinACharacterIsCut() {
        byte[] whole = cp932(WHOLE + "301,9,食");
        assertProblem("jahis-cut", () -> parse(Arrays.copyOf(whole, whole.length - 1)));
    }

    @Test
    void aDrugWithoutUsageIsReadAndWarned() {
        JahisNotebook notebook = parse(cp932(WHOLE + "201,7,センノシド錠12mg,2,錠"));
        assertThat(notebook.warnings()).containsExactly("jahis.warning.no-usage");
        assertThat(notebook.dispensings().get(0).drugs()).hasSize(2);
    }

    @Test
    void recordsInUnusualOrderKeepTogetherByTheirNumber() {
        JahisNotebook notebook = parse(cp932("""
                JAHISTC03,1
                301,1,1日1回朝食後,14,日分
                201,1,アムロジピン錠5mg,1,錠
                1,髙橋 ハナ,2,19380412
                """));
        assertThat(notebook.dispensings().get(0).drugs().get(0).usage()).isEqualTo("1日1回朝食後");
        assertThat(notebook.dispensings().get(0).on()).isNull();
    }

    @Test
    void unknownRecordsAndControlCharactersAreLeftOut() {
        JahisNotebook notebook = parse(cp932(WHOLE.replace("5,20261114", "999,x,y\n5,20261114").replace("大場", "大\u0007場")));
        assertThat(notebook.dispensings().get(1).doctor()).isEqualTo("大場 医師");
    }

    @Test
    void aDateThatNeverWasIsLeftOutAndWarned() {
        assertThat(parse(cp932(WHOLE.replace("S130412", "S650101"))).patient().birthDate()).isNull();
        assertThat(parse(cp932(WHOLE.replace("20261114", "20260231"))).warnings())
                .containsExactly("jahis.warning.date", "jahis.warning.undated");
    }

    @Test
    void whatIsNoNotebookIsSaidSo() {
        assertProblem("jahis-none", () -> JahisNotebook.parse(List.of()));
        assertProblem("jahis-none", () -> JahisNotebook.parse(List.of(new byte[0])));
        assertProblem("jahis-not-jahis", () -> parse("<html>".getBytes(StandardCharsets.UTF_8)));
        assertProblem("jahis-not-jahis", () -> parse("JAHISTCxx,1\n".getBytes(StandardCharsets.UTF_8)));
        assertProblem("jahis-no-patient", () -> parse(cp932("JAHISTC08,1\n5,20261114\n")));
        assertProblem("jahis-too-large", () -> parse(new byte[JahisNotebook.MAX_BYTES + 1], (byte) 'x'));
    }

    @Test
    void randomBytesNeverFailOtherwiseThanWithAProblem() {
        Random random = new Random(8);
        byte[] whole = cp932(WHOLE);
        for (int i = 0; i < 2_000; i++) {
            byte[] spoiled = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int k = 0; k < 3; k++) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
            }
            try {
                parse(spoiled);
            } catch (Problem expected) {
                assertThat(expected.kind()).startsWith("jahis-");
            }
        }
    }

    private static List<byte[]> split(String set) {
        String[] halves = WHOLE.split("(?=5,20261114)");
        return List.of(cp932("JAHISTC08,1\n" + halves[0].substring("JAHISTC08,1\n".length()) + "911," + set + ",2,1\n"),
                cp932("JAHISTC08,1\n" + halves[1] + "911," + set + ",2,2\n"));
    }

    private static JahisNotebook parse(byte[] file) {
        return JahisNotebook.parse(List.of(file));
    }

    private static JahisNotebook parse(byte[] file, byte fill) {
        Arrays.fill(file, fill);
        return parse(file);
    }

    private static byte[] cp932(String text) {
        return text.replace("\n", "\r\n").getBytes(CP932);
    }

    private static void assertProblem(String kind, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(kind));
    }
}
