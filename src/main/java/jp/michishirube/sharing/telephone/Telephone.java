package jp.michishirube.sharing.telephone;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A Japanese telephone number.
 *
 * @param number national, digits only, such as {@code 09012345678}
 */
public record Telephone(String number) {

    /** @return empty for what is none: too short or long, an emergency or a toll number of fewer digits, a foreign one */
    public static Optional<Telephone> of(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s()\\-‐-―−ー－]", "").replaceFirst("^\\+81\\(?0?\\)?", "0");
        return plain.matches("0(?![5-9]0)[1-9]\\d{8}|0[5-9]0\\d{8}") ? Optional.of(new Telephone(plain)) : Optional.empty();
    }

    /** 060, 070, 080, 090: only these take SMS everywhere. */
    public boolean isMobile() {
        return number.length() == 11 && number.matches("0[6-9]0.*");
    }

    /** As providers want it (E.164). */
    String international() {
        return "+81" + number.substring(1);
    }
}
