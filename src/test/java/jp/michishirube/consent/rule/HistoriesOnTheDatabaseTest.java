package jp.michishirube.consent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.consent.record.ConsentEvent;
import jp.michishirube.consent.record.Records;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Random histories written into the tables: the question asked of them in SQL answers as the rule does, and each yes leaves its line. */
@ProductTest
class HistoriesOnTheDatabaseTest {

    private static final long SEED = 20261124;
    private static final int HISTORIES = 40;
    private static final int STEPS = 40;

    @Autowired private Records records;
    @Autowired private Disclosures disclosures;
    @Autowired private OpenCase open;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private JdbcClient client;

    @Test
    void theTablesAnswerAsTheRuleDoesAndEveryGivingIsExplainedByItsLine() {
        for (int i = 0; i < HISTORIES; i++) {
            int history = i;
            transaction.executeWithoutResult(tx -> {
                walk(new World(SEED + history, "歴史" + history + "町"), history);
                // A declaration over the whole municipality would be one for all other tests too.
                tx.setRollbackOnly();
            });
        }
    }

    private void walk(World world, int history) {
        CaseFile file = open.open(new Resident(0, "HISTORY-" + history, null, "歴史 太郎", "レキシ タロウ", LocalDate.of(1940, 1, 1), "男",
                "990-0001", "みちしるべ市1番", "0990-00-0005", world.area), "AOBA", 5);
        Map<Long, Long> idsHere = new HashMap<>();
        int given = 0;
        for (int step = 0; step < STEPS; step++) {
            World.Line line = world.step();
            write(world, file, idsHere);
            if (world.asked != null) {
                Answer here = new MayQuestion(world.rules, new StandingFacts(jdbc)).may(world.asked.party(), world.asked.fields(),
                        file.resident().id(), world.asked.purpose(), world.now);
                Answer rule = world.ask(world.projection.get(world.asked.purpose()), world.asked.party(), world.asked.fields(),
                        world.asked.purpose());
                String where = "seed %d, step %d: %s".formatted(SEED + history, step, world.asked);
                assertThat(here.ground()).as(where).isEqualTo(rule.ground());
                assertThat(here.fields()).as(where).isEqualTo(rule.fields());
                assertThat(here.own().fields()).as(where).isEqualTo(rule.own().fields());
                assertThat(here.inDisaster()).as(where).isEqualTo(rule.inDisaster());
                assertThat(here.recordId()).as(where).isEqualTo(rule.recordId() == null ? null : idsHere.get(rule.recordId()));
                if (line != null) {
                    disclosures.log(file.id(), world.asked.party(), "相手", world.asked.purpose(), here, "plan");
                    given += here.parts().size();
                    explained(file, world.asked, here.parts().get(here.parts().size() - 1), given);
                }
            }
        }
    }

    private void explained(CaseFile file, Question asked, Answer answer, int lines) {
        assertThat(disclosures.of(file.id())).hasSize(lines).first().satisfies(l -> {
            assertThat(l.ground()).isEqualTo(answer.ground());
            assertThat(l.fields()).isEqualTo(answer.fields());
            assertThat(l.purpose()).isEqualTo(asked.purpose());
            assertThat(l.party().kind()).isEqualTo(asked.party().kind());
            assertThat(answer.ground() == Ground.DECLARED_DISASTER ? l.disasterId() : l.recordId()).isEqualTo(answer.recordId());
        });
    }

    private void write(World world, CaseFile file, Map<Long, Long> idsHere) {
        switch (world.kind) {
            case SUPPORTER -> world.supporters.forEach((key, answer) -> client.sql("""
                    insert into consent.supporter (resident_id, supporter_key, answer, record_id) values (?, ?, ?, 0)
                    on conflict (resident_id, supporter_key) do update set answer = excluded.answer
                    """).params(file.resident().id(), key, answer.name()).update());
            case DECLARATION -> declare(world.declarations.get(world.declarations.size() - 1), idsHere);
            case REQUEST, GRANT, REFUSAL, WITHDRAWAL, EXPIRY, RENEWAL -> append(world.records.get(world.records.size() - 1), file, idsHere);
            case PROTECTION -> protect(world.guardedBy != null, file);
            default -> { }
        }
    }

    private void append(World.Entry entry, CaseFile file, Map<Long, Long> idsHere) {
        Standing s = entry.standing();
        idsHere.put(s.recordId(), records.append(new ConsentEvent(0, UUID.randomUUID(), file.resident().id(), file.id().value(), entry.purpose(),
                s.state(), s.since(), s.validUntil(), s.notice(), null, s.items(), s.recipients(), null, null, null, null, null, null, null,
                null, new ConsentEvent.Recorder("t", "t", s.since()))));
    }

    private void protect(boolean on, CaseFile file) {
        client.sql(on ? "insert into casefile.protection (resident_id, ground, set_by, set_by_name, set_at) values (?, 'g', 'roster1', 'x', now())"
                : "update casefile.protection set ended_by = 'roster1', ended_at = now() where resident_id = ? and ended_at is null")
                .param(file.resident().id()).update();
    }

    /** One who confirms the own declaration is turned down by the table already. */
    private void declare(Declaration d, Map<Long, Long> idsHere) {
        if (d.declaredBy().equals(d.confirmedBy())) {
            return;
        }
        idsHere.put(d.id(), client.sql("""
                insert into consent.disaster (hazard, areas, starts_at, ends_at, ground, declared_by, declarer_name, declared_at, confirmed_by,
                    confirmer_name, confirmed_at, ended_at) values (?, ?, ?, ?, ?, ?, 'x', ?, ?, ?, ?, ?) returning id
                """).params(d.hazard(), d.areas().toArray(String[]::new), Sql.time(d.startsAt()), Sql.time(d.endsAt()), d.ground(), d.declaredBy(),
                Sql.time(d.declaredAt()), d.confirmedBy(), d.confirmerName(), Sql.time(d.confirmedAt()), Sql.time(d.endedAt()))
                .query(Long.class).single());
    }
}
