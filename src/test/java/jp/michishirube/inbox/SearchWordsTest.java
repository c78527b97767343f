package jp.michishirube.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void hiraganaAndHalfWidthKanaBecomeTheRostersKana() {
        assertThat(SearchWords.of("たかはし").name()).isEqualTo("%タカハシ%");
        assertThat(SearchWords.of("ﾀｶﾊｼ ﾊﾅ").name()).isEqualTo("%タカハシ%ハナ%");
        assertThat(SearchWords.of("がぎ").name()).isEqualTo(SearchWords.of("ｶﾞｷﾞ").name()).isEqualTo("%ガギ%");
    }

    @Test
    void theShapesOfAFamilyNameAreOneAndSpacesDoNotMatter() {
        assertThat(SearchWords.of("髙橋　ハナ").name()).isEqualTo("%高橋%ハナ%");
        assertThat(SearchWords.of("𠮷田").name()).isEqualTo("%吉田%");
        assertThat(SearchWords.of("葛󠄀飾").name()).as("without the mark of its variant").isEqualTo("%葛飾%");
    }

    @Test
    void digitsAreSoughtInTheNumberAndWordsInTheName() {
        SearchWords both = SearchWords.of("高橋 ２０２６－００００１");
        assertThat(both.name()).isEqualTo("%高橋%");
        assertThat(both.number()).isEqualTo("%2026-00001%");
        assertThat(both.grams()).containsExactly("高橋", "#000", "#001");
        assertThat(SearchWords.of("2026ー00001").number()).as("as the keyboard writes it").isEqualTo("%2026-00001%");
        assertThat(SearchWords.of("7").grams()).isNull();
        assertThat(SearchWords.of("ー").number()).isNull();
        assertThat(SearchWords.of(" 　").name()).isNull();
    }

    @Test
    void theDatabasesOwnWildcardsAreOnlyCharacters() {
        assertThat(SearchWords.of("50%_").name()).isEqualTo("%50\\%\\_%");
    }
}
