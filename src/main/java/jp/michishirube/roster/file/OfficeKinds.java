package jp.michishirube.roster.file;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of offices that make plans, as {@code roster/office-kinds.yaml} lists them. */
public final class OfficeKinds {

    /**
     * @param code kept with the office
     * @param name by law
     * @param also other words for it
     */
    public record Kind(String code, String name, List<String> also) {}

    private static final List<Kind> ALL = load();

    private OfficeKinds() {}

    /** @param word code, name or another word for it, to the letter but for width and spaces */
    public static Optional<Kind> of(String word) {
        String plain = plain(word);
        return ALL.stream().filter(k -> Stream.concat(Stream.of(k.code(), k.name()), k.also().stream()).anyMatch(w -> plain(w).equals(plain))).findFirst();
    }

    private static String plain(String word) {
        return Texts.narrow(word).replace(" ", "");
    }

    private static List<Kind> load() {
        try (InputStream in = OfficeKinds.class.getResourceAsStream("/roster/office-kinds.yaml")) {
            return List.copyOf(new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<List<Kind>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
