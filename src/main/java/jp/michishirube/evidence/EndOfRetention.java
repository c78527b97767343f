package jp.michishirube.evidence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.michishirube.municipality.Municipality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases who read what once the municipality keeps it no longer. The role that runs takes the eraser on for it, some thousand lines at a time; the
 * chain keeps their hashes, the time and the rule {@code retention}.
 */
@Component
class EndOfRetention {

    private static final Logger LOG = LoggerFactory.getLogger(EndOfRetention.class);
    private static final List<String> READS = List.of("privacy.access", "privacy.list_read");
    private static final int AT_ONCE = 5000;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RetentionPolicy policy;
    private final Clock clock;

    @Autowired
    EndOfRetention(JdbcClient jdbc, TransactionTemplate transaction, Municipality municipality, Clock clock) {
        this(jdbc, transaction, municipality.section("evidence", RetentionPolicy.class), clock);
    }

    EndOfRetention(JdbcClient jdbc, TransactionTemplate transaction, RetentionPolicy policy, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.policy = policy;
        this.clock = clock;
    }

    @Scheduled(cron = "${michishirube.evidence.erase-at:0 40 3 * * *}", zone = "Asia/Tokyo")
    void everyNight() {
        if (policy.keepReadsYears() != null) {
            READS.forEach(this::quietly);
        }
    }

    private void quietly(String table) {
        try {
            long erased = erase(table, LocalDate.now(clock.withZone(JAPAN)).minusYears(policy.keepReadsYears()));
            if (erased > 0) {
                LOG.info("{} lines of {} erased at the end of their retention", erased, table);
            }
        } catch (DataAccessException e) {
            // The next night begins where this one ended.
            LOG.warn("the end of retention of {} could not be carried out: {}", table, e.getMessage());
        }
    }

    /** @return how many */
    long erase(String table, LocalDate before) {
        Timestamp until = Timestamp.from(before.atStartOfDay(JAPAN).toInstant());
        long erased = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = transaction.execute(tx -> {
                jdbc.sql("""
                        select set_config('michishirube.erasing', 'on', true), set_config('michishirube.erasing_rule', 'retention', true),
                            set_config('role', coalesce((select rolname::text from pg_roles where rolname = 'michishirube_eraser'
                                and has_table_privilege(oid, ?, 'delete') and pg_has_role(session_user, oid, 'MEMBER')), 'none'), true)
                        """).param(table).query().singleRow();
                // What is not in the chain yet waits for it, or it would leave no trace.
                return jdbc.sql("delete from " + table + " where id in (select t.id from " + table + " t join evidence.source s on s.name = ?"
                        + " join evidence.line l on l.source = s.code and l.row_id = t.id and l.erased is null where t.at < ? order by t.id limit " + AT_ONCE + ")")
                        .params(table, until).update();
            });
            erased += some;
        }
        return erased;
    }
}
