package jp.michishirube.safety.warning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import jp.michishirube.safety.event.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is in force of each river, as made last from its telegrams. */
@Repository
public class RiverStates {

    private static final TypeReference<TreeMap<String, Integer>> AREAS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper mapper;
    private final Clock clock;

    RiverStates(JdbcClient jdbc, ObjectMapper mapper, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Two telegrams of one river are worked in one after the other, until the transaction ends. */
    void lock(Mode mode, String river) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))").param("safety.river " + mode + " " + river).query(rs -> { });
    }

    RiverState of(Mode mode, String river) {
        return jdbc.sql("select *, areas::text as levels from safety.river_state where mode = ? and river = ?").params(mode.name(), river)
                .query((rs, n) -> state(rs)).optional().orElse(RiverState.none(mode, river));
    }

    /** Of this municipality: real ones first, then the gravest, then the newest. */
    public List<RiverState> ours() {
        return jdbc.sql("""
                select *, areas::text as levels from safety.river_state where concern <> 'NOT_OURS' or level is null
                order by array_position(array['REAL', 'DRILL', 'TEST'], mode), areas = '{}', coalesce(level, 1) desc, since desc nulls last, river
                """).query((rs, n) -> state(rs)).list();
    }

    void put(RiverState state) {
        jdbc.sql("""
                insert into safety.river_state (mode, river, name, level, since, telegram_id, withdrawn, conflict, concern, unmatched, areas, made_at)
                values (:mode, :river, :name, :level, :since, :telegram, :withdrawn, :conflict, :concern, :unmatched, cast(:areas as jsonb), :now)
                on conflict (mode, river) do update set name = excluded.name, level = excluded.level, since = excluded.since, telegram_id = excluded.telegram_id,
                    withdrawn = excluded.withdrawn, conflict = excluded.conflict, concern = excluded.concern, unmatched = excluded.unmatched, areas = excluded.areas,
                    made_at = excluded.made_at
                """).param("mode", state.mode().name()).param("river", state.river()).param("name", state.name()).param("level", state.level(), Types.SMALLINT)
                .param("since", state.since() == null ? null : Timestamp.from(state.since()), Types.TIMESTAMP).param("telegram", state.telegram(), Types.BIGINT)
                .param("withdrawn", state.withdrawn()).param("conflict", state.conflict()).param("concern", state.concern().name())
                .param("unmatched", state.unmatched().toArray(String[]::new)).param("areas", json(state)).param("now", Timestamp.from(clock.instant())).update();
    }

    private String json(RiverState state) {
        try {
            return mapper.writeValueAsString(state.areas());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RiverState state(ResultSet rs) throws SQLException {
        try {
            Timestamp since = rs.getTimestamp("since");
            return new RiverState(Mode.valueOf(rs.getString("mode")), rs.getString("river"), rs.getString("name"), rs.getObject("level", Integer.class),
                    since == null ? null : since.toInstant(), rs.getObject("telegram_id", Long.class), rs.getBoolean("withdrawn"), rs.getBoolean("conflict"),
                    Concern.valueOf(rs.getString("concern")), List.of((String[]) rs.getArray("unmatched").getArray()), mapper.readValue(rs.getString("levels"), AREAS));
        } catch (JsonProcessingException e) {
            throw new SQLException("areas of river " + rs.getString("river"), e);
        }
    }
}
