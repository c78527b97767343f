package jp.michishirube.roster.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the command inside to the opened package outside, and what is refused on the way. */
class HandoverTest {

    private static final String CSV = "宛名番号,氏名,生年月日,住所,マイナンバー,備考\r\nM1,𠮷田 キヨ,S10.1.27,川端町1,123456789012,\"内緒, の\nこと\"\r\n";

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void keys() throws IOException {
        assertThat(run("--make-key=sign", "--name=inside-1", "--out=" + folder.resolve("sign"))).isZero();
        assertThat(run("--make-key=receive", "--name=outside-1", "--out=" + folder.resolve("own"))).isZero();
        Files.writeString(folder.resolve("in.csv"), CSV);
    }

    private int run(String... args) {
        return ExportCommand.run(args, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String sealed(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("--in=" + folder.resolve("in.csv"), "--out=" + folder.resolve("out.jose"), "--key=" + folder.resolve("sign"),
                "--for=" + folder.resolve("own.pub"), "--installation=990019-outside", "--by=加藤", "--log=" + folder.resolve("log")));
        args.addAll(List.of(more));
        assertThat(run(args.toArray(String[]::new))).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return Files.readString(folder.resolve("out.jose"));
    }

    private Unseal receiver(String own, String trusted, String installation) throws IOException {
        return new Unseal(Keys.read(folder.resolve(own)), Keys.trusted(folder.resolve(trusted)), installation, 10_000);
    }

    private static Unseal.Opened open(Unseal unseal, String sealed) throws Refused {
        return unseal.open(sealed, Instant.now().minusSeconds(600), Instant.now());
    }

    private static void refused(Unseal unseal, String sealed, Refused.Why why) {
        assertThatThrownBy(() -> open(unseal, sealed)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    @Test
    void onlyTheColumnsOfTheLayoutCrossAndArriveToTheLetter() throws Exception {
        Unseal.Opened opened = open(receiver("own", "sign.pub", "990019-outside"), sealed());
        assertThat(new String(opened.table(), StandardCharsets.UTF_8))
                .isEqualTo("\"宛名番号\",\"氏名\",\"生年月日\",\"住所\"\r\n\"M1\",\"𠮷田 キヨ\",\"S10.1.27\",\"川端町1\"\r\n");
        assertThat(opened.manifest()).satisfies(m -> {
            assertThat(m.rows()).isEqualTo(1);
            assertThat(m.exportedBy()).isEqualTo("加藤");
            assertThat(m.fullList()).isTrue();
            assertThat(m.sender()).isEqualTo("inside-1");
        });
        assertThat(Files.readString(folder.resolve("log"))).contains("加藤", opened.manifest().id(), "990019-outside").doesNotContain("𠮷田");
    }

    @Test
    void evenFewerColumnsWhenAskedButAlwaysTheRequired() throws Exception {
        String table = new String(open(receiver("own", "sign.pub", "990019-outside"), sealed("--columns=name", "--part")).table(), StandardCharsets.UTF_8);
        assertThat(table).startsWith("\"氏名\",\"生年月日\",\"住所\"").doesNotContain("M1");
    }

    @Test
    void oneChangedCharacterIsRefusedWhereverItStands() throws Exception {
        String sealed = sealed();
        Unseal receiver = receiver("own", "sign.pub", "990019-outside");
        int payload = sealed.indexOf('.', sealed.indexOf('.', sealed.indexOf('.') + 1) + 1) + 10;
        for (int at : new int[] {payload, sealed.length() - 8, sealed.indexOf('.') + 5}) {
            char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            refused(receiver, sealed.substring(0, at) + other + sealed.substring(at + 1), Refused.Why.CHANGED);
        }
        refused(receiver, sealed.substring(0, sealed.length() / 2), Refused.Why.UNREADABLE);
        refused(receiver, "eyJhbGciOiJub25lIn0.e30.", Refused.Why.UNREADABLE);
    }

    @Test
    void forAnotherInstallationOrKeyIsRefused() throws Exception {
        String sealed = sealed();
        refused(receiver("own", "sign.pub", "072028-outside"), sealed, Refused.Why.NOT_FOR_US);
        run("--make-key=receive", "--name=outside-2", "--out=" + folder.resolve("other"));
        refused(receiver("other", "sign.pub", "990019-outside"), sealed, Refused.Why.NOT_FOR_US);
    }

    @Test
    void aSignerNobodyTrustsOrWhoUsesATrustedNameIsRefused() throws Exception {
        run("--make-key=sign", "--name=inside-2", "--out=" + folder.resolve("stranger"));
        run("--make-key=sign", "--name=inside-1", "--out=" + folder.resolve("impostor"));
        String sealed = sealed();
        refused(receiver("own", "stranger.pub", "990019-outside"), sealed, Refused.Why.UNKNOWN_SENDER);
        refused(receiver("own", "impostor.pub", "990019-outside"), sealed, Refused.Why.CHANGED);
        assertThat(Keys.trusted(Files.writeString(folder.resolve("set"), new JWKSet(Keys.read(folder.resolve("sign.pub"))).toString()))
                .getKeyByKeyId("inside-1")).isNotNull();
    }

    @Test
    void tooOldOrTooLargeIsRefused() throws Exception {
        String sealed = sealed();
        Unseal receiver = receiver("own", "sign.pub", "990019-outside");
        assertThatThrownBy(() -> receiver.open(sealed, Instant.now().plusSeconds(60), Instant.now().plusSeconds(90)))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why()).isEqualTo(Refused.Why.TOO_OLD));
        Unseal narrow = new Unseal(Keys.read(folder.resolve("own")), Keys.trusted(folder.resolve("sign.pub")), "990019-outside", 10);
        refused(narrow, sealed, Refused.Why.TOO_LARGE);
    }

    @Test
    void wrongUseIsExplained() throws IOException {
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(run("--in=x")).isEqualTo(2);
        assertThat(run("--in=" + folder.resolve("none.csv"), "--out=x", "--key=" + folder.resolve("sign"), "--for=" + folder.resolve("own.pub"),
                "--installation=x")).isEqualTo(3);
        assertThat(run("--make-key=sign", "--name=x", "--out=" + folder.resolve("sign"))).as("a key is never overwritten").isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("使い方");
    }
}
