package jp.michishirube.roster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import jp.michishirube.roster.entry.Intake;
import jp.michishirube.roster.entry.IntakeState;
import jp.michishirube.roster.file.Books;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;

/** Lists of three vendors with columns, codes and habits of their own, on the pages alone, and the next month too. */
@ProductTest
class VendorListsTest extends ListPages {

    @Test
    void aListOfCodesWithTwoColumnsOfAddressAndTelephonesOfASpreadsheet() throws Exception {
        String header = "住民コード,漢字氏名,カナ氏名,誕生日,男女,住所１,住所２,方書,TEL,世帯類型,浸水ランク,土砂,介護度,閲覧制限,同意区分,異動区分,更新日時,予備";
        long first = upload("a1.csv", cp932(header,
                "VA-1,髙本 ハナ,ﾀｶﾊｼ ﾊﾅ,3130412,2,青葉町,２－６－１３,,990221007,1,3,0,24,0,1,A,20261201,",
                "VA-2,山﨑 見男,ﾔﾏｻﾞｷ ﾏｻｵ,3160903,1,青葉町,１－１,青葉荘 ２０１,9.099012345E9,3,0,0,22,1,2,A,20261201,",
                "VA-3,吉村 キヨ,ﾖｼﾀﾞ ｷﾖ,3100127,2,川端町,４－５－５,,0990(22)1014,2,9,2,,0,9,A,20261201,"), "介護台帳A");
        assertThat(await(first, IntakeState.MAPPING).agreed()).isFalse();
        assertThat(page("/roster/imports/" + first + "/mapping")).contains("青葉町２－６－１３", "表と見出し：1行目").as("what the joined columns make is shown").contains("つないだ値の見本");
        columns(first, "介護台帳A", Map.ofEntries(Map.entry("住民コード", "cityNumber"), Map.entry("漢字氏名", "name"), Map.entry("カナ氏名", "kana"), Map.entry("誕生日", "birthDate"),
                Map.entry("男女", "sex"), Map.entry("住所１", "address+area"), Map.entry("住所２", "address/2"), Map.entry("方書", "address/3"), Map.entry("TEL", "phone"),
                Map.entry("世帯類型", "household"), Map.entry("浸水ランク", "hazardFlood"), Map.entry("土砂", "hazardLandslide"), Map.entry("介護度", "careLevel"),
                Map.entry("閲覧制限", "protected"), Map.entry("同意区分", "consentClaim"), Map.entry("異動区分", "left")));
        codes(first, Map.ofEntries(Map.entry("男女=2", "FEMALE"), Map.entry("男女=1", "MALE"), Map.entry("世帯類型=1", "ALONE"), Map.entry("世帯類型=2", "ELDERLY"),
                Map.entry("世帯類型=3", "FAMILY"), Map.entry("浸水ランク=3", "D3"), Map.entry("浸水ランク=0", "NONE"), Map.entry("浸水ランク=9", "UNKNOWN"),
                Map.entry("土砂=0", "NONE"), Map.entry("土砂=2", "SPECIAL"), Map.entry("介護度=24", "CARE4"), Map.entry("介護度=22", "CARE2"),
                Map.entry("閲覧制限=0", "NO"), Map.entry("閲覧制限=1", "YES"), Map.entry("同意区分=1", "YES"), Map.entry("同意区分=2", "NO"), Map.entry("同意区分=9", "OPEN"),
                Map.entry("異動区分=A", "NEW")));
        assertThat(await(first, IntakeState.READY).counts()).containsEntry("NEW", 3L).doesNotContainKeys("WRONG", "DOUBT");
        mvc.perform(get("/roster/imports/" + first).with(As.roster1())).andExpect(content().string(containsString("3人の案件が始まります。")))
                .andExpect(content().string(containsString("更新日時"))).andExpect(content().string(containsString("0990221007")));
        confirm(first);
        assertThat(says("VA-1", "address") + says("VA-2", "address")).isEqualTo("青葉町２－６－１３青葉町１－１ 青葉荘 ２０１");
        assertThat(says("VA-1", "area") + says("VA-1", "phone") + says("VA-2", "phone") + says("VA-3", "phone")).isEqualTo("青葉町0990221007090990123450990-22-1014");
        assertThat(says("VA-1", "hazard") + says("VA-2", "hazard") + says("VA-3", "hazard")).isEqualTo("洪水（3～5m）なし土砂災害（特別警戒区域）");
        assertThat(jdbc.sql("select r.city_number from casefile.protection p join casefile.resident r on r.id = p.resident_id where r.city_number like 'VA-%'")
                .query(String.class).list()).as("支援措置 of the list protects at once").containsExactly("VA-2");
        assertThat(says("VA-1", "livingAlone") + says("VA-2", "protected") + says("VA-3", "consentClaim")).isEqualTo("truetrue未確認");

        String swapped = "住民コード,カナ氏名,漢字氏名,誕生日,男女,住所１,住所２,方書,TEL,世帯類型,浸水ランク,土砂,介護度,閲覧制限,同意区分,異動区分,更新日時,予備,担当課";
        long next = upload("a2.csv", cp932(swapped,
                "VA-1,ﾀｶﾊｼ ﾊﾅ,髙本 ハナ,3130412,2,青葉町,二丁目６番１３号,,0990-22-1007,1,3,0,24,0,1,K,20270101,,福祉課",
                "VA-2,ﾔﾏｻﾞｷ ﾏｻｵ,山﨑 見男,3160903,1,青葉町,１－１,青葉荘 ２０１,9099012345,3,0,0,22,,2,S,20270101,,福祉課",
                "VA-3,ﾖｼﾀﾞ ｷﾖ,吉村 キヨ,3100127,2,川端町,１－１－１,,0990(22)1014,2,9,2,,0,9,T,20270101,,福祉課",
                "VA-4,ｻｻｷ ﾐﾁ,佐々木 みち,3150202,2,若草町,３－３,,,1,,,,0,1,Z,20270101,,福祉課"), "介護台帳A");
        await(next, IntakeState.MAPPING);
        assertThat(page("/roster/imports/" + next + "/mapping")).contains("新しい列：担当課").doesNotContain("新しい列：漢字氏名");
        mvc.perform(post("/roster/imports/" + next + "/mapping").param("t.18", "-").with(As.roster1()).with(csrf())).andExpect(status().isUnprocessableEntity());
        Map<String, String> again = new java.util.HashMap<>();
        intakes.get(next).mapping().uses().forEach(u -> again.merge(u.heading(), u.target().isEmpty() ? "-" : u.target(), (a, b) -> "address+area"));
        again.put("住所２", "address/2");
        again.put("方書", "address/3");
        columns(next, "介護台帳A", again);
        codes(next, Map.of("異動区分=K", "STAYS", "異動区分=S", "DIED", "異動区分=T", "MOVED", "異動区分=Z", "WRONG"));
        Intake preview = await(next, IntakeState.READY);
        assertThat(preview.counts()).containsEntry("UNCHANGED", 1L).containsEntry("LEFT", 1L).containsEntry("CHANGED", 1L).containsEntry("WRONG", 1L)
                .doesNotContainKeys("NEW", "DOUBT", "GONE");
        confirm(next);
        assertThat(standing("VA-1")).startsWith("LISTED OPEN");
        assertThat(standing("VA-2")).isEqualTo("LEFT 死亡 LEFT_ROSTER");
        assertThat(says("VA-2", "protected")).as("an empty cell lifts no protection").isEqualTo("true");
        assertThat(says("VA-3", "address")).isEqualTo("川端町１－１－１");
        assertThat(jdbc.sql("select count(*) from roster.entry where city_number like 'VA-%'").query(Long.class).single()).isEqualTo(3);

        long third = upload("a3.csv", cp932(swapped, "VA-1,ﾀｶﾊｼ ﾊﾅ,髙本 ハナ,3130412,2,青葉町,２－６－１３,,0990-22-1007,1,3,0,24,0,1,N,20270201,,福祉課",
                "VA-3,ﾖｼﾀﾞ ｷﾖ,吉村 キヨ,3100127,2,川端町,１－１－１,,0990(22)1014,2,9,2,,0,9,T,20270201,,福祉課"), "介護台帳A");
        await(third, IntakeState.MAPPING);
        codes(third, Map.of("異動区分=N", "FACILITY"));
        assertThat(await(third, IntakeState.READY).counts()).containsEntry("LEFT", 1L).containsEntry("UNCHANGED", 1L);
        mvc.perform(post("/roster/imports/" + third + "/cancellation").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
    }

    @Test
    void aWorkbookWrittenByLibreOfficeWithHeadingsOverTwoRowsAndASum() throws Exception {
        long first = upload("b1.xlsx", resource("libreoffice-month1.xlsx"), "危機管理台帳B");
        Intake intake = await(first, IntakeState.MAPPING);
        assertThat(intake.header()).contains("対象者 氏名", "住まい 番地", "連絡先");
        columns(first, "危機管理台帳B", Map.ofEntries(Map.entry("管理番号", "cityNumber"), Map.entry("対象者 氏名", "name"), Map.entry("対象者 フリガナ", "kana"),
                Map.entry("対象者 生年月日", "birthDate"), Map.entry("対象者 性別", "sex"), Map.entry("住まい 町名", "address+area"), Map.entry("住まい 番地", "address/2"),
                Map.entry("住まい 方書", "address/3"), Map.entry("連絡先", "phone"), Map.entry("介護度", "careLevel"), Map.entry("世帯", "household"),
                Map.entry("同意", "consentClaim"), Map.entry("計画作成事業所", "officeName")));
        codes(first, Map.of("計画作成事業所=(株)中央 包括", "CHUO"));
        Intake preview = await(first, IntakeState.READY);
        assertThat(preview.counts()).containsEntry("NEW", 4L).containsEntry("NO_PERSON", 2L).doesNotContainKeys("WRONG", "DOUBT");
        assertThat(page("/roster/imports/" + first + "?show=NO_PERSON")).contains("人でない行");
        confirm(first);
        assertThat(says("1003", "birthDate") + says("1004", "birthDate") + says("1001", "birthDate") + says("1002", "birthDate")).isEqualTo("1941-051941-05-031938-04-121935-01-27");
        assertThat(says("1004", "name")).isEqualTo("葛󠄀西 ふみ");
        assertThat(says("1002", "address") + says("1003", "phoneNote")).isEqualTo("川端町四丁目5-5 コーポ川端 201携帯なし");
        assertThat(jdbc.sql("select c.office from roster.entry e join casefile.casefile c on c.id = e.case_id where e.city_number in ('1001', '1002') order by e.city_number")
                .query(String.class).list()).containsExactly("AOBA", "CHUO");
        long entry = jdbc.sql("select id from roster.entry where city_number = '1003'").query(Long.class).single();
        assertThat(page("/roster/entries/" + entry)).contains("1941年5月（日不詳）");

        long next = upload("b2.xlsx", resource("libreoffice-month2.xlsx"), "危機管理台帳B");
        await(next, IntakeState.MAPPING);
        assertThat(page("/roster/imports/" + next + "/mapping")).contains("新しい列：担当者");
        Map<String, String> again = new java.util.HashMap<>();
        intakes.get(next).mapping().uses().forEach(u -> again.merge(u.heading(), u.target().isEmpty() ? "-" : u.target(), (a, b) -> "address+area"));
        again.put("住まい 番地", "address/2");
        again.put("住まい 方書", "address/3");
        again.put("担当者", "remarks");
        columns(next, "危機管理台帳B", again);
        assertThat(await(next, IntakeState.READY).counts()).containsEntry("NEW", 1L).containsEntry("CHANGED", 3L).doesNotContainKeys("WRONG", "DOUBT", "LEFT");
        confirm(next);
        assertThat(says("1001", "address") + says("1001", "phone")).as("spelt otherwise is no change").isEqualTo("青葉町二丁目6番13号0990221007");
        assertThat(says("1002", "address") + says("1001", "remarks")).isEqualTo("川端町五丁目1-1 コーポ川端 201担当者：危機 太郎");
        assertThat(standing("1003")).as("not on the list of movements").startsWith("LISTED OPEN");
        assertThat(jdbc.sql("select count(*) from roster.entry where city_number between '1001' and '1005'").query(Long.class).single()).isEqualTo(5);
    }

    @Test
    void aWorkbookOfTenSheetsWithAHiddenKeyAndDatesOf1904() throws Exception {
        long first = upload("c1.xlsx", Books.tenSheets(false), "民生システムC");
        Intake intake = await(first, IntakeState.MAPPING);
        assertThat(page("/roster/imports/" + first + "/mapping?all=")).contains("記号の意味").contains("非表示").contains("要支援者一覧");
        assertThat(intake.header()).contains("整理番号");
        // on the page: another sheet and back
        mvc.perform(post("/roster/imports/" + first + "/mapping/table").param("sheet", "2").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(intakes.get(first).header()).doesNotContain("整理番号");
        mvc.perform(post("/roster/imports/" + first + "/mapping/table").param("sheet", "6").param("line", "3").with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        columns(first, "民生システムC", Map.of("整理番号", "cityNumber", "氏", "name", "名", "name/2", "生年月日", "birthDate", "住所", "address", "異動", "left", "浸水", "hazardFlood"));
        codes(first, Map.of("異動=1", "STAYS", "異動=特養へ入所", "FACILITY", "浸水=A", "D2"));
        assertThat(await(first, IntakeState.READY).counts()).containsEntry("NEW", 2L).containsEntry("UNCHANGED", 1L).doesNotContainKeys("WRONG", "DOUBT");
        confirm(first);
        assertThat(says("VC-1", "name") + says("VC-1", "birthDate") + says("VC-2", "hazard")).isEqualTo("髙橋 ハナ1941-05-03洪水（0.5～3m）");
        long next = upload("c2.xlsx", Books.tenSheets(true), "民生システムC");
        assertThat(await(next, IntakeState.READY).counts()).as("applied without a question").containsEntry("LEFT", 1L).containsEntry("UNCHANGED", 2L)
                .doesNotContainKeys("NEW", "WRONG", "DOUBT");
        confirm(next);
        assertThat(standing("VC-2")).isEqualTo("LEFT 施設入所 LEFT_ROSTER");
        assertThat(jdbc.sql("select count(*) from roster.entry where city_number like 'VC-%'").query(Long.class).single()).isEqualTo(2);
    }
}
