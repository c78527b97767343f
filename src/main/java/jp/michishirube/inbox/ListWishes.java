package jp.michishirube.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How a person wants to see the list; kept on the server, as people change between a PC and a tablet. */
@Repository
class ListWishes {

    /** Columns that may be hidden; name, step and the act always stay. */
    static final List<String> COLUMNS = List.of("number", "kana", "area", "priority", "office", "assignee", "due", "waiting");

    private final JdbcClient jdbc;

    ListWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param hidden    columns that this person does not want to see
     * @param shortcuts whether single keys act in the list; a person who dictates or whose hands tremble turns them off
     */
    record Wish(Set<String> hidden, boolean shortcuts) {

        public boolean shows(String column) {
            return !hidden.contains(column);
        }
    }

    Wish of(String person) {
        return jdbc.sql("select hidden, shortcuts from inbox.list_wish where person = ?").param(person)
                .query((rs, n) -> new Wish(known(Arrays.asList(rs.getString("hidden").split(","))), rs.getBoolean("shortcuts"))).optional()
                .orElse(new Wish(Set.of(), true));
    }

    @Transactional
    void keep(String person, List<String> shown, boolean shortcuts) {
        String hidden = COLUMNS.stream().filter(c -> !shown.contains(c)).collect(Collectors.joining(","));
        jdbc.sql("""
                insert into inbox.list_wish (person, hidden, shortcuts) values (?, ?, ?)
                on conflict (person) do update set hidden = excluded.hidden, shortcuts = excluded.shortcuts
                """).params(person, hidden, shortcuts).update();
    }

    private static Set<String> known(List<String> columns) {
        return columns.stream().filter(COLUMNS::contains).collect(Collectors.toSet());
    }
}
