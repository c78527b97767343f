package jp.michishirube.inbox;

import java.util.List;
import jp.michishirube.casefile.KeptSearches;
import jp.michishirube.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Filters that a person gave a name. They keep the words of a search; the links to them bear its id. */
@Repository
class SavedFilters {

    private static final int LONGEST_NAME = 60;
    /** Characters, percent-encoded: every filter with 200 letters to search for. An address of it fits into the head of any answer. */
    private static final int LONGEST_QUERY = 4_000;

    private final JdbcClient jdbc;
    private final KeptSearches searches;

    SavedFilters(JdbcClient jdbc, KeptSearches searches) {
        this.jdbc = jdbc;
        this.searches = searches;
    }

    /** @param query null for one that cannot be read (any more): it can only be deleted */
    record Saved(long id, String name, String query) {}

    List<Saved> of(String person) {
        return jdbc.sql("select id, name, query from inbox.saved_filter where person = ? order by name").param(person).query(Saved.class).list().stream()
                .map(s -> new Saved(s.id(), s.name(), address(person, s.query()))).toList();
    }

    private String address(String person, String query) {
        try {
            return isPlace(query) ? searches.withoutWords(person, query) : null;
        } catch (Problem tooLong) {
            return null;
        }
    }

    /** @throws Problem {@code filter-without-name}, {@code text-too-long}, {@code filter-unreadable} (400) */
    @Transactional
    void save(String person, String name, String query) {
        String shown = name.strip();
        if (shown.isEmpty()) {
            throw Problem.badRequest("filter-without-name");
        }
        if (shown.length() > LONGEST_NAME) {
            throw Problem.badRequest("text-too-long", LONGEST_NAME);
        }
        String kept = safe(searches.withWords(person, query));
        if (!isPlace(kept) || !isPlace(safe(query))) {
            throw Problem.badRequest("filter-unreadable");
        }
        searches.withoutWords(person, kept);
        jdbc.sql("""
                insert into inbox.saved_filter (person, name, query) values (?, ?, ?)
                on conflict (person, name) do update set query = excluded.query
                """).params(person, shown, kept).update();
    }

    @Transactional
    void delete(String person, long id) {
        jdbc.sql("delete from inbox.saved_filter where person = ? and id = ?").params(person, id).update();
    }

    /** The list's page that a form came from, and no other address whatever was posted; the list's first page for what is none. */
    static String place(String back) {
        String query = back.startsWith("/inbox?") ? safe(back.substring("/inbox?".length())) : "";
        return query.isEmpty() || !isPlace(query) ? "/inbox" : "/inbox?" + query;
    }

    private static boolean isPlace(String query) {
        return query.length() <= LONGEST_QUERY && KeptSearches.isQuery(query);
    }

    /** Only what a query string is made of: the value becomes part of a redirect. */
    static String safe(String query) {
        return query.replaceAll("[^A-Za-z0-9=&%_.+|*-]", "");
    }
}
