package jp.michishirube.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressSpellingTest {

    @ParameterizedTest
    @CsvSource({
        "福島県みちしるべ市青葉町2丁目6番13号, みちしるべ市青葉町二丁目６－１３",
        "みちしるべ市青葉町２の６の１３, みちしるべ市青葉町2-6-13",
        "みちしるべ市青葉町二丁目四番, みちしるべ市青葉町2-4",
        "みちしるべ市青葉町十二丁目3番, みちしるべ市青葉町12-3",
        "みちしるべ市大字上ノ原字下川12番地, みちしるべ市上ノ原下川12",
        "みちしるべ市関ヶ原町1, みちしるべ市関ケ原町１番地",
        "みちしるべ市自由が丘2-3, みちしるべ市自由ヶ丘二丁目3",
        "みちしるべ市ひばりガ丘1, みちしるべ市ひばりケ丘1番",
        "みちしるべ市栄町千二百三十四番地ノ５, みちしるべ市栄町1234-5",
        "みちしるべ市栄町三千番地之2, みちしるべ市栄町3000-2",
        "福島県南会津郡水鏡町鏡1-2, 水鏡町鏡1番地2"})
    void spellingsOfOneAddressAreOneKey(String one, String other) {
        assertThat(key(one)).isEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource({"みちしるべ市栄町31-5, みちしるべ市栄町3-15", "みちしるべ市青葉町2-4, みちしるべ市青葉町24", "みちしるべ市本町1, みちしるべ市元町1", "みちしるべ市栄町千二百番地, みちしるべ市栄町200", "みちしるべ市すがの1, みちしるべ市すヶの1"})
    void otherAddressesAreOtherKeys(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    @Test
    void aNumberIsNeverCut() {
        assertThat(AddressSpelling.beginnings("栄町4-2-41")).containsExactly("栄町4-2-41", "栄町4-2", "栄町4", "栄町", "栄");
        assertThat(AddressSpelling.beginnings("栄町31-5")).contains("栄町31").doesNotContain("栄町3");
    }

    private static String key(String address) {
        return AddressSpelling.withoutCounty(AddressSpelling.key(address));
    }
}
