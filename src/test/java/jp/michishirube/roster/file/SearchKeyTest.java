package jp.michishirube.roster.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "髙橋　ハナ, 高橋ハナ", "山﨑 正男, 山崎正男", "𠮷田 キヨ, 吉田 キヨ", "渡邉昭二, 渡邊 昭二", "葛󠄀西 弘, 葛西 弘", "齋藤フミ, 斉藤 フミ", "塚原, 塚原",
        "ﾀｶﾊｼ, タカハシ"
    })
    void namesSpeltDifferentlyAreOne(String a, String b) {
        assertThat(SearchKey.name(a)).isEqualTo(SearchKey.name(b));
    }

    @ParameterizedTest
    @CsvSource({
        "みちしるべ市青葉町二丁目6番13号, みちしるべ市青葉町2-6-13", "みちしるべ市青葉町二丁目6番13号, みちしるべ市青葉町２丁目６－１３",
        "みちしるべ市青葉町2の6, みちしるべ市青葉町2―6", "福島県会津若松市大字門田町字中丸１０番地の２, 会津若松市門田町中丸10-2",
        "東町十二丁目3番地, 東町12-3", "青葉町２─６─１３, 青葉町２－６－１３", "青葉町2━6, 青葉町2番6号", "霞ケ関3, 霞ヶ関３"
    })
    void addressesSpeltDifferentlyAreOne(String a, String b) {
        assertThat(SearchKey.address(a)).isEqualTo(SearchKey.address(b));
    }

    @ParameterizedTest
    @CsvSource({
        "青葉町2-6-13, 青葉町2-61-3", "青葉町二丁目6番, 青葉町三丁目6番", "若草町1-1 101号, 若草町1-1 102号", "一番町3, 二番町3", "千代田町1, 千代町1"
    })
    void differentAddressesStayApart(String a, String b) {
        assertThat(SearchKey.address(a)).isNotEqualTo(SearchKey.address(b));
    }
}
