package jp.michishirube.roster.handover;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Makes a package: compress, sign with what it says of itself, encrypt for the receiver. */
final class Seal {

    static final String TYPE = "michishirube-roster+jws";

    private Seal() {}

    static String seal(byte[] table, Manifest m, ECKey signer, ECKey receiver) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(signer.getKeyID()).type(new com.nimbusds.jose.JOSEObjectType(TYPE))
                    .customParam("jti", m.id()).customParam("aud", m.audience()).customParam("kind", m.kind()).customParam("full", m.fullList())
                    .customParam("by", m.exportedBy()).customParam("iat", m.exportedAt().getEpochSecond()).customParam("rows", m.rows()).build();
            JWSObject signed = new JWSObject(header, new Payload(gzip(table)));
            signed.sign(new ECDSASigner(signer));
            JWEHeader outer = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM).keyID(receiver.getKeyID())
                    .contentType("JOSE").build();
            JWEObject sealed = new JWEObject(outer, new Payload(signed));
            sealed.encrypt(new ECDHEncrypter(receiver));
            return sealed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("package not made", e);
        }
    }

    private static byte[] gzip(byte[] table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(table.length / 3 + 1024);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(table);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
