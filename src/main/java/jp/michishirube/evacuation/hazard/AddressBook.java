package jp.michishirube.evacuation.hazard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.municipality.Folders;
import jp.michishirube.municipality.Municipality;
import org.springframework.stereotype.Component;

/**
 * The municipality's own list of addresses and positions ({@code forms/<code>/addresses.csv}: 住所,緯度,経度), used instead of an outside
 * geocoder: no address of a resident leaves the house. The longest entry that the address begins with is taken.
 */
@Component
class AddressBook {

    private static final String KANJI_DIGITS = "〇一二三四五六七八九";
    private final Folders folders;
    private final String path;
    private volatile Map<String, Position> entries;

    AddressBook(Folders folders, Municipality municipality) {
        this.folders = folders;
        this.path = "forms/" + municipality.code() + "/addresses.csv";
    }

    Optional<Position> find(String address) {
        if (address == null || entries().isEmpty()) {
            return Optional.empty();
        }
        String key = key(address);
        for (int end = key.length(); end > 3; end--) {
            Position found = entries().get(key.substring(0, end));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** 2丁目3番, 二丁目3番, 2-3 and ２の３ are one spelling; the prefecture may be missing. */
    static String key(String address) {
        StringBuilder plain = new StringBuilder();
        String nfkc = Normalizer.normalize(address, Normalizer.Form.NFKC).replaceAll("\\s", "").replaceFirst("^(北海道|東京都|(京都|大阪)府|.{2,3}県)", "");
        for (int i = 0; i < nfkc.length(); i++) {
            int digit = KANJI_DIGITS.indexOf(nfkc.charAt(i));
            boolean counts = i + 1 < nfkc.length() && nfkc.startsWith("丁目", i + 1);
            plain.append(digit >= 0 && counts ? Character.forDigit(digit, 10) : nfkc.charAt(i));
        }
        return plain.toString().replaceAll("丁目|番地の?|番|(?<=\\d)[の―‐ー−–](?=\\d)", "-").replaceAll("号|-+$", "").replaceAll("-+", "-");
    }

    private Map<String, Position> entries() {
        if (entries == null) {
            Map<String, Position> read = new HashMap<>();
            folders.find(path).ifPresent(resource -> {
                try (BufferedReader in = new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
                    in.lines().skip(1).map(l -> l.split(",")).filter(f -> f.length == 3)
                            .forEach(f -> read.put(key(f[0]), new Position(Double.parseDouble(f[1]), Double.parseDouble(f[2]))));
                } catch (IOException e) {
                    throw new UncheckedIOException(path, e);
                }
            });
            entries = Map.copyOf(read);
        }
        return entries;
    }
}
