package jp.michishirube.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of retention by the roles of operation: what goes leaves its hash and the rule. */
@ProductTest
class EndOfRetentionTest {

    @Autowired OpenCase open;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired CarryOn carryOn;
    @Autowired javax.sql.DataSource database;

    @Test
    void readsGoAfterTheirYearsAndTheChainHoldsAndSaysByWhichRule() {
        long caseId = open.open(new Resident(0, "RETAINED", null, "保存 期間", "ホゾン キカン", null, null, null, null, null, null), "AOBA", 1).id().value();
        jdbc.sql("""
                insert into privacy.access (at, case_id, person_id, name, role, what)
                select now() - y * interval '1 year', ?, 'retained', '佐藤', 'R', 'plan' from unnest(array[0, 6, 7]) y
                """).param(caseId).update();
        new EndOfRetention(jdbc, transaction, new RetentionPolicy(5), Clock.systemUTC()).everyNight();
        assertThat(left()).as("not before the chain has them").isEqualTo(3);

        carryOn.take(true);
        new EndOfRetention(jdbc, transaction, new RetentionPolicy(null), Clock.systemUTC()).everyNight();
        assertThat(left()).as("no policy, nothing erased").isEqualTo(3);
        new EndOfRetention(jdbc, transaction, new RetentionPolicy(5), Clock.systemUTC()).everyNight();
        assertThat(left()).isEqualTo(1);
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
