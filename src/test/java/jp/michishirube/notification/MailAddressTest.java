package jp.michishirube.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {
        "taro..0511@docomo.example.jp, '\"taro..0511\"@docomo.example.jp'",
        "hanako.@ezweb.example.jp, '\"hanako.\"@ezweb.example.jp'",
        ".a...b.@docomo.example.jp, '\".a...b.\"@docomo.example.jp'",
        "'\"taro..0511\"@docomo.example.jp', '\"taro..0511\"@docomo.example.jp'",
        "-.-@docomo.example.jp, -.-@docomo.example.jp",
        "' aoba1@example.jp ', aoba1@example.jp",
        "o'neil+x/y@example.jp, o'neil+x/y@example.jp",
        "clerk@mailhost, clerk@mailhost"})
    void whatCarriersIssuedIsQuotedAndTheRestStaysAsItIs(String told, String sent) {
        assertThat(MailAddress.of(told)).hasValueSatisfying(a -> assertThat(a.getAddress()).isEqualTo(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "　", "なし", "aoba1", "@example.jp", "a@", "..@example.jp", "a@b@example.jp", "a b@example.jp", "a@exa mple.jp",
        "a@example..jp", "a@.example.jp", "a,b@example.jp", "a@example.jp,b@example.jp", "a@example.jp\r\nBcc: b@example.jp",
        "a\r\nBcc:b@example.jp", "<a@example.jp>", "恵 <a@example.jp>", "\"a\"b\"@example.jp", "\"a\r\n\"@example.jp",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.jp"})
    void whatNamesNoMailboxIsNone(String told) {
        assertThat(MailAddress.of(told)).isEmpty();
    }
}
