package jp.michishirube.inbox;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.CaseSteps;
import jp.michishirube.casefile.CaseWork;
import jp.michishirube.casefile.Step;
import jp.michishirube.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A step of the city's that is free or one's own is one's work. */
@Component
class WorkOfCity implements CaseWork {

    private final JdbcClient jdbc;
    private final CaseSteps steps;

    WorkOfCity(JdbcClient jdbc, CaseSteps steps) {
        this.jdbc = jdbc;
        this.steps = steps;
    }

    @Override
    public List<Waiting> waiting(CaseId caseId) {
        return jdbc.sql("select task_id, step, assignee from inbox.work_item where case_id = ? and party = 'CITY' order by task_id").param(caseId.value())
                .query((rs, n) -> new Waiting(rs.getString(1), Step.valueOf(rs.getString(2)), rs.getString(3))).list();
    }

    @Override
    public boolean toConfirm(Person person, CaseId caseId) {
        return jdbc.sql("select exists (select from inbox.work_item where case_id = ? and party = 'COMMISSIONER' and (assignee is null or assignee = ?))")
                .params(caseId.value(), person.id()).query(Boolean.class).single();
    }

    @Override
    public Set<CaseId> of(Person person, Collection<CaseId> cases) {
        String[] own = Arrays.stream(Step.values()).filter(s -> steps.party(s) == CaseSteps.Party.CITY)
                .filter(s -> steps.workers(s).stream().anyMatch(person::has)).map(Enum::name).toArray(String[]::new);
        return jdbc.sql("""
                select distinct case_id from inbox.work_item where case_id = any(:cases) and step = any(:own)
                    and (assignee is null or assignee = :me)
                """).param("cases", cases.stream().map(CaseId::value).toArray(Long[]::new)).param("own", own).param("me", person.id())
                .query((rs, n) -> new CaseId(rs.getLong(1))).list().stream().collect(Collectors.toSet());
    }
}
