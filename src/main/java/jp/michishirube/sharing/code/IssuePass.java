package jp.michishirube.sharing.code;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.michishirube.organization.WhoAmI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a pass. Its secret and code are told once, here, and cannot be read again. */
@Component
public class IssuePass {

    private final Passes passes;
    private final WhoAmI who;
    private final String baseUrl;

    IssuePass(Passes passes, WhoAmI who, @Value("${michishirube.base-url:http://localhost:${server.port:8080}}") String baseUrl) {
        this.passes = passes;
        this.who = who;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /**
     * @param address for a message or a QR code; whoever has it, and the code where there is one, gets in
     * @param code    six digits to be printed or told by voice, never together with the address; null for a kind that asks for none
     */
    public record Issued(long id, String address, String code) {}

    /** One for each of many, of a kind that asks for no code; in their order. */
    @Transactional
    public List<Issued> issue(PassKind kind, List<Holder> holders, String scope, Instant ends) {
        if (kind.asksCode()) {
            throw new IllegalArgumentException(kind + " asks for a code");
        }
        List<String> secrets = holders.stream().map(h -> Secret.make()).toList();
        List<byte[]> hashes = secrets.stream().map(Secret::hash).toList();
        Map<String, Long> ids = passes.put(kind, holders, scope, ends, who.orProcess().id(), hashes);
        return IntStream.range(0, holders.size()).mapToObj(i -> new Issued(ids.get(HexFormat.of().formatHex(hashes.get(i))), baseUrl + "/p/" + secrets.get(i), null)).toList();
    }

    /**
     * @param scope what it is about, ids only, such as {@code case 12}
     * @param ends  from then on it opens nothing
     */
    @Transactional
    public Issued issue(PassKind kind, Holder holder, String scope, Instant ends) {
        String secret = Secret.make();
        String code = kind.asksCode() ? Secret.makeCode() : null;
        long id = passes.put(kind, holder, scope, ends, who.orProcess().id(), Secret.hash(secret), code == null ? null : Secret.codeHash(secret, code));
        return new Issued(id, baseUrl + "/p/" + secret, code);
    }
}
