package jp.michishirube.evacuation.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes as the national files and cities' own really write them. Level 0: told as unknown, never as the mildest. */
class HazardClassesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"A31b_201":5}                                        | FLOOD        | DEPTH    | 5 | 10.0〜20.0m
            {"A31b_101":"3"}                                      | FLOOD        | DEPTH    | 3 | 3.0〜5.0m
            {"A31a_201":"8505010001","A31a_205":4}                | FLOOD        | DEPTH    | 4 | 5.0〜10.0m
            {"A31a_201":"3","A31a_202":"川","A31a_205":"6"}        | FLOOD        | DEPTH    | 6 | 20.0m以上
            {"A31_201":2}                                         | FLOOD        | DEPTH    | 2 | 0.5〜3.0m
            {"A31_201":"8505010001","A31_205":"2"}                | FLOOD        | DEPTH    | 2 | 0.5〜3.0m
            {"A31a_305":5}                                        | FLOOD        | DURATION | 5 | 1〜2週間
            {"A31b_301":7}                                        | FLOOD        | DURATION | 7 | 4週間以上
            {"A31a_405":1}                                        | FLOOD        | COLLAPSE | 1 | 氾濫流
            {"A31b_401":2}                                        | FLOOD        | COLLAPSE | 2 | 河岸侵食
            {"A31_001":14}                                        | FLOOD        | DEPTH    | 3 | 2.0〜5.0m
            {"A31_001":27}                                        | FLOOD        | DEPTH    | 4 | 5.0m以上
            {"A31_001":5}                                         | FLOOD        | DEPTH    | 0 | 深さの区分が不明：5
            {"A31b_201":9}                                        | FLOOD        | DEPTH    | 0 | 深さの区分が不明：9
            {"A31b_201":4.5}                                      | FLOOD        | DEPTH    | 0 | 深さの区分が不明：4.5
            {"A31a_405":"x"}                                      | FLOOD        | COLLAPSE | 0 | 種類が不明：x
            {"A40_003":"5m以上10m未満"}                             | TSUNAMI      | DEPTH    | 4 | 5m以上10m未満
            {"A40_003":"5.0m以上 ～ 10.0m未満"}                      | TSUNAMI      | DEPTH    | 4 | 5.0m以上 ～ 10.0m未満
            {"A40_003":"3"}                                       | TSUNAMI      | DEPTH    | 0 | 深さの区分が不明：3
            {"A49_003":"0.5m以上1m未満"}                            | STORM_SURGE  | DEPTH    | 2 | 0.5m以上1m未満
            {"A49_003":"1.0～2.0m"}                                | STORM_SURGE  | DEPTH    | 2 | 1.0～2.0m
            {"A49_003":"15m未満"}                                   | STORM_SURGE  | DEPTH    | 5 | 15m未満
            {"A49_003":"０．３ｍ未満"}                                | STORM_SURGE  | DEPTH    | 1 | ０．３ｍ未満
            {"A51_004":"20m以上"}                                  | INLAND_FLOOD | DEPTH    | 6 | 20m以上
            {"A33_001":2,"A33_002":1}                             | LANDSLIDE    | ZONE     | 1 | 土砂災害警戒区域（土石流）
            {"A33_001":"1","A33_002":"2"}                         | LANDSLIDE    | ZONE     | 2 | 土砂災害特別警戒区域（急傾斜地の崩壊）
            {"A33_001":3,"A33_002":3}                             | LANDSLIDE    | ZONE     | 1 | 土砂災害警戒区域（地滑り・指定前）
            {"A33_002":4}                                         | LANDSLIDE    | ZONE     | 2 | 土砂災害特別警戒区域（指定前）
            {"A33_002":9}                                         | LANDSLIDE    | ZONE     | 0 | 区分が不明：9
            {"A33_002":"土砂災害特別警戒区域"}                        | LANDSLIDE    | ZONE     | 2 | 土砂災害特別警戒区域
            {"A33_002":null}                                      | LANDSLIDE    | ZONE     | 0 | 区分が不明
            {"a31b_201":5.0}                                      | FLOOD        | DEPTH    | 5 | 10.0〜20.0m
            {"A31A_205":"4"}                                      | FLOOD        | DEPTH    | 4 | 5.0〜10.0m
            {"a31a_405":"２"}                                      | FLOOD        | COLLAPSE | 2 | 河岸侵食
            {"A31b_201":"5m以上10m未満"}                            | FLOOD        | DEPTH    | 4 | 5m以上10m未満
            {"a40_003":"10m以上　20m未満"}                          | TSUNAMI      | DEPTH    | 5 | 10m以上　20m未満
            {"A40_003":null}                                      | TSUNAMI      | DEPTH    | 0 | 深さの区分が不明
            {"A40_003":"0.3m≦水深<1m"}                             | TSUNAMI      | DEPTH    | 0 | 深さの区分が不明：0.3m≦水深<1m
            """)
    void theNationalFamilies(String properties, HazardKind hazard, Measure measure, int level, String label) throws IOException {
        assertThat(of(properties, HazardKind.FLOOD)).containsExactly(new HazardClass(hazard, measure, level, label));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rank":3}            | FLOOD      | DEPTH  | 3
            {"rank":"6"}          | TSUNAMI    | DEPTH  | 6
            {"rank":7}            | FLOOD      | DEPTH  | 0
            {"rank":0}            | FLOOD      | DEPTH  | 0
            {"浸水深ランク":4}      | FLOOD      | DEPTH  | 4
            {"depth":2.4}         | FLOOD      | DEPTH  | 2
            {"z":"12.5"}          | FLOOD      | DEPTH  | 5
            {"depth":12.34567}    | FLOOD      | DEPTH  | 5
            {"depth":2.4000000953674316} | FLOOD | DEPTH | 2
            {"depth":"深い"}       | FLOOD      | DEPTH  | 0
            {"GRIDCODE":3}        | FLOOD      | DEPTH  | 0
            {"A31b_201":null}     | FLOOD      | DEPTH  | 0
            {"depth":0}           | FLOOD      | DEPTH  | 0
            {"depth":-999}        | FLOOD      | DEPTH  | 0
            {"depth":250}         | FLOOD      | DEPTH  | 0
            {"DEPTH":"NaN"}       | FLOOD      | DEPTH  | 0
            {"rank":null}         | FLOOD      | DEPTH  | 0
            {"rank":"３"}          | FLOOD      | DEPTH  | 3
            {"zone":"不明"}        | LANDSLIDE  | ZONE   | 0
            {}                    | FLOOD      | DEPTH  | 0
            {"zone":2}            | LANDSLIDE  | ZONE   | 2
            {"zone":"特別警戒区域"} | LANDSLIDE  | ZONE   | 2
            {"zone":"警戒区域"}     | LANDSLIDE  | ZONE   | 1
            {}                    | LANDSLIDE  | ZONE   | 0
            {}                    | EARTHQUAKE | EXTENT | 1
            """)
    void filesOfTheCitysOwn(String properties, HazardKind usual, Measure measure, int level) throws IOException {
        assertThat(of(properties, usual)).singleElement().satisfies(c -> {
            assertThat(c.measure()).isEqualTo(measure);
            assertThat(c.level()).isEqualTo(level);
            assertThat(c.label()).isNotBlank();
        });
    }

    @Test
    void anUnknownClassOutranksTheMildOnesAndHidesNoGraveOne() {
        assertThat(HazardArea.gravity(Measure.DEPTH, HazardClass.UNKNOWN)).isGreaterThan(HazardArea.gravity(Measure.DEPTH, 2))
                .isLessThan(HazardArea.gravity(Measure.DEPTH, 3));
        assertThat(HazardArea.gravity(Measure.ZONE, HazardClass.UNKNOWN)).isGreaterThan(HazardArea.gravity(Measure.ZONE, 1))
                .isLessThan(HazardArea.gravity(Measure.ZONE, 2));
    }

    private static List<HazardClass> of(String properties, HazardKind usual) throws IOException {
        return HazardClasses.of(new ObjectMapper().readTree(properties), usual);
    }
}
