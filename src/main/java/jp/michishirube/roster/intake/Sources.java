package jp.michishirube.roster.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import jp.michishirube.roster.entry.IntakeKind;
import jp.michishirube.roster.entry.Intakes;
import jp.michishirube.roster.entry.Json;
import jp.michishirube.roster.mapping.Mapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each vendor's lists are read. It holds by heading, wherever a column stands the next time. */
@Repository
class Sources {

    record Source(long id, IntakeKind kind, String name, List<String> header) {}

    private final JdbcClient jdbc;
    private final Intakes intakes;

    Sources(JdbcClient jdbc, Intakes intakes) {
        this.jdbc = jdbc;
        this.intakes = intakes;
    }

    Optional<Mapping> mapping(IntakeKind kind, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("select mapping::text from roster.source where kind = ? and name = ?").params(kind.name(), name).query(String.class).optional()
                .map(json -> Json.read(json, new TypeReference<Mapping>() {}));
    }

    void keep(IntakeKind kind, String name, List<String> header, Mapping mapping, String by) {
        jdbc.sql("""
                insert into roster.source (kind, name, mapping, header, saved_at, saved_by) values (?, ?, ?::jsonb, ?::jsonb, ?, ?)
                on conflict (kind, name) do update set mapping = excluded.mapping, header = excluded.header, saved_at = excluded.saved_at,
                    saved_by = excluded.saved_by
                """).params(kind.name(), name, Json.write(mapping), Json.write(header), intakes.now(), by).update();
    }

    List<Source> all() {
        return jdbc.sql("select id, kind, name, header from roster.source order by name, kind").query((rs, n) -> new Source(rs.getLong("id"),
                IntakeKind.valueOf(rs.getString("kind")), rs.getString("name"), Json.strings(rs.getString("header")))).list();
    }
}
