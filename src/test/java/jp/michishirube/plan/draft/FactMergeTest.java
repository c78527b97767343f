package jp.michishirube.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.Person;
import jp.michishirube.plan.form.Answers;
import jp.michishirube.plan.form.FilledPlan;
import jp.michishirube.plan.form.Holder;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.TestForms;
import jp.michishirube.plan.versions.ErasedWords;
import jp.michishirube.plan.versions.Provenance;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Linked facts and a person's typing, in any order: what a person wrote stays. */
class FactMergeTest {

    private static final PlanForm FORM = TestForms.load("990019");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Person ME = new Person("aoba1", "佐藤 恵", Set.of(), "AOBA", false);

    private ObjectNode answers = TestForms.answers("{}");
    private ObjectNode provenance = TestForms.answers("{}");

    @Test
    void rankDecidesBetweenUntouchedValuesAndNothingElseMoves() {
        offer(Holder.ROSTER, "{'roster.name': '名簿 太郎', 'roster.area': '青葉町'}");
        offer(Holder.CITY_OS, "{'cityos.name': '都市 太郎', 'cityos.phone': 'でんわ', 'cityos.birthDate': '昭和16年5月3日'}");
        offer(Holder.ROSTER, "{'roster.name': '名簿 次郎'}");
        assertThat(answers.at("/resident/name").asText()).isEqualTo("都市 太郎");
        assertThat(answers.at("/resident/association").asText()).isEqualTo("青葉町");
        assertThat(answers.at("/resident/birthDate").asText()).isEqualTo("1941-05-03");
        assertThat(answers.at("/resident/phone").isMissingNode()).as("nonsense is kept out").isTrue();
    }

    @Test
    void furiganaIsFilledFromTheKanaThatIsKnownHoweverItIsWritten() {
        offer(Holder.ROSTER, "{'roster.kana': 'ﾀｶﾊｼ ﾊﾅ'}");
        assertThat(answers.at("/resident/kana").asText()).isEqualTo("タカハシ　ハナ");
        offer(Holder.CITY_OS, "{'cityos.kana': 'たかはし　ハナ子'}");
        assertThat(answers.at("/resident/kana").asText()).as("no kana at all").isEqualTo("タカハシ　ハナ");
        offer(Holder.CITY_OS, "{'cityos.kana': 'たかばし はな'}");
        assertThat(answers.at("/resident/kana").asText()).isEqualTo("タカバシ　ハナ");
        type("/resident/kana", "タカハシ　ハナ");
        offer(Holder.CITY_OS, "{'cityos.kana': 'たかばし はな'}");
        assertThat(answers.at("/resident/kana").asText()).isEqualTo("タカハシ　ハナ");
    }

    @Test
    void aClearedValueAndARemovedRowDoNotComeBack() {
        offer(Holder.CARE_CIRCLE, "{'carecircle.condition': '高血圧', 'carecircle.supporters': [{'name': '佐々木', 'phone': '0242-11-1111'}]}");
        type("/medical/condition", null);
        type("/supporters/carecircle-1", null);
        offer(Holder.CARE_CIRCLE, "{'carecircle.condition': '高血圧', 'carecircle.supporters': [{'name': '佐々木', 'phone': '0242-11-1111'}]}");
        assertThat(answers.at("/medical/condition").isMissingNode()).isTrue();
        assertThat(Answers.isEmpty(answers.get("supporters"))).isTrue();
    }

    @Test
    void editingKeepsTheOriginalAndTypingItBackIsLinkedAgain() {
        offer(Holder.CITY_OS, "{'cityos.mobile': '090-1111-1111'}");
        type("/resident/mobile", "090-2222-2222");
        assertThat(provenance.at("/~1resident~1mobile/original").asText()).isEqualTo("090-1111-1111");
        assertThat(LinkedCount.of(FilledPlan.of(FORM, answers), provenance).linked()).isZero();
        type("/resident/mobile", "090-1111-1111");
        assertThat(Provenance.isLinked(provenance.get("/resident/mobile"))).isTrue();
        assertThat(LinkedCount.of(FilledPlan.of(FORM, answers), provenance).linked()).isOne();
    }

    @Test
    void erasingTakesHoldersValuesAndLeavesWhatAPersonMadeOfThem() {
        offer(Holder.CITY_OS, "{'cityos.name': '都市 太郎', 'cityos.mobile': '090-1111-1111'}");
        type("/resident/mobile", "090-2222-2222");
        assertThat(EraseLinked.erase(FORM, answers, provenance, EnumSet.of(Holder.CITY_OS), new ErasedWords())).hasSize(1);
        assertThat(answers.toString()).isEqualTo("{\"resident\":{\"mobile\":\"090-2222-2222\"}}");
        assertThat(provenance.toString()).doesNotContain("090-1111-1111", "CITY_OS");
    }

    @Property(tries = 500, seed = "20261125")
    void whatAPersonTypedIsNeverOverwritten(@ForAll("acts") List<Act> acts) {
        answers = TestForms.answers("{}");
        provenance = TestForms.answers("{}");
        String typed = null;
        for (Act act : acts) {
            if (act.holder() == null) {
                type("/resident/name", act.value());
                typed = act.value();
            } else {
                offer(act.holder(), "{'" + act.holder().prefix() + ".name': '" + act.value() + "'}");
            }
            if (typed != null) {
                assertThat(answers.at("/resident/name").asText()).isEqualTo(typed);
            }
        }
        assertThat(provenance.has("/resident/name")).isEqualTo(answers.at("/resident").has("name"));
    }

    record Act(Holder holder, String value) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Holder> holders = Arbitraries.of(Holder.CITY_OS, Holder.ROSTER, Holder.JAHIS).injectNull(0.4);
        return Combinators.combine(holders, Arbitraries.of("髙橋", "𠮷田", "山﨑")).as(Act::new).list().ofMaxSize(12);
    }

    private void offer(Holder holder, String facts) {
        FactMerge.into(FORM, answers, provenance, new FactMerge.Offer(holder, NOW, 1L, TestForms.answers(facts)), TODAY);
    }

    private void type(String address, String value) {
        Draft draft = new Draft(new CaseId(1), "x", answers, provenance, 1, 0, 0, 0, NOW, "x");
        DraftEdit edit = new DraftEdit(FORM, draft, List.of(), Optional.empty(), ME, NOW, TODAY, (f, a, raw, current) -> Optional.of(raw));
        edit.change(address, value == null ? com.fasterxml.jackson.databind.node.NullNode.instance : com.fasterxml.jackson.databind.node.TextNode.valueOf(value));
        answers = edit.answers();
        provenance = edit.provenance();
    }
}
