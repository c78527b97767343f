package jp.michishirube.plan.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.Collectors;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.TestForms;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    /** Own work, not time on the wall: other programs may want the processor too. */
    private static final ThreadMXBean WORK = ManagementFactory.getThreadMXBean();
    private static final PlanForm FORM = TestForms.load("990019");

    @Test
    void rowsAreKnownByTheirKeyNotByTheirPlace() {
        ObjectNode a = TestForms.answers("{'supporters': [{'_key': 'a', 'name': '一郎'}, {'_key': 'b', 'name': '二郎'}]}");
        ObjectNode b = TestForms.answers("{'supporters': [{'_key': 'b', 'name': '次郎'}, {'_key': 'c', 'name': '三郎'}]}");
        assertThat(between(a, b)).extracting(c -> c.kind() + " " + c.pointer())
                .containsExactlyInAnyOrder("CHANGED /supporters/b/name", "ADDED /supporters/c", "REMOVED /supporters/a");
    }

    @Test
    void codesAreReadAsLabelsAndPlacesByTheirHazard() {
        ObjectNode a = TestForms.answers("{'household': {'kind': 'alone'}}");
        ObjectNode b = TestForms.answers("{'household': {'kind': 'family'}, 'places': [{'_key': 'flood', 'other': '長女の家'}], 'old': {'x': 'y'}}");
        List<Change> changes = between(a, b);
        assertThat(changes).extracting(Change::label).contains("世帯と住まい › 世帯", "避難先 › 洪水 › 親戚・知人宅など").anyMatch(l -> l.contains("/old/x"));
        assertThat(changes.get(0).before()).isEqualTo("独居");
    }

    /** A level that nobody is asked for any more stays in the draft; the reviewer meets neither its coming nor its change nor its going. */
    @Test
    void whatTheFormHidesIsNoDifference() {
        ObjectNode none = TestForms.answers("{'reasons': {'items': ['physical'], 'physicalGrade': '2'}}");
        ObjectNode hidden = TestForms.answers("{'reasons': {'items': ['physical'], 'careLevel': '23', 'physicalGrade': '2'}}");
        ObjectNode other = TestForms.answers("{'reasons': {'items': ['physical'], 'careLevel': '31', 'physicalGrade': '2'}}");
        ObjectNode asked = TestForms.answers("{'reasons': {'items': ['physical', 'careLevel'], 'careLevel': '23', 'physicalGrade': '2'}}");
        assertThat(between(none, hidden)).isEmpty();
        assertThat(between(hidden, other)).isEmpty();
        assertThat(between(hidden, none)).isEmpty();
        assertThat(between(hidden, asked)).extracting(c -> c.kind() + " " + c.pointer()).contains("ADDED /reasons/careLevel");
    }

    @Test
    void aNumberIsReadWholeAndAText() {
        ObjectNode a = TestForms.answers("{'resident': {'phone': '0990-22-1007'}, 'remarks': {'text': '橋を渡らない'}}");
        ObjectNode b = TestForms.answers("{'resident': {'phone': '0242-33-4444'}, 'remarks': {'text': '川を渡らない'}}");
        assertThat(between(a, b)).extracting(c -> c.words().stream().anyMatch(p -> p.sign() == ' ')).containsExactly(false, true);
    }

    @Property(tries = 1000, seed = "20261125")
    void thePiecesOfATextGiveBothTextsBack(@ForAll("texts") String a, @ForAll("texts") String b) {
        List<Change.Piece> pieces = WordDifference.between(a, b);
        assertThat(join(pieces, '+')).isEqualTo(a);
        assertThat(join(pieces, '-')).isEqualTo(b);
        assertThat(pieces).noneMatch(p -> Character.isLowSurrogate(p.text().charAt(0)));
    }

    @Test
    void aPlanDoesNotDifferFromItself() {
        ObjectNode a = TestForms.answers("{'resident': {'name': '𠮷田'}, 'supporters': [{'_key': 'a', 'name': '一郎', 'roles': ['call']}]}");
        assertThat(between(a, a.deepCopy())).isEmpty();
        assertThat(between(a, TestForms.answers("{'resident': {'name': '𠮷田', 'fax': ''}, 'supporters': [{'_key': 'a', 'name': '一郎', 'roles': ['call']}, {'_key': 'e'}]}"))).isEmpty();
    }

    @Test
    void twoHundredLongTextsAreComparedInTime() {
        String text = "避難のときは橋を渡らず、坂の上の道を通って第一小学校へ向かう。".repeat(30);
        Runnable all = () -> {
            for (int i = 0; i < 200; i++) {
                WordDifference.between(text + i + "。" + text, text.replaceFirst("橋", "歩道橋") + (i + 1) + "。" + text.replaceFirst("坂", "丘"));
            }
        };
        all.run();
        long start = WORK.getCurrentThreadCpuTime();
        all.run();
        assertThat((WORK.getCurrentThreadCpuTime() - start) / 1_000_000).as("ms; a bound far above what it takes, the bench measures").isLessThan(4_000);
    }

    private static List<Change> between(ObjectNode a, ObjectNode b) {
        return Difference.between(FilledPlan.of(FORM, a), FilledPlan.of(FORM, b));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("避難", "場所", "は", "学校", "𠮷", "田", "、", "。", "葛\uDB40\uDD00", "abc ", "\n").list().ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    private static String join(List<Change.Piece> pieces, char without) {
        return pieces.stream().filter(p -> p.sign() != without).map(Change.Piece::text).collect(Collectors.joining());
    }
}
