package jp.michishirube.roster.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {
        "990221007 | 0990221007 | '' | phone-zero", "9.099012345E9 | 09099012345 | '' | phone-zero", "9099012345 | 09099012345 | '' | phone-zero",
        "990221007.0 | 0990221007 | '' | phone-zero", "0990(22)1007 | 0990-22-1007 | '' | -", "(0990)22-1007 | 0990-22-1007 | '' | -",
        "０９９０－２２－１００７ | 0990-22-1007 | '' | -", "0990ー22ー1007 | 0990-22-1007 | '' | -", "0990 22 1007 | 0990-22-1007 | '' | -", "0990─22─1007 | 0990-22-1007 | '' | -",
        "0990.22.1007 | 0990-22-1007 | '' | -", "+81 90-9901-2345 | 090-9901-2345 | '' | -", "+819099012345 | 09099012345 | '' | -",
        "+81 (0)90-9901-2345 | 090-9901-2345 | '' | -", "+81-990-22-1007 | 0990-22-1007 | '' | -", "0081-90-9901-2345 | 090-9901-2345 | '' | -",
        "819099012345 | 09099012345 | '' | -", "8.19099012345E11 | 09099012345 | '' | -", "＋８１－９０－９９０１－２３４５ | 090-9901-2345 | '' | -",
        "+1 808 555 0100 | '' | +1 808 555 0100 | phone-none", "+44 20 7946 0958 | '' | +44 20 7946 0958 | phone-none", "0120-123-456 | 0120-123-456 | '' | -",
        "0990-22-1007 / 090-9901-2345 | 0990-22-1007 | 0990-22-1007 / 090-9901-2345 | phone-several",
        "0990-22-1007、090-9901-2345 | 0990-22-1007 | 0990-22-1007、090-9901-2345 | phone-several",
        "090-9901-2345（長女） | 090-9901-2345 | 090-9901-2345(長女) | phone-words", "なし | '' | なし | phone-none", "呼出し 隣の家 | '' | 呼出し 隣の家 | phone-none",
        "090-1234-567 | '' | 090-1234-567 | phone-none", "901234567 | '' | 901234567 | phone-none", "22-1007 | '' | 22-1007 | phone-none", "12345678901234 | '' | 12345678901234 | phone-none", "'' | '' | '' | -"
    })
    void numbersAndWhatElseStandsInACell(String cell, String number, String rest, String changed) {
        Telephone read = Telephone.read(cell);
        assertThat(read.number()).isEqualTo(number);
        assertThat(read.rest()).isEqualTo(rest);
        assertThat(read.changed()).isEqualTo(changed);
    }
}
