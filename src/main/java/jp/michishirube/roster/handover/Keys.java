package jp.michishirube.roster.handover;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** Key files: JSON Web Keys (RFC 7517), P-256. The private one stays where it was made. */
public final class Keys {

    private Keys() {}

    /** @param use signing (the closed side) or encryption (the receiving side) */
    static ECKey make(String name, KeyUse use) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyUse(use).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes {@code <file>} (private, readable by its owner alone) and {@code <file>.pub}. Existing keys are never overwritten. */
    static void write(ECKey key, Path file) throws IOException {
        Files.writeString(file, key.toJSONString(), StandardOpenOption.CREATE_NEW);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file.resolveSibling(file.getFileName() + ".pub"), key.toPublicJWK().toJSONString(), StandardOpenOption.CREATE_NEW);
    }

    public static ECKey read(Path file) throws IOException {
        try {
            return ECKey.parse(Files.readString(file));
        } catch (ParseException e) {
            throw new IOException("not a key file: " + file.getFileName());
        }
    }

    /** Public keys of the senders that are trusted: one key, or a set of them. */
    public static JWKSet trusted(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            return text.contains("\"keys\"") ? JWKSet.parse(text) : new JWKSet(ECKey.parse(text));
        } catch (ParseException e) {
            throw new IOException("not a key file: " + file.getFileName());
        }
    }
}
