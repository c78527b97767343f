package jp.michishirube.roster.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.michishirube.roster.file.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An office is known by its number, or by a name that it alone bears to the letter; any likeness is asked, with the likeliest proposed. */
class OfficeNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            AOBA                                | false | -
            ＡＯＢＡ                            | false | -
            青葉居宅介護支援事業所              | false | -
            株式会社 青葉居宅介護支援事業所     | true  | AOBA
            青葉居宅介護支援事業所（居宅）      | true  | AOBA
            (福)青葉居宅介護支援事業所          | true  | AOBA
            ﾋﾏﾜﾘ支援ｾﾝﾀｰ                        | true  | HIMA
            コスモス苑                          | true  | -
            みどりの家                          | true  | -
            9999                                | false | -
            """)
    void exactOrAsked(String said, boolean asked, String proposed) {
        OfficeBook book = new OfficeBook();
        Map.of("AOBA", "青葉居宅介護支援事業所", "HIMA", "ヒマワリ支援センター", "KOS1", "コスモス苑", "KOS2", "コスモス苑").forEach(book::add);
        Mapping mapping = new Mapping(List.of(new Use(0, "担当事業所名", "officeName", Map.of())), List.of(), false, false);
        List<OpenCodes> open = OpenCodes.of(Layout.of("residents"), mapping, List.of(new ColumnFacts(1, Map.of(said, 1L), List.of(said), 0)), book);
        assertThat(open.stream().flatMap(o -> o.values().keySet().stream()).toList()).isEqualTo(asked ? List.of(said) : List.of());
        assertThat(open.isEmpty() ? null : open.get(0).likely().get(said)).isEqualTo(proposed);
    }
}
