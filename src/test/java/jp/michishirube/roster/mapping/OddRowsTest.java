package jp.michishirube.roster.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.michishirube.roster.file.Layout;
import jp.michishirube.roster.file.RawRow;
import jp.michishirube.roster.file.ReadRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in one column or several as lists really have them: read for what they say, or named as wrong ({@code !reason}), never guessed. */
class OddRowsTest {

    private static final Layout LAYOUT = Layout.of("residents");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            birthDate  | 昭和;16;5;3         | 1941-05-03
            birthDate  | 3;16;05;03          | 1941-05-03
            birthDate  | S;16年;5月;3日      | 1941-05-03
            birthDate  | 令和;元;6;1         | 2019-06-01
            birthDate  | ;1941;5;3           | 1941-05-03
            birthDate  | 昭和;160503         | 1941-05-03
            birthDate  | 3;160503            | 1941-05-03
            birthDate  | 昭和;16;;           | 1941
            birthDate  | 昭和;16;5;          | 1941-05
            birthDate  | 昭和;16;;3          | !date-day
            birthDate  | 昭和;;5;3           | !date-era
            birthDate  | ;16;5;3             | !date
            birthDate  | 7;16;5;3            | !date
            birthDate  | 大正;15;12;26       | !date-era-over
            birthDate  | 1941;;3             | !date-day
            birthDate  | 同上                | !ditto
            address    | 青葉町;1-2          | 青葉町1-2
            address    | 青葉町;2026-01-02   | !address-date
            address    | 青葉町;2026/1/2     | !address-date
            address    | 青葉町;1月2日       | !address-date
            address    | 青葉町;2-Jan        | !address-date
            address    | 上ノ原2015-10-12    | 上ノ原2015-10-12
            address    | ;1-2                | !address-above
            address    | ;二番地             | !address-above
            address    | ;青葉町1-2          | 青葉町1-2
            address    | 1-2                 | !address-above
            address    | 二番地の３          | !address-above
            address    | 3丁目1-2            | !address-above
            address    | 1条通3丁目1         | 1条通3丁目1
            address    | 〃;1-2              | !ditto
            name       | 〃                  | !ditto
            name       | 同上 太郎           | 同上 太郎
            kana       | か゛く              | ガク
            kana       | か\u3099く          | ガク
            postalCode | 600001              | 060-0001
            postalCode | 10010               | 001-0010
            postalCode | 1001                | !postal-code
            cityNumber | 0012345             | 0012345
            cityNumber | 1.23E11             | !code
            cityNumber | 1.2346E+11          | !code
            household  | その他              | !unknown-code
            careLevel  | 1                   | !care-level
            careLevel  | 21                  | 要介護1
            hazardFlood| 不明                | !unknown-code
            """)
    void isReadOrNamed(String key, String cells, String value) {
        List<String> row = List.of(cells.replace("\\u3099", "\u3099").split(";", -1));
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            uses.add(new Use(i, "列" + i, key, Map.of()));
        }
        ReadRow read = new RowReader(LAYOUT, new Mapping(uses, List.of(), false, true), 0, LocalDate.of(2026, 11, 1)).read(new RawRow(2, row, null));
        if (value.startsWith("!")) {
            assertThat(read.problems()).extracting(ReadRow.Finding::kind).containsExactly(value.substring(1));
        } else {
            assertThat(read.problems()).isEmpty();
            assertThat(read.get(key)).isEqualTo(value);
        }
    }

    /** A character that the file's encoding lacked is pointed out, whatever stands for it. */
    @ParameterizedTest
    @CsvSource({"〓田 三, true", "田 三, true", "?田 三, true", "■田 三, true", "髙橋 三, false", "NGUYEN THI HOA, false"})
    void lostCharactersOfNamesAreTold(String name, boolean told) {
        ReadRow read = new RowReader(LAYOUT, new Mapping(List.of(new Use(0, "氏名", "name", Map.of())), List.of(), false, true), 0, LocalDate.of(2026, 11, 1))
                .read(new RawRow(2, List.of(name), null));
        assertThat(read.get("name")).isEqualTo(name);
        assertThat(read.notes().stream().anyMatch(n -> n.kind().equals("placeholder"))).isEqualTo(told);
    }
}
