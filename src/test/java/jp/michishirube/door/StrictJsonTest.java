package jp.michishirube.door;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class StrictJsonTest {

    private static void check(String body, String... carriers) {
        StrictJson.check(body.getBytes(StandardCharsets.UTF_8), Set.of(carriers));
    }

    private static void refused(String body, HttpStatus status) {
        assertThatThrownBy(() -> check(body)).isInstanceOfSatisfying(Problem.class,
                p -> org.assertj.core.api.Assertions.assertThat(p.status()).isEqualTo(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"山田\"", "1", "null", "{\"a\":{\"b\":[1,2,{\"c\":\"𠮷野\\n家\\t1\"}]},\"b\":true}", " {\"a\":1} \n", "{\"a\":\"\\ud842\\udfb7\"}"})
    void plainJsonIsTaken(String body) {
        assertThatCode(() -> check(body)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}{}", "{\"a\":1}{\"a\":2}", "{} x", "[] []", "1 2", "{\"a\":1,\"a\":2}", "{\"x\":{\"a\":1,\"b\":2,\"a\":3}}", "{\"a\":1,}", "{a:1}",
            "{'a':1}", "// x\n{}", "{\"a\":NaN}", "{\"a\":01}", "---\na: 1", "<a/>", "{\"a\":\"\\u0000\"}", "{\"a\\u0000\":1}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00x\"}",
            "{\"a\":\"\\u0007\"}", "{\"a\":[\"\\u001b[31m\"]}", "{\"a\":\"\\u0085\"}", "{\"a\":\"\\uffff\"}"})
    void whatTwoReadersCouldReadDifferentlyIsRefused(String body) {
        refused(body, HttpStatus.BAD_REQUEST);
    }

    @Test
    void aByteSequenceThatIsNoTextIsRefused() {
        byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xE3, (byte) 0x81, '"', '}'};
        assertThatThrownBy(() -> StrictJson.check(body, Set.of())).isInstanceOf(Problem.class);
    }

    @Test
    void depthNumberOfPartsLengthOfTextsNumbersAndNamesAreBounded() {
        refused("[".repeat(65) + "]".repeat(65), HttpStatus.PAYLOAD_TOO_LARGE);
        refused("[" + "{},".repeat(StrictJson.MOST_TOKENS) + "{}]", HttpStatus.PAYLOAD_TOO_LARGE);
        refused("{\"a\":\"" + "あ".repeat(PlainText.LONGEST + 1) + "\"}", HttpStatus.PAYLOAD_TOO_LARGE);
        refused("{\"a\":" + "1".repeat(50) + "}", HttpStatus.PAYLOAD_TOO_LARGE);
        refused("{\"" + "a".repeat(201) + "\":1}", HttpStatus.PAYLOAD_TOO_LARGE);
        check("[".repeat(60) + "]".repeat(60));
        check("{\"a\":\"" + "あ".repeat(PlainText.LONGEST) + "\"}");
    }

    @Test
    void aScanInBase64HasTheBoundOfItsBodyAlone() {
        String scan = "QUJD".repeat(500_000);
        check("{\"scan\":\"" + scan + "\",\"x\":{\"scan\":\"" + scan + "\"}}", "scan");
        refused("{\"scan\":\"" + scan + "\"}", HttpStatus.PAYLOAD_TOO_LARGE);
    }
}
