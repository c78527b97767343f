package jp.michishirube.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTimeline implements Timeline {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WhoAmI who;
    private final ObjectMapper json;

    JdbcTimeline(JdbcClient jdbc, Clock clock, WhoAmI who, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.who = who;
        this.json = json;
    }

    @Override
    public void append(CaseId caseId, String kind, Map<String, String> details) {
        append(kind, Map.of(caseId, details));
    }

    @Override
    public void append(String kind, Map<CaseId, Map<String, String>> details) {
        Person actor = who.orProcess();
        jdbc.sql("""
                insert into casefile.event (case_id, at, actor_id, actor, kind, details)
                select case_id, :at, :actorId, :actor, :kind, cast(details as jsonb) from unnest(:cases, :details) as e(case_id, details)
                """)
                .param("cases", details.keySet().stream().map(CaseId::value).toArray(Long[]::new))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actorId", actor.id()).param("actor", actor.name()).param("kind", kind)
                .param("details", details.values().stream().map(this::write).toArray(String[]::new)).update();
    }

    @Override
    public List<TimelineEntry> of(CaseId caseId) {
        return jdbc.sql("select * from casefile.event where case_id = ? order by id").param(caseId.value())
                .query((rs, n) -> entry(rs)).list();
    }

    private TimelineEntry entry(ResultSet rs) throws SQLException {
        return new TimelineEntry(rs.getLong("id"), rs.getObject("at", OffsetDateTime.class).toInstant(), rs.getString("actor_id"),
                rs.getString("actor"), rs.getString("kind"), read(rs.getString("details")));
    }

    private String write(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("timeline details", e);
        }
    }

    private Map<String, String> read(String details) {
        try {
            return json.readValue(details, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("timeline details", e);
        }
    }
}
