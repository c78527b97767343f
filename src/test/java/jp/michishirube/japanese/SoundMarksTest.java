package jp.michishirube.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoundMarksTest {

    @Test
    void aMarkApartJoinsItsKana() {
        assertThat(SoundMarks.joined("か\u3099き\u309bハ\u309aホ\u309cう\u3099")).isEqualTo("がぎパポゔ");
    }

    @Test
    void whatBearsNoMarkStays() {
        assertThat(SoundMarks.joined("あ\u309b ゛ \ufa19社 か")).isEqualTo("あ\u309b ゛ \ufa19社 か");
    }
}
