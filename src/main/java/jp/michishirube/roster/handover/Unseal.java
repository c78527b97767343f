package jp.michishirube.roster.handover;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import jp.michishirube.roster.handover.Refused.Why;

/** Opens a package at the receiving side. Nothing inside is looked at before the signature holds. */
public final class Unseal {

    /** What came out. */
    public record Opened(Manifest manifest, byte[] table) {}

    private final ECKey own;
    private final JWKSet senders;
    private final String installation;
    private final long maxBytes;

    /**
     * @param own          the receiver's private key
     * @param senders      public keys of trusted senders
     * @param installation the name under which packages are made for this installation
     * @param maxBytes     of the table inside
     */
    public Unseal(ECKey own, JWKSet senders, String installation, long maxBytes) {
        this.own = own;
        this.senders = senders;
        this.installation = installation;
        this.maxBytes = maxBytes;
    }

    /** @param notBefore packages exported before it are too old */
    public Opened open(String sealed, Instant notBefore, Instant now) throws Refused {
        JWSObject signed = decrypt(sealed);
        Manifest manifest = verified(signed);
        if (!installation.equals(manifest.audience())) {
            throw new Refused(Why.NOT_FOR_US);
        }
        if (manifest.exportedAt().isBefore(notBefore) || manifest.exportedAt().isAfter(now.plusSeconds(600))) {
            throw new Refused(Why.TOO_OLD);
        }
        return new Opened(manifest, unzip(signed.getPayload().toBytes()));
    }

    private JWSObject decrypt(String sealed) throws Refused {
        JWEObject outer;
        try {
            outer = JWEObject.parse(sealed.strip());
        } catch (ParseException e) {
            throw new Refused(Why.UNREADABLE);
        }
        if (!JWEAlgorithm.ECDH_ES_A256KW.equals(outer.getHeader().getAlgorithm())) {
            throw new Refused(Why.UNREADABLE);
        }
        if (outer.getHeader().getKeyID() != null && !outer.getHeader().getKeyID().equals(own.getKeyID())) {
            throw new Refused(Why.NOT_FOR_US);
        }
        try {
            outer.decrypt(new ECDHDecrypter(own));
        } catch (JOSEException | IllegalStateException e) {
            throw new Refused(Why.CHANGED);
        }
        JWSObject signed = outer.getPayload().toJWSObject();
        if (signed == null) {
            throw new Refused(Why.UNREADABLE);
        }
        return signed;
    }

    private Manifest verified(JWSObject signed) throws Refused {
        JWK sender = senders.getKeyByKeyId(signed.getHeader().getKeyID());
        if (sender == null || !JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())) {
            throw new Refused(Why.UNKNOWN_SENDER);
        }
        try {
            if (!signed.verify(new ECDSAVerifier(sender.toECKey().toPublicJWK()))) {
                throw new Refused(Why.CHANGED);
            }
            return new Manifest(text(signed, "jti"), sender.getKeyID(), text(signed, "aud"), text(signed, "kind"),
                    Boolean.TRUE.equals(signed.getHeader().getCustomParam("full")), text(signed, "by"),
                    Instant.ofEpochSecond(number(signed, "iat")), number(signed, "rows"));
        } catch (JOSEException e) {
            throw new Refused(Why.CHANGED);
        }
    }

    private byte[] unzip(byte[] zipped) throws Refused {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            byte[] table = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
            if (table.length > maxBytes) {
                throw new Refused(Why.TOO_LARGE);
            }
            return table;
        } catch (IOException e) {
            throw new Refused(Why.UNREADABLE);
        }
    }

    private static String text(JWSObject signed, String name) throws Refused {
        if (signed.getHeader().getCustomParam(name) instanceof String value && !value.isBlank() && value.length() <= 200) {
            return value;
        }
        throw new Refused(Why.UNREADABLE);
    }

    private static long number(JWSObject signed, String name) throws Refused {
        if (signed.getHeader().getCustomParam(name) instanceof Number value) {
            return value.longValue();
        }
        throw new Refused(Why.UNREADABLE);
    }
}
