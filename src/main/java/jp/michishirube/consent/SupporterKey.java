package jp.michishirube.consent;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Key of a named supporter within a resident's plan, stable while supporters change places in the list: from name and telephone
 * number, hashed so that the key itself tells nothing.
 *
 * <p>A field that names a supporter is asked about by this key: {@code /supporters/<key>/name}.
 */
public final class SupporterKey {

    private SupporterKey() {}

    /** @param supporter an item of the plan's {@code supporters}: {@code name}, {@code phone} */
    public static String of(JsonNode supporter) {
        return of(supporter.path("name").asText(""), supporter.path("phone").asText(""));
    }

    /** Spaces, widths and hyphens do not matter: they differ between two typings of the same person. */
    public static String of(String name, String phone) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "") + "|"
                + Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("\\D+", "");
        return "s" + Hash.sha256(plain.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
