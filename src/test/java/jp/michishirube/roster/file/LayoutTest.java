package jp.michishirube.roster.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void guessesAnUnknownVendorsHeadings() {
        Map<String, Integer> guess = Layout.of("residents").guess(List.of(
                "No", "宛名コード", "漢字氏名", "ｶﾅ氏名", "生年月日（和暦）", "現住所", "TEL", "要介護度", "身体障害者手帳", "備考"));
        assertThat(guess).containsEntry("cityNumber", 1).containsEntry("name", 2).containsEntry("kana", 3).containsEntry("birthDate", 4)
                .containsEntry("address", 5).containsEntry("phone", 6).containsEntry("careLevel", 7).containsEntry("bodyGrade", 8)
                .containsEntry("remarks", 9).doesNotContainValue(0);
    }

    /** Nobody is called by the name of the head of the household, nor at the telephone of whoever is called in need. */
    @Test
    void whatSpeaksOfOthersIsNotProposed() {
        Map<String, Integer> guess = Layout.of("residents").guess(List.of("宛名番号", "世帯主氏名", "世帯主生年月日", "緊急連絡先", "民生委員氏名", "前住所", "避難支援者氏名", "通称名",
                "要支援者の氏名", "続柄"));
        assertThat(guess).containsEntry("cityNumber", 0).containsEntry("name", 8).doesNotContainKeys("birthDate", "phone", "address", "kana");
    }

    @Test
    void anUnknownFileIsNotOurOwn() {
        assertThat(Layout.of("residents").isOwn(List.of("漢字氏名", "生年月日", "現住所"))).isFalse();
        assertThat(Layout.of("assignment").isOwn(List.of("宛名番号", "受託事業者コード"))).isTrue();
    }
}
