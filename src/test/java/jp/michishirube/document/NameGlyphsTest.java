package jp.michishirube.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameGlyphsTest {

    private static final String VS17 = "\uDB40\uDD00";
    private static final String VS32 = "\uDB40\uDD0F";
    private final NameGlyphs glyphs = new NameGlyphs();

    @Test
    void commonNamesStayInTheMainFont() {
        for (String name : new String[] {"髙橋 﨑", "渡邉 斎藤", "ﾀｶﾊｼ", "１２－３", "がぎぐ", "\uFA19社", ""}) {
            assertThat(glyphs.styled(name)).isEqualTo(name);
            assertThat(glyphs.unprintable(name)).isEmpty();
        }
    }

    @Test
    void rareCharactersGoToTheirFont() {
        assertThat(glyphs.styled("𠮷田")).isEqualTo("<style fontName=\"IPAmj Mincho\">𠮷</style>田");
        assertThat(glyphs.unprintable("𠮷田")).isEmpty();
    }

    @Test
    void aVariationStaysWholeInTheFontThatKnowsIt() {
        assertThat(glyphs.styled("渡邉" + VS32)).isEqualTo("渡<style fontName=\"IPAmj Mincho\">邉" + VS32 + "</style>");
        assertThat(glyphs.styled("葛" + VS17)).as("known to the main font").isEqualTo("葛" + VS17);
    }

    @Test
    void aVariationThatNoFontKnowsIsPrintedBareAndTold() {
        String unknown = "田" + "\uDB40\uDDEE";
        assertThat(glyphs.styled(unknown)).isEqualTo("田");
        assertThat(glyphs.unprintable(unknown)).containsExactly(unknown);
    }

    @Test
    void whatNoFontHasIsSpelledAndTold() {
        assertThat(glyphs.styled("犬😀犬")).isEqualTo("犬［U+1F600］犬");
        assertThat(glyphs.unprintable("犬😀😀")).containsExactly("😀");
    }

    @Test
    void markupInAnswersIsText() {
        assertThat(glyphs.styled("a<b & 𠮷>")).isEqualTo("a&lt;b &amp; <style fontName=\"IPAmj Mincho\">𠮷</style>&gt;");
    }

    @Test
    void decomposedKanaAreOneCharacter() {
        assertThat(glyphs.unprintable("か\u3099")).isEmpty();
        assertThat(glyphs.styled("か\u3099ん 𠮷田 と\u3099")).isEqualTo("がん <style fontName=\"IPAmj Mincho\">𠮷</style>田 ど");
    }

    @Test
    void ticksAndCircledLettersAreOnPaperToo() {
        for (String sign : new String[] {"Ⓐ", "ⓩ", "☑", "☐", "☒", "▢", "☎", "♿", "⚠", "✔", "①", "㊙", "〒", "㈱"}) {
            assertThat(glyphs.unprintable(sign)).as(sign).isEmpty();
            assertThat(glyphs.styled(sign)).as(sign).doesNotContain("U+");
        }
        assertThat(glyphs.styled("Ⓐ組")).isEqualTo("<style fontName=\"Noto Sans Symbols\">Ⓐ</style>組");
    }

    @Test
    void aDictionarysSectionSignIsTheCharacter() {
        assertThat(glyphs.styled("⼈⼝ \ufa19社")).isEqualTo("人口 \ufa19社");
    }
}
