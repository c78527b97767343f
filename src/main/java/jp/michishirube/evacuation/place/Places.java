package jp.michishirube.evacuation.place;

import java.util.List;
import java.util.Optional;
import jp.michishirube.evacuation.hazard.HazardKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** The municipality's evacuation sites and shelters, as its lists say today. */
@NamedInterface("places")
@Service
public class Places {

    private final JdbcClient jdbc;
    private final PlaceStore store;

    Places(JdbcClient jdbc, PlaceStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** @return the place also after it vanished from its list: plans name it */
    public Optional<Place> find(long id) {
        return jdbc.sql("select * from evacuation.place where id = ?").param(id).query((rs, n) -> store.place(rs)).optional();
    }

    /** Places on the list that have a position, for drawing and routing. */
    public List<Place> onList() {
        return jdbc.sql("select * from evacuation.place where vanished_at is null order by name, id").query((rs, n) -> store.place(rs)).list();
    }

    /**
     * @param hazard   only places designated or conditional for it; null for all
     * @param kind     null for all
     * @param words    part of name, kana or address; null or empty for all
     * @param vanished only those that left their list, instead of those on it
     */
    public record Filter(HazardKind hazard, PlaceKind kind, String words, boolean vanished) {}

    public record Page(List<Place> places, long total, int number, int pages) {}

    public Page page(Filter filter, int number, int size) {
        String where = """
                 where (vanished_at is not null) = :vanished
                   and (cast(:kind as text) is null or kind = :kind)
                   and (cast(:hazard as text) is null or designations ->> :hazard in ('DESIGNATED', 'CONDITIONAL'))
                   and (:words = '' or position(:words in name) > 0 or position(:words in kana) > 0 or position(:words in address) > 0)
                """;
        String words = filter.words() == null ? "" : filter.words().strip();
        long total = bind(jdbc.sql("select count(*) from evacuation.place" + where), filter, words).query(Long.class).single();
        int pages = (int) Math.max(1, (total + size - 1) / size);
        int shown = Math.min(Math.max(1, number), pages);
        List<Place> places = bind(jdbc.sql("select * from evacuation.place" + where + " order by kind, name, id limit :size offset :offset"), filter, words)
                .param("size", size).param("offset", (long) (shown - 1) * size).query((rs, n) -> store.place(rs)).list();
        return new Page(places, total, shown, pages);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Filter filter, String words) {
        return sql.param("vanished", filter.vanished()).param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("hazard", filter.hazard() == null ? null : filter.hazard().name()).param("words", words);
    }

    /** What happened to the place, newest first. */
    List<Happening> history(long id) {
        return jdbc.sql("select at, what, hazard from evacuation.place_history where place_id = ? order by id desc").param(id)
                .query(Happening.class).list();
    }

    record Happening(java.time.Instant at, String what, String hazard) {}

    boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from evacuation.place)").query(Boolean.class).single();
    }
}
