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
import java.util.Optional;
import java.util.Set;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.telegram.RiverForecast;
import jp.michishirube.safety.telegram.TelegramHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The telegrams as kept: added, never changed. */
@Repository
public class Telegrams {

    /** All but the content, which may be long. */
    private static final String SELECT = """
            select id, encode(hash, 'hex') as hash, mode, issue, river, name, words, headline, publishers, report_at, control_at, serial, level, usual, prefectures,
                lists_cities, reaches::text as reaches, received_at from safety.telegram
            """;
    private static final TypeReference<List<KeptTelegram.Reach>> REACHES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper mapper;
    private final Clock clock;

    Telegrams(JdbcClient jdbc, ObjectMapper mapper, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** From where a telegram came. */
    enum Source { FEED, API }

    /** @return its id; empty for one that is kept already */
    Optional<Long> put(RiverForecast said, List<KeptTelegram.Reach> reaches, byte[] hash, byte[] content, Source source, String by) {
        TelegramHead head = said.head();
        return jdbc.sql("""
                insert into safety.telegram (hash, source, received_at, received_by, mode, issue, river, name, words, headline, publishers, report_at, control_at,
                    serial, level, usual, prefectures, lists_cities, reaches, content)
                values (:hash, :source, :now, :by, :mode, :issue, :river, :name, :words, :headline, :publishers, :report, :control, :serial, :level, :usual, :prefectures,
                    :lists, cast(:reaches as jsonb), :content) on conflict (hash) do nothing returning id
                """).param("hash", hash).param("source", source.name()).param("now", Timestamp.from(clock.instant())).param("by", by).param("mode", head.mode().name())
                .param("issue", head.issue().name()).param("river", said.river()).param("name", said.name()).param("words", head.words())
                .param("headline", head.headline()).param("publishers", head.publishers()).param("report", Timestamp.from(head.reportAt()))
                .param("control", Timestamp.from(head.controlAt())).param("serial", head.serial(), Types.INTEGER).param("level", said.level(), Types.SMALLINT)
                .param("usual", said.usual()).param("prefectures", said.prefectures().toArray(String[]::new)).param("lists", said.listsCities())
                .param("reaches", json(reaches)).param("content", content).query(Long.class).optional();
    }

    Optional<Long> find(byte[] hash) {
        return jdbc.sql("select id from safety.telegram where hash = ?").param(hash).query(Long.class).optional();
    }

    public Optional<KeptTelegram> find(long id) {
        return jdbc.sql(SELECT + " where id = ?").param(id).query((rs, n) -> telegram(rs)).optional();
    }

    List<KeptTelegram> of(Mode mode, String river) {
        return jdbc.sql(SELECT + " where mode = ? and river = ?").params(mode.name(), river).query((rs, n) -> telegram(rs)).list();
    }

    /** As they came, the last first. */
    List<KeptTelegram> newest(int most) {
        return jdbc.sql(SELECT + " order by id desc limit ?").param(most).query((rs, n) -> telegram(rs)).list();
    }

    private String json(List<KeptTelegram.Reach> reaches) {
        try {
            return mapper.writeValueAsString(reaches);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeptTelegram telegram(ResultSet rs) throws SQLException {
        try {
            return new KeptTelegram(rs.getLong("id"), rs.getString("hash"), Mode.valueOf(rs.getString("mode")), TelegramHead.Issue.valueOf(rs.getString("issue")),
                    rs.getString("river"), rs.getString("name"), rs.getString("words"), rs.getString("headline"), rs.getString("publishers"),
                    rs.getTimestamp("report_at").toInstant(), rs.getTimestamp("control_at").toInstant(), rs.getObject("serial", Integer.class),
                    rs.getObject("level", Integer.class), rs.getBoolean("usual"), Set.of((String[]) rs.getArray("prefectures").getArray()), rs.getBoolean("lists_cities"),
                    mapper.readValue(rs.getString("reaches"), REACHES), rs.getTimestamp("received_at").toInstant());
        } catch (JsonProcessingException e) {
            throw new SQLException("reaches of telegram " + rs.getLong("id"), e);
        }
    }

}
