package jp.michishirube.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.HashMap;
import java.util.Map;
import jp.michishirube.municipality.Folders;

/**
 * やさしい日本語: hard words become easy ones with their reading, by the word list {@code reports/easy-words.txt}. The longest word
 * wins, and what it was replaced by is not looked at again.
 */
final class EasyWords {

    private final Folders folders;
    private volatile Words words;

    EasyWords(Folders folders) {
        this.folders = folders;
    }

    String say(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        Words list = words == null ? words = read() : words;
        return list.any == null ? text : list.any.matcher(text).replaceAll(m -> Matcher.quoteReplacement(list.easy.get(m.group())));
    }

    private record Words(Pattern any, Map<String, String> easy) {}

    private Words read() {
        Map<String, String> easy = new HashMap<>();
        folders.text("reports/easy-words.txt").lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .map(l -> l.split("=", 2)).filter(p -> p.length == 2).forEach(p -> easy.put(p[0].strip(), p[1].strip()));
        List<String> longest = new ArrayList<>(easy.keySet());
        longest.sort(Comparator.comparingInt(String::length).reversed());
        return new Words(longest.isEmpty() ? null
                : Pattern.compile(longest.stream().map(Pattern::quote).collect(Collectors.joining("|"))), easy);
    }
}
