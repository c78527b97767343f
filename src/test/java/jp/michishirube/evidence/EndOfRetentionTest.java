package jp.michishirube.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of retention by the roles of operation: what goes leaves its hash and the rule. In a database of its own: lines of years ago are found. */
class EndOfRetentionTest {

    private final DriverManagerDataSource database = new DriverManagerDataSource(Surroundings.migratedDatabase(), "michishirube_app", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final CarryOn carryOn = new CarryOn(jdbc, null);

    @Test
    void readsGoAfterTheirYearsAndTheChainHoldsAndSaysByWhichRule() {
        long caseId = jdbc.sql("""
                with r as (insert into casefile.resident (name) values ('保存 期間') returning id)
                insert into casefile.casefile (number, resident_id, opened_at) select 'RET-1', id, now() from r returning id
                """).query(Long.class).single();
        jdbc.sql("""
                insert into privacy.access (at, case_id, person_id, name, role, what)
                select now() - y * interval '1 year', ?, 'retained', '佐藤', 'R', 'plan' from unnest(array[0, 4, 6, 7]) y
                """).param(caseId).update();
        new EndOfRetention(jdbc, transaction, new RetentionPolicy(5), Clock.systemUTC()).everyNight();
        assertThat(left()).as("not before the chain has them").isEqualTo(4);

        carryOn.take(true);
        new EndOfRetention(jdbc, transaction, new RetentionPolicy(null), Clock.systemUTC()).everyNight();
        assertThat(left()).as("no policy, nothing erased").isEqualTo(4);
        new EndOfRetention(jdbc, transaction, new RetentionPolicy(5), Clock.systemUTC()).everyNight();
        assertThat(left()).isEqualTo(2);
        assertThat(jdbc.sql("select current_user").query(String.class).single()).as("the eraser is left again").isEqualTo("michishirube_app");

        Findings found = new VerifyLog(database).run(null);
        assertThat(found.erased()).containsAllEntriesOf(Map.of("retention", 2L));
        assertThat(found.faults()).noneMatch(f -> f.kind() == Findings.Kind.REMOVED);
        assertThat(jdbc.sql("select count(*) from evidence.line where rule = 'retention' and hash is not null and salt is null").query(Integer.class).single())
                .isEqualTo(2);
    }

    private int left() {
        return jdbc.sql("select count(*) from privacy.access where person_id = 'retained'").query(Integer.class).single();
    }
}
