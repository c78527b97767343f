package jp.michishirube.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that a page names exists in both languages, and no page brings texts or styles past them. */
class TextsTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");
    private static final Pattern CALLED = Pattern.compile("#messages\\.msg\\('([a-zA-Z][\\w.-]*)'[,)]");

    @Test
    void everyKeyOfATemplateExistsInJapaneseAndEnglish() throws IOException {
        Set<String> japanese = keys(false);
        Set<String> english = keys(true);
        Set<String> missing = new TreeSet<>();
        for (Path template : files(RESOURCES.resolve("templates"), ".html")) {
            String text = Files.readString(template).replaceAll("(?s)<!--.*?-->", "");
            for (Pattern pattern : List.of(KEY, CALLED)) {
                pattern.matcher(text).results().map(m -> m.group(1)).filter(k -> !k.endsWith(".")).forEach(key -> {
                    if (!japanese.contains(key)) {
                        missing.add(template.getFileName() + ": " + key + " (ja)");
                    }
                    if (!english.contains(key)) {
                        missing.add(template.getFileName() + ": " + key + " (en)");
                    }
                });
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        Set<String> japanese = keys(false);
        Set<String> english = keys(true);
        Set<String> onlyJapanese = new TreeSet<>(japanese);
        onlyJapanese.removeAll(english);
        Set<String> onlyEnglish = new TreeSet<>(english);
        onlyEnglish.removeAll(japanese);
        assertThat(onlyJapanese).as("without English").isEmpty();
        assertThat(onlyEnglish).as("without Japanese").isEmpty();
    }

    /** Of two texts under one key the room first in the alphabet would win without a word, wherever it is asked for. */
    @Test
    void noKeyIsWrittenTwice() throws IOException {
        List<String> twice = new ArrayList<>();
        for (boolean english : new boolean[] {false, true}) {
            Map<String, String> first = new HashMap<>();
            for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
                String room = file.getFileName().toString();
                if (room.endsWith("_en.properties") == english && !isEasy(file)) {
                    written(file).forEach(key -> {
                        String other = first.putIfAbsent(key, room);
                        if (other != null) {
                            twice.add(key + " in " + other + " and " + room);
                        }
                    });
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    /** One word for one thing on all pages; headings of the files that cities send keep their own. */
    @Test
    void noSecondWordForTheSameThing() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
            for (String line : Files.readAllLines(file)) {
                if (line.contains("聴き取り") || line.contains("事業者") && !line.startsWith("roster.field.") && !file.endsWith("export-roster.properties")) {
                    found.add(file.getFileName() + ": " + line);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noTemplateHasInlineStyleOrScript() throws IOException {
        Pattern inline = Pattern.compile("\\sstyle=|<style|\\son[a-z]+=\"|<script(?![^>]*src=)|javascript:|th:style");
        List<String> found = new ArrayList<>();
        for (Path template : files(RESOURCES.resolve("templates"), ".html")) {
            inline.matcher(Files.readString(template)).results().forEach(m -> found.add(template + ": " + m.group()));
        }
        assertThat(found).isEmpty();
    }

    /** Thymeleaf replaces first: a condition or loop on the same element would be lost without a word. */
    @Test
    void noConditionStandsBesideAReplacement() throws IOException {
        Pattern element = Pattern.compile("<[\\w:-]+(?:\\s+[\\w:-]+(?:=\"[^\"]*\")?)*\\s*/?>");
        List<String> found = new ArrayList<>();
        for (Path template : files(RESOURCES.resolve("templates"), ".html")) {
            element.matcher(Files.readString(template)).results().map(m -> m.group())
                    .filter(e -> e.contains("th:replace=") && Pattern.compile("th:(if|unless|each)=").matcher(e).find())
                    .forEach(e -> found.add(template.getFileName() + ": " + e));
        }
        assertThat(found).isEmpty();
    }

    /** What is said in easy words rewords a text in Japanese: there is none that only easy readers have. */
    @Test
    void everyTextInEasyJapaneseRewordsOne() throws IOException {
        Set<String> japanese = keys(false);
        Set<String> alone = new TreeSet<>();
        for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
            if (isEasy(file)) {
                alone.addAll(written(file));
            }
        }
        alone.removeAll(japanese);
        assertThat(alone).isEmpty();
    }

    private static boolean isEasy(Path file) {
        return file.getFileName().toString().endsWith("_ja__easy.properties");
    }

    private static Set<String> keys(boolean english) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
            // The command of the closed network speaks Japanese alone.
            if (file.getFileName().toString().endsWith("_en.properties") == english && !file.endsWith("export-roster.properties") && !isEasy(file)) {
                Properties texts = new Properties();
                try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    texts.load(in);
                }
                keys.addAll(texts.stringPropertyNames());
            }
        }
        return keys;
    }

    /** The keys as they stand in the file, a repeated one as often as it stands there. */
    private static List<String> written(Path file) throws IOException {
        List<String> keys = new ArrayList<>();
        Properties texts = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                keys.add((String) key);
                return super.put(key, value);
            }
        };
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return keys;
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
