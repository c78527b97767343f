package jp.michishirube.sharing.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import jp.michishirube.sharing.channel.Letter;
import jp.michishirube.sharing.channel.Outcome;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people write them, and a provider that misbehaves: what is certain and what is not. */
class TelephoneTest {

    private final String base = Surroundings.outside().url();
    private final SandboxPages pages = new SandboxPages(base);

    @AfterEach
    void normal() {
        pages.turn("TELEPHONE", "NORMAL");
    }

    private static HttpTelephone provider(String url, String key) {
        return new HttpTelephone(url, key, "0120000000", "20s", "3s");
    }

    private Outcome sms(HttpTelephone provider, String number, String text) {
        return new SmsChannel(provider).send(new Letter(UUID.randomUUID(), number, "", "", text, false, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"090-1234-5678,09012345678", "０９０　１２３４　５６７８,09012345678", "+81 90 1234 5678,09012345678", "(0242) 33-3333,0242333333", "03−1234−5678,0312345678"})
    void numbersAreReadAsPeopleWriteThem(String typed, String number) {
        assertThat(Telephone.of(typed)).map(Telephone::number).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "119", "110", "0123", "12345678901", "090-1234-567", "090-1234-56789", "+1 212 555 0100", "電話", "09012345678;09012345679"})
    void whatIsNoneIsNone(String typed) {
        assertThat(Telephone.of(typed)).isEmpty();
    }

    @Test
    void onlyAMobileTakesAnSmsAndAnyNumberACall() {
        HttpTelephone provider = provider(base + "/telephone", "sandbox-telephone-key");
        assertThat(sms(provider, "0242333333", "x")).isEqualTo(Outcome.refused("BAD_ADDRESS"));
        assertThat(sms(provider, "09012345678", "x".repeat(661)).cause()).isEqualTo("TOO_LONG");
        String text = "text " + UUID.randomUUID();
        assertThat(sms(provider, "09012345678", text).kind()).isEqualTo(Outcome.Kind.ACCEPTED);
        assertThat(new VoiceChannel(provider).send(new Letter(UUID.randomUUID(), "0242333333", "", "", text, false, List.of())).kind()).isEqualTo(Outcome.Kind.ACCEPTED);
        assertThat(pages.get("/telephones").split(text, -1)).hasSize(3);
    }

    @Test
    void onlyAClearNoAndAProviderNeverReachedAreCertain() throws IOException {
        HttpTelephone provider = provider(base + "/telephone", "sandbox-telephone-key");
        pages.turn("TELEPHONE", "FAILING");
        assertThat(sms(provider, "09012345678", "x").kind()).isEqualTo(Outcome.Kind.UNKNOWN);
        pages.turn("TELEPHONE", "NONSENSE");
        assertThat(sms(provider, "09012345678", "x").kind()).isEqualTo(Outcome.Kind.UNKNOWN);
        pages.turn("TELEPHONE", "SLOW");
        assertThat(sms(provider, "09012345678", "x").kind()).as("the answer came too late").isEqualTo(Outcome.Kind.UNKNOWN);
        pages.turn("TELEPHONE", "DOWN");
        assertThat(sms(provider, "09012345678", "x").kind()).isEqualTo(Outcome.Kind.NOT_NOW);
        pages.turn("TELEPHONE", "NORMAL");
        assertThat(sms(provider(base + "/telephone", "wrong"), "09012345678", "x").kind()).isEqualTo(Outcome.Kind.NOT_NOW);
        assertThat(sms(provider("", ""), "09012345678", "x").cause()).isEqualTo("NOT_SET_UP");
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        assertThat(sms(provider("http://localhost:" + nobody, "k"), "09012345678", "x").kind()).isEqualTo(Outcome.Kind.NOT_NOW);
    }
}
