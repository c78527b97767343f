package jp.michishirube.inbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that a person has in her hands, most urgent first. */
@Component
public class WorkOfPerson {

    private final JdbcClient jdbc;

    WorkOfPerson(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<WorkItem> of(String personId) {
        return jdbc.sql("select * from inbox.work_item where assignee = ? order by due_at, task_id").param(personId)
                .query((rs, n) -> WorkItems.row(rs)).list();
    }
}
