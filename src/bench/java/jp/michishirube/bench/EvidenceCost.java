package jp.michishirube.bench;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Turns the evidence of a product off and on again while it runs, to tell what it costs: the triggers on the tables, the lines of who read what, and
 * the chain, whose minute's work the caller does within the measured time by {@link #carryOn}. Without them the statement that would write a
 * line of reading is still sent; it writes nothing.
 */
public final class EvidenceCost {

    private static final List<String> READS = List.of("privacy.access", "privacy.list_read");

    private final JdbcTemplate sql;
    private boolean on = true;

    /** @param sql as the owner of the tables */
    public EvidenceCost(JdbcTemplate sql) {
        this.sql = sql;
    }

    public void set(boolean wanted) {
        if (on == wanted) {
            return;
        }
        sql.queryForList("select name from evidence.source", String.class).forEach(table ->
                sql.execute("alter table " + table + (wanted ? " enable" : " disable") + " trigger zz_evidence"));
        READS.forEach(table -> sql.execute(wanted ? "drop rule unwritten on " + table : "create rule unwritten as on insert to " + table + " do instead nothing"));
        on = wanted;
    }

    /** As each minute; nothing while it is off. */
    public void carryOn() {
        while (on && sql.queryForObject("select evidence.carry_on(false)", Integer.class) > 0) {
            // until all is in the chain
        }
    }
}
