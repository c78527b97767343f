package jp.michishirube.roster.file;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The columns of one kind of file, as {@code roster/layouts.yaml} lists them. */
public record Layout(String kind, List<Column> columns) {

    private static final Map<String, Layout> ALL = load();
    /** Headings that speak of somebody beside the person: the head of the household's name is not hers. As {@link #plain} writes them. */
    private static final Pattern OF_OTHERS = Pattern.compile("世帯主|続柄|緊急|保護者|後見|代理|届出人|配偶者|扶養|民生委員|(?<!要)支援者|担当者|本籍|(?:前|旧)住所|転出先|転入前|通称");

    /** @param kind {@code residents}, {@code assignment} or {@code offices} */
    public static Layout of(String kind) {
        Layout layout = ALL.get(kind.toLowerCase(Locale.ROOT));
        if (layout == null) {
            throw new IllegalArgumentException("no layout of that kind");
        }
        return layout;
    }

    public Optional<Column> column(String key) {
        return columns.stream().filter(c -> c.key().equals(key)).findFirst();
    }

    /**
     * Guesses which column of theirs is which of ours: the same heading first, then known other headings, then those that stand below
     * another, then headings that contain one of ours.
     *
     * @return our key → index in their row; keys without a guess are missing
     */
    public Map<String, Integer> guess(List<String> header) {
        Map<String, Integer> guess = new LinkedHashMap<>();
        for (int round = 0; round < 4; round++) {
            for (Column column : columns) {
                if (guess.containsKey(column.key())) {
                    continue;
                }
                for (int i = 0; i < header.size(); i++) {
                    if (!guess.containsValue(i) && matches(column, header.get(i), round)) {
                        guess.put(column.key(), i);
                        break;
                    }
                }
            }
        }
        return guess;
    }

    /** True when every required column is there under our own heading, so that nobody needs to be asked. */
    public boolean isOwn(List<String> header) {
        List<String> theirs = header.stream().map(Layout::plain).toList();
        long named = columns.stream().filter(c -> theirs.contains(plain(c.header()))).count();
        return named >= Math.min(3, columns.size())
                && columns.stream().filter(Column::required).allMatch(c -> theirs.contains(plain(c.header())));
    }

    /** The lowest of headings that stand over each other; null for one alone, and where they speak of somebody else. */
    public static String below(String heading) {
        return heading.indexOf(' ') < 0 || OF_OTHERS.matcher(plain(heading)).find() ? null : heading.substring(heading.lastIndexOf(' ') + 1);
    }

    private static boolean matches(Column column, String heading, int round) {
        String theirs = plain(heading);
        return switch (round) {
            case 0 -> theirs.equals(plain(column.header()));
            case 1 -> column.also().stream().anyMatch(a -> theirs.equals(plain(a)));
            case 2 -> {
                String below = below(heading);
                yield below != null && Stream.concat(Stream.of(column.header()), column.also().stream()).anyMatch(a -> plain(below).equals(plain(a)));
            }
            default -> !OF_OTHERS.matcher(theirs).find() && theirs.length() >= 2 && theirs.length() <= 20
                    && (theirs.contains(plain(column.header())) || column.also().stream().anyMatch(a -> a.length() >= 3 && theirs.contains(plain(a))));
        };
    }

    private static String plain(String heading) {
        String plain = Texts.narrow(Kana.katakana(heading)).toLowerCase(Locale.ROOT).replaceAll("[\\s_・()（）\\-－]", "");
        return plain.length() <= 2 ? plain : plain.replaceFirst("(?:№|no\\.?)$", "番号").replaceFirst("(?:cd|code)$", "コード");
    }

    private static Map<String, Layout> load() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try (InputStream in = Layout.class.getResourceAsStream("/roster/layouts.yaml")) {
            Map<String, List<Column>> read = yaml.readValue(in, new TypeReference<>() {});
            Map<String, Layout> layouts = new LinkedHashMap<>();
            read.forEach((kind, columns) -> layouts.put(kind, new Layout(kind, List.copyOf(columns))));
            return Map.copyOf(layouts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
