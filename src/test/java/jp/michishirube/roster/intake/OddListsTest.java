package jp.michishirube.roster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;

/** Lists with habits that nobody writes down: whatever cannot be meant is named, and nobody is taken for somebody or somewhere else. */
@ProductTest
class OddListsTest extends ListPages {

    private static final String HEADER = "宛名番号;氏名;フリガナ;続柄;世帯主氏名;元号;年;月;日;性別;町名;番地;電話;要介護度;緊急連絡先電話番号";

    @Test
    void semicolonsErasSumsBetweenAndHouseNumbersThatBecameDays() throws Exception {
        String first = "\uFEFF" + String.join("\r\n", "sep=;", HEADER,
                "VD-1;星野 花;ホシノ ハナ;妻;星野 太郎;3;16;5;3;2;青葉町;1-2;+81 90-1234-5678;24;0990-99-9999",
                "VD-2;NGUYEN THI HOA;グエン ティ ホア;本人;NGUYEN THI HOA;;1985;7;1;2;青葉町;3-4;819012345679;12;",
                "青葉町 計;2;;;;;;;;;;;;;",
                HEADER,
                "VD-3;川野 一;カワノ ハジメ;本人;川野 一;昭和;8;;;1;;5-6;;01;",
                "VD-4;川野 二;カワノ ジロウ;本人;川野 二;昭和;12;2;3;1;川端町;2026/1/2;;21;",
                "VD-5;〓田 三;マルタ サン;本人;〓田 三;昭和;12;2;;1;川端町;7-8;;21;",
                "VD-6;同上;カワノ ゴロウ;本人;川野 二;昭和;12;2;3;1;〃;7-8;;21;",
                "合計;6;;;;;;;;;;;;;") + "\r\n";
        long id = upload("d1.csv", first.getBytes(StandardCharsets.UTF_8), "表計算D");
        Intake intake = await(id, IntakeState.MAPPING);
        assertThat(intake.header()).startsWith("宛名番号", "氏名");
        assertThat(intake.mapping().of("name")).as("neither the head of the household").extracting(u -> u.heading()).containsExactly("氏名");
        assertThat(intake.mapping().of("phone")).as("nor whom to call in need").extracting(u -> u.heading()).containsExactly("電話");
        assertThat(intake.mapping().of("birthDate")).extracting(u -> u.heading()).containsExactly("元号", "年", "月", "日");
        assertThat(intake.mapping().of("address")).as("with its 町").extracting(u -> u.heading()).containsExactly("町名", "番地");
        assertThat(intake.mapping().of("area")).extracting(u -> u.heading()).containsExactly("町名");
        columns(id, "表計算D", Map.ofEntries(Map.entry("宛名番号", "cityNumber"), Map.entry("氏名", "name"), Map.entry("フリガナ", "kana"), Map.entry("元号", "birthDate"),
                Map.entry("年", "birthDate/2"), Map.entry("月", "birthDate/3"), Map.entry("日", "birthDate/4"), Map.entry("性別", "sex"), Map.entry("町名", "address+area"),
                Map.entry("番地", "address/2"), Map.entry("電話", "phone"), Map.entry("要介護度", "careLevel")));
        codes(id, Map.of("性別=2", "FEMALE", "性別=1", "MALE", "要介護度=24", "CARE4", "要介護度=12", "SUPPORT1", "要介護度=01", "INDEPENDENT", "要介護度=21", "CARE1"));
        Intake preview = await(id, IntakeState.READY);
        assertThat(preview.counts()).containsEntry("NEW", 3L).containsEntry("WRONG", 3L).containsEntry("NO_PERSON", 3L).doesNotContainKeys("DOUBT", "GONE");
        assertThat(page("/roster/imports/" + id)).as("what is not used is listed").contains("続柄", "世帯主氏名", "緊急連絡先電話番号");
        assertThat(page("/roster/imports/" + id + "?show=WRONG")).contains("番地が日付に変わっています", "番地しか分かりません", "この行の値を記入してください").doesNotContain("VD-1");
        confirm(id);
        assertThat(says("VD-1", "birthDate") + says("VD-2", "birthDate") + says("VD-5", "birthDate")).isEqualTo("1941-05-031985-07-011937-02");
        assertThat(says("VD-1", "address") + says("VD-1", "phone") + says("VD-2", "phone")).isEqualTo("青葉町1-2090-1234-567809012345679");
        assertThat(jdbc.sql("select count(*) from roster.entry where city_number like 'VD-%'").query(Integer.class).single()).isEqualTo(3);

        // the next month as a spreadsheet's "Unicode text", with the rows put right
        String next = String.join("\r\n", HEADER,
                "VD-1;星野 花;ホシノ ハナ;妻;星野 太郎;S;16;05;03;2;青葉町;１－２;090-1234-5678;24;0990-99-9999",
                "VD-2;NGUYEN THI HOA;グエン ティ ホア;本人;NGUYEN THI HOA;;1985;7;1;2;青葉町;3-4;090-1234-5679;12;",
                "VD-3;川野 一;カワノ ハジメ;本人;川野 一;昭和;8;;;1;川端町;5-6;;01;",
                "VD-5;〓田 三;マルタ サン;本人;〓田 三;昭和;12;2;;1;川端町;7-8;;21;") + "\r\n";
        byte[] wide = ("\uFEFF" + next.replace(';', '\t')).getBytes(StandardCharsets.UTF_16LE);
        long second = upload("d2.txt", wide, "表計算D");
        assertThat(await(second, IntakeState.READY).counts()).as("no question").containsEntry("UNCHANGED", 3L).containsEntry("NEW", 1L)
                .doesNotContainKeys("WRONG", "DOUBT", "CHANGED", "NO_PERSON");
        confirm(second);
        assertThat(says("VD-3", "birthDate") + says("VD-3", "address")).isEqualTo("1933川端町5-6");
    }

    /** Whatever is sent, an answer in words. */
    @ParameterizedTest
    @ValueSource(strings = {"<html><table><tr><td>氏名</td></tr></table>", "PK\u0003\u0004mimetype", "氏\u0000名\u0000", "sep=;", "\uFEFF", "\u001a", ";;;\r\n;;;", "{\"a\":1}",
        "\"", "氏名,氏名,氏名\r\n\"a\nb\",c", "%PDF-1.7"})
    void noFileIsAMistakeOfOurs(String content) throws Exception {
        int status = mvc.perform(multipart("/roster/imports").file(new MockMultipartFile("file", "x.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)))
                .param("kind", "RESIDENTS").param("fullList", "true").param("source", "").with(As.roster1()).with(csrf())).andReturn().getResponse().getStatus();
        assertThat(status).isBetween(300, 499);
    }
}
