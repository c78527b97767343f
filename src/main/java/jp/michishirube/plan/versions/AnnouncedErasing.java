package jp.michishirube.plan.versions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tables that keep what was written as it was written let content be taken out only by an act that says so first, and by a role that the
 * product takes on for nothing else (where the database has it, see docs/adr/021).
 */
@Component
@NamedInterface("versions")
public class AnnouncedErasing {

    private final JdbcClient jdbc;

    AnnouncedErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction; afterwards the tables refuse again. What the chain of evidence keeps of it is that it was a withdrawal. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void run(Runnable act) {
        jdbc.sql("""
                select set_config('michishirube.erasing', 'on', true), set_config('michishirube.erasing_rule', 'withdrawal', true),
                    set_config('role', coalesce((select rolname::text from pg_roles where rolname = 'michishirube_eraser'
                        and has_table_privilege(oid, 'plan.submission', 'update') and pg_has_role(session_user, oid, 'MEMBER')), 'none'), true)
                """).query().singleRow();
        act.run();
        jdbc.sql("select set_config('michishirube.erasing', 'off', true), set_config('role', 'none', true)").query().singleRow();
    }
}
