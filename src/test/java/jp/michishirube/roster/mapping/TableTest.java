package jp.michishirube.roster.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.RawRow;
import org.junit.jupiter.api.Test;

/** Which sheet of a workbook is the list. */
class TableTest {

    private static final Layout LAYOUT = Layout.of("residents");
    private static final List<String> LAST_YEAR = List.of("宛名番号", "氏名", "生年月日", "住所", "電話番号", "要介護状態区分", "備考");
    private static final List<String> NOW = List.of("宛名番号", "氏名", "生年月日", "住所");

    /** Last year's list that somebody hid has more of our columns than this year's. */
    @Test
    void aHiddenSheetIsTakenOnlyWhereNoOtherHasAList() {
        assertThat(Table.find(LAYOUT, List.of(sheet(0, true, LAST_YEAR), sheet(1, false, NOW)), null).sheet().hidden()).isFalse();
        assertThat(Table.find(LAYOUT, List.of(sheet(0, true, LAST_YEAR), sheet(1, false, List.of("記号", "意味"))), null).sheet().hidden()).isFalse();
        assertThat(Table.find(LAYOUT, List.of(sheet(0, true, LAST_YEAR), sheet(1, false, List.of("表紙"))), null).sheet().hidden()).isTrue();
    }

    /** Two addresses with the same words below them: the row above tells them apart, and only one of them is proposed. */
    @Test
    void headingsThatOnlyTheRowAboveTellsApart() {
        RawRow title = new RawRow(1, List.of("避難行動要支援者名簿（令和8年11月末現在）"), null);
        RawRow printed = new RawRow(2, List.of("出力日：R8.12.1", "", "", "", "福祉課"), null);
        RawRow groups = new RawRow(3, List.of("対象者", "", "", "住民票住所", "", "", "居所（住所と異なる場合）", "", "", "連絡先", "", "緊急連絡先", "障害者手帳"), null);
        RawRow words = new RawRow(4, List.of("宛名番号", "氏名", "生年月日", "町名", "番地", "方書", "町名", "番地", "方書", "自宅", "携帯", "携帯", "身体"), null);
        RawRow person = new RawRow(5, List.of("1", "星野 花", "S13.4.12", "青葉町", "1-2", "", "川端町", "5-1", "", "0990-22-1", "090-1", "090-2", "2級"), null);
        Table table = Table.find(LAYOUT, List.of(new SheetFacts(0, "S", false, 5, List.of(title, printed, groups, words, person), List.of())), null);
        assertThat(table.headings().line()).isEqualTo(4);
        assertThat(table.headings().cells()).startsWith("対象者 宛名番号").contains("住民票住所 番地", "居所（住所と異なる場合） 番地").doesNotHaveDuplicates();
        assertThat(table.mapping().of("address")).extracting(Use::heading).containsExactly("住民票住所 町名", "住民票住所 番地", "住民票住所 方書");
        assertThat(table.mapping().of("phone")).extracting(Use::heading).containsExactly("連絡先 自宅", "連絡先 携帯");
        assertThat(table.mapping().of("bodyGrade")).extracting(Use::heading).containsExactly("障害者手帳 身体");
    }

    /** Only what every row says in the same words: a title is no part of the headings, and a date that changes with the month is none either. */
    @Test
    void neitherATitleNorTheDayOfPrintingIsPutOverHeadings() {
        List<String> twice = List.of("宛名番号", "氏名", "生年月日", "住所", "方書", "居所", "方書");
        for (List<String> above : List.of(List.of("名簿"), List.of("出力日：R8.12.1", "", "", "福祉課", "", "", "担当"))) {
            Table table = Table.find(LAYOUT, List.of(new SheetFacts(0, "S", false, 2, List.of(new RawRow(1, above, null), new RawRow(2, twice, null)), List.of())), null);
            assertThat(table.headings().cells()).isEqualTo(twice);
            assertThat(table.mapping().of("address")).extracting(Use::column).containsExactly(3, 4);
        }
    }

    private static SheetFacts sheet(int index, boolean hidden, List<String> headings) {
        return new SheetFacts(index, "S" + index, hidden, 1, List.of(new RawRow(1, headings, null)), List.of());
    }
}
