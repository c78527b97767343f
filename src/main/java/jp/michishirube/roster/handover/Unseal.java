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
import java.io.OutputStream;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import jp.michishirube.roster.handover.Refused.Why;

/** Opens a package at the receiving side. Nothing inside is looked at before the signature holds. */
public final class Unseal {

    private static final Set<String> KINDS = Set.of("RESIDENTS", "ASSIGNMENT", "OFFICES");

    /** What came out: the table is still packed, as nobody knows yet how large it is. */
    public record Opened(Manifest manifest, byte[] packed, long maxBytes) {

        /** @throws Refused {@code TOO_LARGE} as soon as more bytes come than allowed, {@code UNREADABLE} when they are not packed as they should be */
        public void unpack(OutputStream out) throws Refused, IOException {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            InputStream in;
            try {
                in = new GZIPInputStream(new ByteArrayInputStream(packed));
            } catch (IOException e) {
                throw new Refused(Why.UNREADABLE);
            }
            for (int n = next(in, buffer); n >= 0; n = next(in, buffer)) {
                size += n;
                if (size > maxBytes) {
                    throw new Refused(Why.TOO_LARGE);
                }
                out.write(buffer, 0, n);
            }
        }

        private static int next(InputStream in, byte[] buffer) throws Refused {
            try {
                return in.read(buffer);
            } catch (IOException e) {
                throw new Refused(Why.UNREADABLE);
            }
        }
    }

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
        JWSObject signed;
        Manifest manifest;
        try {
            signed = decrypt(sealed);
            manifest = verified(signed);
        } catch (RuntimeException e) {
            // the parsers give up in many ways on what only looks like a package
            throw new Refused(Why.UNREADABLE);
        }
        if (!installation.equals(manifest.audience())) {
            throw new Refused(Why.NOT_FOR_US);
        }
        if (manifest.exportedAt().isBefore(notBefore) || manifest.exportedAt().isAfter(now.plusSeconds(600))) {
            throw new Refused(Why.TOO_OLD);
        }
        if (!KINDS.contains(manifest.kind())) {
            throw new Refused(Why.UNKNOWN_KIND);
        }
        return new Opened(manifest, signed.getPayload().toBytes(), maxBytes);
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
        // compression belongs inside the signature, where its size is counted
        if (outer.getHeader().getCompressionAlgorithm() != null) {
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
        JWK sender = signed.getHeader().getKeyID() == null ? null : senders.getKeyByKeyId(signed.getHeader().getKeyID());
        if (!(sender instanceof ECKey) || !JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())) {
            throw new Refused(Why.UNKNOWN_SENDER);
        }
        try {
            if (!signed.verify(new ECDSAVerifier(sender.toECKey().toPublicJWK()))) {
                throw new Refused(Why.CHANGED);
            }
            return new Manifest(text(signed, "jti"), sender.getKeyID(), text(signed, "aud"), text(signed, "kind"),
                    Boolean.TRUE.equals(signed.getHeader().getCustomParam("full")), text(signed, "by"),
                    time(number(signed, "iat")), number(signed, "rows"));
        } catch (JOSEException e) {
            throw new Refused(Why.CHANGED);
        }
    }

    private static String text(JWSObject signed, String name) throws Refused {
        if (signed.getHeader().getCustomParam(name) instanceof String value && !value.isBlank() && value.length() <= 200) {
            return value;
        }
        throw new Refused(Why.UNREADABLE);
    }

    /** A time that no calendar has is as far off as one from the future. */
    private static Instant time(long seconds) throws Refused {
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            throw new Refused(Why.TOO_OLD);
        }
    }

    private static long number(JWSObject signed, String name) throws Refused {
        if (signed.getHeader().getCustomParam(name) instanceof Number value) {
            return value.longValue();
        }
        throw new Refused(Why.UNREADABLE);
    }
}
