package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold a key to sign with, and those that do not: refused at the start, without a word of what is in them. */
class ClientKeyTest {

    private static final String PASSWORD = "of-the-test";

    @TempDir private Path folder;

    @Test
    void aPrivateJwkOrAKeystoreWithOneEntryIsAKey() throws Exception {
        assertThat(ClientKey.of(write("rsa.jwk", new RSAKeyGenerator(2048).generate().toJSONString()), "").isThere()).isTrue();
        assertThat(ClientKey.of(write("ec.jwk", new ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_256).generate().toJSONString()), "").isThere()).isTrue();
        assertThat(ClientKey.of(keystore("one.p12", "a"), PASSWORD).isThere()).isTrue();
        assertThat(ClientKey.of("", "").isThere()).isFalse();
    }

    @Test
    void whatHoldsNoPrivateKeyIsRefusedByTheNameOfItsFile() throws Exception {
        String secret = new RSAKeyGenerator(2048).generate().toJSONString();
        for (String file : List.of(write("public.jwk", new RSAKeyGenerator(2048).generate().toPublicJWK().toJSONString()), write("half.jwk", secret.substring(0, 300)),
                write("text.jwk", "hello"), write("text.p12", "hello"), folder.resolve("nowhere.jwk").toString())) {
            assertThatThrownBy(() -> ClientKey.of(file, PASSWORD)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(file).hasNoCause()
                    .hasMessageNotContaining("kty").hasMessageNotContaining("hello");
        }
        String two = keystore("two.p12", "a");
        keystore("two.p12", "b");
        assertThatThrownBy(() -> ClientKey.of(two, PASSWORD)).hasMessageContaining("two.p12");
        assertThatThrownBy(() -> ClientKey.of(keystore("locked.p12", "a"), "other")).hasMessageContaining("locked.p12");
    }

    private String write(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String keystore(String name, String alias) throws Exception {
        Path file = folder.resolve(name);
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", alias, "-keyalg", "RSA", "-keysize", "2048",
                "-dname", "CN=test", "-validity", "30", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD).redirectErrorStream(true).start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        return file.toString();
    }
}
