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

    private static SheetFacts sheet(int index, boolean hidden, List<String> headings) {
        return new SheetFacts(index, "S" + index, hidden, 1, List.of(new RawRow(1, headings, null)), List.of());
    }
}
