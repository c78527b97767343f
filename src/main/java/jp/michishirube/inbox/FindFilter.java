package jp.michishirube.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.michishirube.casefile.KeptSearches;
import jp.michishirube.japanese.Dashes;

/**
 * What is looked for among all cases.
 *
 * @param q      words of name, reading, case number, 町 or supporter
 * @param area   empty for all
 * @param office empty for all
 * @param page   from 0
 * @param search id of the kept search by which an address bears {@code q}; empty where {@code q} may stand in it
 */
record FindFilter(String q, Kind kind, String area, String office, int page, String search) {

    private static final int LAST_PAGE = 500;
    private static final int MOST_WORDS = 6;
    private static final Pattern NUMBER = Pattern.compile("[0-9-]*[0-9][0-9-]*");

    /** Which cases: a plan in force is one to act on, an ended case one to look up. */
    enum Kind {
        ALL("true"), OPEN("c.state = 'OPEN'"), IN_FORCE("c.state in ('IN_FORCE', 'IN_FORCE_UNSHARED')"),
        ENDED("c.state not in ('OPEN', 'IN_FORCE', 'IN_FORCE_UNSHARED')");

        final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    static FindFilter of(Map<String, String> p) {
        Kind kind = Arrays.stream(Kind.values()).filter(k -> k.name().equals(p.get("kind"))).findFirst().orElse(text(p, KeptSearches.WORDS).isEmpty() ? Kind.IN_FORCE : Kind.ALL);
        String page = text(p, "page");
        return new FindFilter(text(p, KeptSearches.WORDS), kind, text(p, "area"), text(p, "office"),
                page.matches("\\d{1,3}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0, text(p, KeptSearches.ID));
    }

    /** Each word as it is compared; more than a few are no search. */
    List<Word> words() {
        return Arrays.stream(q.split("[\\s　]+")).map(Folded::of).filter(w -> !w.isEmpty()).limit(MOST_WORDS).map(Word::new).toList();
    }

    /** @param folded as the columns are */
    record Word(String folded) {

        boolean isNumber() {
            return NUMBER.matcher(dashed()).matches();
        }

        String dashed() {
            return folded.replaceAll(Dashes.ANY, "-");
        }

        String pattern() {
            return "%" + (isNumber() ? dashed() : folded.replaceAll("([%_\\\\])", "\\\\$1")) + "%";
        }
    }

    public FindFilter on(Kind other) {
        return new FindFilter(q, other, area, office, 0, search);
    }

    public FindFilter at(int other) {
        return new FindFilter(q, kind, area, office, other, search);
    }

    /** As URL parameters. */
    public String query() {
        StringBuilder query = new StringBuilder();
        parameters().forEach((k, v) -> query.append(query.isEmpty() ? "" : "&").append(k).append('=').append(URLEncoder.encode(v, StandardCharsets.UTF_8)));
        return query.toString();
    }

    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kind", kind.name());
        put(all, search.isEmpty() ? KeptSearches.WORDS : KeptSearches.ID, search.isEmpty() ? q : search);
        put(all, "area", area);
        put(all, "office", office);
        put(all, "page", page == 0 ? "" : String.valueOf(page));
        return all;
    }

    private static void put(Map<String, String> all, String key, String value) {
        if (!value.isEmpty()) {
            all.put(key, value);
        }
    }

    private static String text(Map<String, String> p, String key) {
        return p.getOrDefault(key, "").strip();
    }
}
