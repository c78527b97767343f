package jp.michishirube.roster.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.ReadRow;
import jp.michishirube.roster.file.ValueKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a word in a column of codes may say by itself, and what a person is asked. */
class CodesTest {

    /** These words end a case in our own layout, whose column is about leaving; in another's they may be said of a change, a benefit or a wish. */
    @ParameterizedTest
    @ValueSource(strings = {"その他", "非該当", "辞退", "取下げ", "登録取消"})
    void wordsThatDoNotSayWhyOneLeavesAreAskedInTheListsOfOthers(String word) {
        assertThat(open(word, Map.of(), false)).isTrue();
        assertThat(Meanings.propose(ValueKind.MOVEMENT, word)).as("and nothing is proposed").isNull();
        assertThat(read(word, Map.of(), false).problems()).extracting(ReadRow.Finding::kind).containsExactly("unknown-code");
        assertThat(open(word, Map.of(word, "STAYS"), false)).isFalse();
        assertThat(read(word, Map.of(word, "STAYS"), false).get("left")).isEmpty();
        assertThat(open(word, Map.of(), true)).isFalse();
        assertThat(read(word, Map.of(), true).get("left")).isEqualTo("その他");
    }

    @ParameterizedTest
    @ValueSource(strings = {"死亡", "転出", "施設入所", "転居", "新規"})
    void wordsThatSayItAreNotAsked(String word) {
        assertThat(open(word, Map.of(), false)).isFalse();
    }

    private static boolean open(String word, Map<String, String> codes, boolean asIs) {
        return Codes.isOpen(ValueKind.MOVEMENT, new Use(0, "異動内容", "left", codes), asIs, word);
    }

    private static ReadRow read(String word, Map<String, String> codes, boolean asIs) {
        return new RowReader(Layout.of("residents"), new Mapping(List.of(new Use(0, "異動内容", "left", codes)), List.of(), false, asIs), 0, LocalDate.of(2026, 11, 1))
                .read(new RawRow(2, List.of(word), null));
    }

    @ParameterizedTest
    @CsvSource({"肢体２級, G2", "１級（聴覚）, G1", "第1種 聴覚 6級, G6", "視覚1級・聴覚3級, ", "視覚障害, ", "7級, "})
    void aGradeAmongWordsIsProposedAndTwoAreNot(String value, String meaning) {
        assertThat(Meanings.propose(ValueKind.GRADE, value)).isEqualTo(meaning);
        assertThat(Codes.isOpen(ValueKind.GRADE, new Use(0, "身体", "bodyGrade", Map.of()), false, value)).as("asked all the same").isTrue();
    }
}
