package jp.michishirube.consent.rule;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.springframework.modulith.NamedInterface;

/**
 * Key of a named supporter within a resident's plan, stable while supporters change places in the list: from name and telephone
 * number, hashed so that the key itself tells nothing.
 *
 * <p>A field that names a supporter is asked about by this key: {@code /supporters/<key>/name}.
 */
@NamedInterface("rule")
public final class SupporterKey {

    private SupporterKey() {}

    /**
     * How consent is asked about something that the plan says of a supporter, whatever its form calls the group.
     *
     * @param fact such as {@code name}
     */
    public static String field(String key, String fact) {
        return "/" + Items.SUPPORTERS + "/" + key + "/" + fact;
    }

    /** Spaces, widths and hyphens do not matter: they differ between two typings of the same person. */
    public static String of(String name, String phone) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "") + "|"
                + Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("\\D+", "");
        return "s" + Hash.sha256(plain.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
