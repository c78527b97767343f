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

    private static String table(Unseal.Opened opened) throws Refused, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        opened.unpack(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void refused(Unseal unseal, String sealed, Refused.Why why) {
        assertThatThrownBy(() -> open(unseal, sealed)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    @Test
    void onlyTheColumnsOfTheLayoutCrossAndArriveToTheLetter() throws Exception {
        Unseal.Opened opened = open(receiver("own", "sign.pub", "990019-outside"), sealed());
        assertThat(table(opened))
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
        String table = table(open(receiver("own", "sign.pub", "990019-outside"), sealed("--columns=name", "--part")));
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
        Unseal.Opened large = open(narrow, sealed);
        assertThatThrownBy(() -> table(large)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why()).isEqualTo(Refused.Why.TOO_LARGE));
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

    /** As a sender with the right keys and a broken program would make it. */
    private String made(String kind, Instant at, byte[] table) throws IOException {
        Manifest manifest = new Manifest("p-" + kind + at, "inside-1", "990019-outside", kind, true, "加藤", at, 1);
        return Seal.seal(table, manifest, Keys.read(folder.resolve("sign")), Keys.read(folder.resolve("own.pub")));
    }

    @Test
    void whatCannotBeIsRefusedByItsReason() throws Exception {
        Unseal receiver = receiver("own", "sign.pub", "990019-outside");
        refused(receiver, made("RESIDENTZ", Instant.now(), new byte[0]), Refused.Why.UNKNOWN_KIND);
        refused(receiver, made("RESIDENTS", Instant.now().plusSeconds(3600), new byte[0]), Refused.Why.TOO_OLD);
        String header = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"ES256\",\"kid\":7}".getBytes());
        for (String garbage : List.of(header + ".e30.AAAA", header + "....", "eyJhbGciOiJFQ0RILUVTK0EyNTZLVyIsImVuYyI6IkEyNTZHQ00ifQ.AAAA.AAAA.AAAA.AAAA")) {
            refused(receiver, garbage, "eyJhbGciOiJFQ0RI".regionMatches(0, garbage, 0, 16) ? Refused.Why.CHANGED : Refused.Why.UNREADABLE);
        }
    }

    @Test
    void aSmallPackageThatUnpacksToVeryMuchIsStoppedWhileUnpacking() throws Exception {
        Unseal.Opened bomb = open(new Unseal(Keys.read(folder.resolve("own")), Keys.trusted(folder.resolve("sign.pub")), "990019-outside", 1 << 20),
                made("RESIDENTS", Instant.now(), new byte[64 << 20]));
        long[] written = new long[1];
        assertThatThrownBy(() -> bomb.unpack(new java.io.OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                written[0] += len;
            }
        })).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why()).isEqualTo(Refused.Why.TOO_LARGE));
        assertThat(written[0]).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void typosAndWrongKeysAreNamed() throws IOException {
        String[] good = {"--in=" + folder.resolve("in.csv"), "--out=" + folder.resolve("named.jose"), "--key=" + folder.resolve("sign"),
            "--for=" + folder.resolve("own.pub"), "--installation=x", "--log=" + folder.resolve("log")};
        assertThat(run(with(good, "--columns=name,foo"))).isEqualTo(2);
        assertThat(run(with(good, "--also=備考欄"))).isEqualTo(2);
        assertThat(run(with(good, "--for=" + folder.resolve("sign.pub")))).isEqualTo(3);
        assertThat(run(with(good, "--key=" + folder.resolve("own")))).isEqualTo(3);
        assertThat(run(with(good, "--in=" + folder.resolve("nowhere.csv")))).isEqualTo(3);
        assertThat(folder.resolve("named.jose")).doesNotExist();
        assertThat(run(with(good, "--also=備考"))).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("foo", "備考欄", "署名の鍵です", "署名の秘密鍵ではありません", "ファイルがありません", "nowhere.csv",
                "閉域網に残した列: マイナンバー");
    }

    private static String[] with(String[] args, String more) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 1);
        all[args.length] = more;
        return all;
    }
}
