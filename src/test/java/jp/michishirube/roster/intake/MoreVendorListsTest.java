package jp.michishirube.roster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.mapping.Use;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** Three more vendors: two addresses under one set of words, eras and numbers as LibreOffice writes them, and a sheet for each 町. */
@ProductTest
class MoreVendorListsTest extends ListPages {

    private static final String GROUPS = "対象者,,,,,,世帯,,住民票住所,,,居所（住所と異なる場合）,,,連絡先,,障害者手帳,,,災害の危険,,,異動,,";
    private static final String WORDS = "宛名番号,氏名（漢字）,氏名(ｶﾅ),性別,%s,世帯番号,続柄,町名,番地,方書,町名,番地,方書,自宅,携帯,身体,療育,精神,洪水,土砂,津波,異動事由コード,異動年月日,備考";

    @Test
    void twoAddressesUnderTheSameWordsAndDangersByMarks() throws Exception {
        long first = upload("e1.csv", cp932("避難行動要支援者名簿（令和８年１１月末現在）", "出力日：R8.12.1,,,,福祉課", GROUPS, WORDS.formatted("生年月日,年齢"),
                "VE01,渡邉　ツル,ﾜﾀﾅﾍﾞ ﾂﾙ,女,S13.04.12,88,777,世帯主,青葉町,１０－２,,,,,0990－22－2001,,肢体 ２級,,,○,×,－,00,,",
                "VE02,渡邊 亀吉,ﾜﾀﾅﾍﾞ ｶﾒｷﾁ,男,昭8. 1. 7,93,777,夫,青葉町,１０ー２,,,,,0990―22―2002,090‐1111‐2222,,Ａ１,,○,－,―,00,,",
                "VE03,齋藤 ｷﾖ,ｻｲﾄｳ ｷﾖ,女,明45.7.29,114,778,世帯主,青葉町,十番地の三,青葉荘２０１号,川端町,五丁目１－１,ひだまり方,(0990)22-2003,,１級(聴覚),,,×,○,×,00,,",
                "VE04,森 一郎,ﾓﾘ ｲﾁﾛｳ,男,昭和１３年　４月　１２日,88,779,本人,川端町,2丁目3番地4,,,,,,,,,２級,－,－,－,00,,耳が遠い",
                ",合　　計,,,,,,,,,,,,,,,,,,,,,,,7人", ",,,,,,,,,,,,,,,,,,,,,,,,"), "健康システムE");
        Intake intake = await(first, IntakeState.MAPPING);
        assertThat(targets(intake, "address")).containsExactly("住民票住所 町名", "住民票住所 番地", "住民票住所 方書");
        assertThat(targets(intake, "bodyGrade", "mentalGrade", "phone")).containsExactly("障害者手帳 身体", "障害者手帳 精神", "連絡先 自宅", "連絡先 携帯");
        columns(first, "健康システムE", proposed(intake));
        codes(first, Map.of("障害者手帳 身体=肢体 ２級", "G2", "障害者手帳 身体=１級(聴覚)", "G1", "災害の危険 洪水=－", "UNKNOWN", "災害の危険 土砂=－", "NONE",
                "災害の危険 津波=－", "UNKNOWN", "災害の危険 津波=―", "UNKNOWN", "異動 異動事由コード=00", "STAYS"));
        assertThat(await(first, IntakeState.READY).counts()).containsEntry("NEW", 4L).containsEntry("NO_PERSON", 1L).doesNotContainKeys("WRONG", "DOUBT");
        assertThat(page("/roster/imports/" + first)).as("where somebody stays is told to be left aside").contains("居所（住所と異なる場合） 番地", "五丁目１－１");
        confirm(first);
        assertThat(says("VE03", "address") + says("VE03", "birthDate") + says("VE02", "birthDate") + says("VE04", "birthDate"))
                .isEqualTo("青葉町十番地の三 青葉荘２０１号1912-07-291933-01-071938-04-12");
        assertThat(says("VE01", "hazard") + says("VE03", "hazard") + says("VE04", "hazard")).as("a dash is no none where a person said unknown").isEqualTo("洪水土砂災害");
        assertThat(says("VE02", "phone") + says("VE02", "phoneNote")).isEqualTo("0990-22-2002090-1111-2222");

        long next = upload("e2.csv", cp932("避難行動要支援者名簿（令和８年１２月末現在）", "出力日：R9.1.4,,,,福祉課", GROUPS, WORDS.formatted("年齢,生年月日"),
                "VE01,渡邉　ツル,ﾜﾀﾅﾍﾞ ﾂﾙ,女,88,昭13.4.12,777,世帯主,青葉町,10-2,,,,,0990222001,,肢体 ２級,,,○,×,－,10,,",
                "VE02,渡邊 亀吉,ﾜﾀﾅﾍﾞ ｶﾒｷﾁ,男,93,昭8.1.7,777,夫,青葉町,１０ー２,,,,,0990―22―2002,090‐1111‐2222,,Ａ１,,○,－,―,31,R8.12.15,",
                "VE04,森 一郎,ﾓﾘ ｲﾁﾛｳ,男,88,S13.04.12,779,本人,川端町,２－３－４,,,,,,,,,２級,－,－,－,,,耳が遠い",
                "VE08,渡邉　ツル,ﾜﾀﾅﾍﾞ ﾂﾙ,女,88,S13.04.12,790,世帯主,青葉町,１０－２０,,,,,,,,,,,,,00,,"), "健康システムE");
        codes(next, Map.of("異動 異動事由コード=10", "MOVED", "異動 異動事由コード=31", "DIED"));
        assertThat(await(next, IntakeState.READY).counts()).containsEntry("LEFT", 1L).containsEntry("UNCHANGED", 2L).as("a namesake of the same day").containsEntry("DOUBT", 1L)
                .doesNotContainKeys("NEW", "CHANGED", "WRONG");
        confirm(next);
        assertThat(standing("VE02")).isEqualTo("LEFT 死亡 LEFT_ROSTER");
        assertThat(standing("VE03")).as("not among the changes").startsWith("LISTED OPEN");
        assertThat(jdbc.sql("select count(*) from roster.entry where city_number like 'VE0%'").query(Long.class).single()).isEqualTo(4);
    }

    @Test
    void erasTruthValuesAndNumbersAsLibreOfficeWritesThem() throws Exception {
        long first = upload("l1.xlsx", resource("libreoffice-eras-month1.xlsx"), "台帳L");
        Intake intake = await(first, IntakeState.MAPPING);
        assertThat(targets(intake, "cityNumber", "kana", "careLevel", "livingAlone")).containsExactly("住民CD", "本人 セイメイ", "要介護", "ひとり暮らし");
        columns(first, "台帳L", proposed(intake));
        codes(first, Map.of("要介護=申請中", "NONE", "要介護=要介護1～2", "WRONG", "ひとり暮らし=1", "YES", "ひとり暮らし=0", "NO"));
        assertThat(await(first, IntakeState.READY).counts()).containsEntry("NEW", 3L).containsEntry("WRONG", 2L).containsEntry("NO_PERSON", 2L);
        confirm(first);
        assertThat(says("0005550001", "birthDate") + says("0005550002", "birthDate") + says("0005550003", "birthDate")).as("days on which eras begin, and a hidden row")
                .isEqualTo("1938-04-121926-12-251989-01-07");
        assertThat(says("0005550001", "phone") + says("0005550002", "address") + says("0005550003", "phoneNote"))
                .isEqualTo("0990223001青葉町12 コーポ青葉１０２0990-22-3003 / 090-1111-3333");

        long next = upload("l2.xlsx", resource("libreoffice-eras-month2.xlsx"), "台帳L");
        assertThat(targets(await(next, IntakeState.MAPPING), "left")).as("a new column is asked, not taken").isEmpty();
        Map<String, String> again = proposed(intakes.get(next));
        again.put("更新区分", "left");
        columns(next, "台帳L", again);
        assertThat(await(next, IntakeState.READY).counts()).containsEntry("LEFT", 1L).containsEntry("CHANGED", 1L).containsEntry("UNCHANGED", 1L).containsEntry("WRONG", 2L)
                .doesNotContainKeys("NEW", "DOUBT");
        confirm(next);
        assertThat(standing("0005550002")).isEqualTo("LEFT 死亡 LEFT_ROSTER");
        assertThat(says("0005550003", "address") + standing("0005550003").substring(0, 6)).isEqualTo("川端町9-9LISTED");
    }

    @Test
    void aSheetForEachTownIsToldAndNobodyOnAnotherIsCalledMissing() throws Exception {
        long part = upload("t1.xlsx", resource("libreoffice-towns-month1.xlsx"), "区分T");
        Intake intake = await(part, IntakeState.MAPPING);
        Map<String, String> columns = proposed(intake);
        assertThat(columns).containsEntry("整理No", "cityNumber/1");
        columns(part, "区分T", columns);
        await(part, IntakeState.READY);
        assertThat(page("/roster/imports/" + part)).contains("同じ見出しの表", "川端町", "山手", "原町").doesNotContain("全件の名簿として送られました");
        confirm(part);
        long second = upload("t1.xlsx", resource("libreoffice-towns-month1.xlsx"), "区分T");
        await(second, IntakeState.READY);
        mvc.perform(post("/roster/imports/" + second + "/mapping/table").param("sheet", "5").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        columns(second, "区分T", columns);
        assertThat(await(second, IntakeState.READY).counts()).containsEntry("NEW", 2L);
        confirm(second);
        assertThat(standing("T00") + standing("T31")).isEqualTo("LISTED OPENLISTED OPEN");

        String to = mvc.perform(multipart("/roster/imports").file(new MockMultipartFile("file", "t2.xlsx", "application/octet-stream", resource("libreoffice-towns-month2.xlsx")))
                .param("kind", "RESIDENTS").param("fullList", "true").param("source", "区分T").with(As.roster1()).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        long full = Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
        assertThat(await(full, IntakeState.READY).counts()).containsEntry("UNCHANGED", 2L).doesNotContainKeys("GONE", "NEW");
        assertThat(page("/roster/imports/" + full)).contains("全件の名簿として送られました");
        mvc.perform(post("/roster/imports/" + full + "/cancellation").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
    }

    private static List<String> targets(Intake intake, String... keys) {
        return List.of(keys).stream().flatMap(k -> intake.mapping().of(k).stream()).map(Use::heading).toList();
    }

    /** What the page proposes, left as it is. */
    private static Map<String, String> proposed(Intake intake) {
        Map<Integer, List<Use>> uses = intake.mapping().uses().stream().collect(Collectors.groupingBy(Use::column));
        Map<String, String> targets = new HashMap<>();
        uses.forEach((column, of) -> targets.put(of.get(0).heading(), (of.size() > 1 ? "address+area" : of.get(0).target().isEmpty() ? "-" : of.get(0).target()) + "/" + (column + 1)));
        return targets;
    }
}
