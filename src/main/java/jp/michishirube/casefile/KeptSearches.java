package jp.michishirube.casefile;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.michishirube.door.PlainText;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person searched for and by whom a list was narrowed, kept so that an address bears an id in its place: names of people, residents
 * or staff, stay out of the logs of proxies and the histories of shared PCs. A case number names nobody and may stand in an address as it is.
 */
@Repository
public class KeptSearches {

    /** In an address, in place of {@link #WORDS}. */
    public static final String ID = "search";
    public static final String WORDS = "q";
    /** A colleague, by the provider's subject, which may well be a name. */
    public static final String ASSIGNEE = "assignee";
    public static final String WHOSE = "whose";
    /** Parameters of lists whose values name somebody, and by what an address bears each: also a 民生委員 as plans name them. */
    public static final Map<String, String> NAMING = Map.of(WORDS, ID, ASSIGNEE, WHOSE, "commissioner", "named");
    /** Characters of a search. */
    static final int LONGEST = 200;
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeptSearches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this value names nobody: of words to search for the number of a case, or nothing. */
    public static boolean mayStandInAddress(String parameter, String value) {
        return !NAMING.containsKey(parameter) || value.isBlank() || parameter.equals(WORDS) && value.strip().matches("[0-9-]*");
    }

    /**
     * @return the id of the person's search for these words; one that was not used for 30 days is forgotten
     * @throws Problem {@code text-too-long}, {@code characters-not-text} (400)
     */
    @Transactional
    public String keep(String person, String words) {
        if (words.length() > LONGEST) {
            throw Problem.badRequest("text-too-long", LONGEST);
        }
        if (!PlainText.is(words)) {
            throw Problem.badRequest("characters-not-text");
        }
        Instant now = clock.instant();
        jdbc.sql("delete from casefile.kept_search where person = ? and at < ?").params(person, now.minus(KEPT).atOffset(ZoneOffset.UTC)).update();
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return jdbc.sql("""
                insert into casefile.kept_search (id, person, words, at) values (?, ?, ?, ?)
                on conflict (person, words) do update set at = excluded.at returning id
                """).params(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), person, words.strip(), now.atOffset(ZoneOffset.UTC))
                .query(String.class).single();
    }

    /** Empty for an id of somebody else, for a forgotten one and for none. */
    public Optional<String> words(String person, String id) {
        return !PlainText.is(id) ? Optional.empty()
                : jdbc.sql("select words from casefile.kept_search where id = ? and person = ?").params(id, person).query(String.class).optional();
    }

    /**
     * The same query string with the id in place of words that may not stand in an address.
     *
     * @throws Problem {@code unreadable-request} for what is no query string, and as by {@link #keep} (400)
     */
    public String withoutWords(String person, String query) {
        return each(query, part -> {
            String value = valueOf(part);
            return mayStandInAddress(nameOf(part), value) ? part : NAMING.get(nameOf(part)) + "=" + keep(person, value);
        });
    }

    /** Whether this can be read as the query string of an address: nothing half escaped, nothing that is no text. */
    public static boolean isQuery(String query) {
        try {
            return Arrays.stream(query.split("&")).allMatch(part -> PlainText.is(nameOf(part)) && PlainText.is(valueOf(part)));
        } catch (Problem unreadable) {
            return false;
        }
    }

    /** The same query string with the words in place of their id, for what is kept for long. */
    public String withWords(String person, String query) {
        return each(query, part -> NAMING.entrySet().stream().filter(n -> n.getValue().equals(nameOf(part))).findFirst()
                .map(n -> words(person, valueOf(part)).map(words -> n.getKey() + "=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).orElse("")).orElse(part));
    }

    /** Names may be percent-encoded as well as values: whoever reads the parameters finds them all the same. */
    private static String nameOf(String part) {
        return decoded(part.split("=", 2)[0]);
    }

    private static String valueOf(String part) {
        return part.indexOf('=') < 0 ? "" : decoded(part.substring(part.indexOf('=') + 1));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("unreadable-request");
        }
    }

    private static String each(String query, UnaryOperator<String> change) {
        return Arrays.stream(query.split("&")).map(change).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    }
}
