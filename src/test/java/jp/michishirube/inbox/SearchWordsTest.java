package jp.michishirube.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void hiraganaAndHalfWidthKanaBecomeTheRostersKana() {
        assertThat(SearchWords.of("たかはし").kana()).isEqualTo("%タカハシ%");
        assertThat(SearchWords.of("ﾀｶﾊｼ ﾊﾅ").kana()).isEqualTo("%タカハシ%ハナ%");
    }

    @Test
    void anyShapeOfAFamilyNameIsFoundAndSpacesDoNotMatter() {
        assertThat(SearchWords.of("高橋　ハナ").name()).isEqualTo("%_橋%ハナ%");
        assertThat(SearchWords.of("吉田").name()).isEqualTo("%_田%");
        assertThat(SearchWords.of("𠮷田").name()).isEqualTo("%_田%");
    }

    @Test
    void theDatabasesOwnWildcardsAreOnlyCharacters() {
        assertThat(SearchWords.of("50%_").name()).isEqualTo("%50\\%\\_%");
        assertThat(SearchWords.of("２０２６－００００１").number()).isEqualTo("%2026-00001%");
    }
}
