package jp.michishirube.municipality;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A municipality's own words in place of the product's: {@code forms/<code>/texts/ja.properties}, {@code easy.properties} (やさしい日本語) and
 * {@code en.properties}, by the keys of the product's texts. A care circle app of another name, or a 自治会 that is no 町内会, needs no program.
 */
public final class CityTexts {

    private enum Language {
        JA("", Locale.JAPANESE), EASY("_ja__easy", new Locale("ja", "", "easy")), EN("_en", Locale.ENGLISH);

        private final String suffix;
        private final Locale locale;

        Language(String suffix, Locale locale) {
            this.suffix = suffix;
            this.locale = locale;
        }

        /** @param file of the product, such as {@code roster_en.properties} */
        static Language of(String file) {
            return file.endsWith(EASY.suffix + ".properties") ? EASY : file.endsWith(EN.suffix + ".properties") ? EN : JA;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT) + ".properties";
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(CityTexts.class);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    private final Map<Locale, Map<String, String>> texts = new HashMap<>();

    private CityTexts() {}

    /** @param code of the municipality */
    public static CityTexts of(Folders folders, String code) {
        CityTexts all = new CityTexts();
        for (Language language : Language.values()) {
            folders.find("forms/" + code + "/texts/" + language.file()).ifPresent(file -> all.texts.put(language.locale, taken(language, file)));
        }
        return all;
    }

    /** One that does not fit is left out and named: a page says the product's word then, and no page fails. */
    private static Map<String, String> taken(Language language, Resource file) {
        Map<String, String> products = products(language);
        Map<String, String> taken = new TreeMap<>();
        try {
            read(file).forEach((key, text) -> mistake(key, text, products.get(key)).ifPresentOrElse(
                    why -> LOG.error("texts/{} {}: {}; not taken", language.file(), key, why), () -> taken.put(key, text)));
        } catch (IllegalStateException e) {
            LOG.error("texts/{}; none is taken", e.getMessage());
        }
        return taken;
    }

    /**
     * @return the municipality's words for a text of the product; null where it has none of its own. Where it has none in easy Japanese, those in
     *     Japanese: the product's own would bear the old word
     */
    public String text(String key, Locale locale) {
        String own = texts.getOrDefault(locale, Map.of()).get(key);
        return own == null && locale.equals(Language.EASY.locale) ? texts.getOrDefault(Locale.JAPANESE, Map.of()).get(key) : own;
    }

    /**
     * @param folder of the municipality
     * @return each mistake as file, key and reason: a key that is none of the product's, other places for values than the product's text has, a
     *     Japanese text whose easy one would still say the old word
     */
    public static List<String> mistakes(Path folder) {
        Map<Language, Map<String, String>> own = new EnumMap<>(Language.class);
        try {
            for (Language language : Language.values()) {
                Path file = folder.resolve("texts").resolve(language.file());
                own.put(language, Files.isRegularFile(file) ? read(new FileSystemResource(file)) : Map.of());
            }
        } catch (IllegalStateException e) {
            return List.of(folder.resolve("texts") + " " + e.getMessage());
        }
        List<String> found = new ArrayList<>();
        own.forEach((language, texts) -> {
            if (texts.isEmpty()) {
                return;
            }
            String file = folder.resolve("texts").resolve(language.file()) + " ";
            Map<String, String> products = products(language);
            texts.forEach((key, text) -> mistake(key, text, products.get(key)).ifPresent(m -> found.add(file + key + ": " + m)));
        });
        Map<String, String> easy = own.get(Language.JA).isEmpty() ? Map.of() : products(Language.EASY);
        own.get(Language.JA).keySet().stream().filter(easy::containsKey).filter(key -> !own.get(Language.EASY).containsKey(key)).forEach(key ->
                found.add(folder.resolve("texts").resolve(Language.EASY.file()) + " " + key + ": is missing; whoever reads easy Japanese would still read \""
                        + easy.get(key) + "\""));
        return found;
    }

    private static Optional<String> mistake(String key, String text, String products) {
        if (products == null) {
            return Optional.of("is no text of the product in this language");
        }
        if (text.isBlank()) {
            return Optional.of("is empty");
        }
        if (!places(text).equals(places(products))) {
            return Optional.of("has places for the values " + places(text) + ", the product's text for " + places(products));
        }
        try {
            new MessageFormat(text, Locale.JAPANESE);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("cannot be read: " + e.getMessage());
        }
    }

    /** The numbers in braces, where values stand. */
    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> products(Language language) {
        Map<String, String> all = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                if (Language.of(file.getFilename()) == language) {
                    all.putAll(read(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("messages", e);
        }
        return all;
    }

    private static Map<String, String> read(Resource file) {
        Properties read = new Properties();
        try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(file.getFilename() + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, String> all = new TreeMap<>();
        read.forEach((key, text) -> all.put((String) key, (String) text));
        return all;
    }
}
