package jp.michishirube.consent.rule;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.michishirube.bench.Figures;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code consent.question}: the one question with 100,000 residents and 1,000,000 records, against one primary-key read of the same
 * database, in turns. Both go through the same pool and template, so that the ratio is that of the statements and the decision.
 */
public final class ConsentQuestionBench {

    private static final int RESIDENTS = 100_000;
    private static final int ROUNDS = 9;
    private static final int CALLS = 4_000;
    private static final Set<String> FIELDS = Set.of("/resident/name", "/resident/address", "/household/kind", "/places/0/site",
            "/considerations/items", "/supporters/" + SupporterKey.of("支援者1", "") + "/name");

    private ConsentQuestionBench() {}

    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start(); HikariDataSource pool = pool(postgres)) {
            Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            fill(jdbc);
            measure(jdbc);
        }
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static void fill(JdbcTemplate jdbc) {
        jdbc.execute("""
                insert into casefile.resident (city_number, name, area)
                select 'B' || i, '住民' || i, '町' || mod(i, 50) from generate_series(1, %d) i""".formatted(RESIDENTS));
        jdbc.execute("insert into consent.notice (id, version, language, sha256, source) values ('sharing', 1, 'ja', repeat('0', 64), '')");
        jdbc.execute("""
                insert into consent.record (act, resident_id, purpose, event_type, event_time, notice_id, notice_version, notice_language,
                    notice_sha256, items, recipients, recorded_by, recorder_name, recorded_at)
                select gen_random_uuid(), r.id, p.purpose, t.type, now() - (10 - n) * interval '30 days', 'sharing', 1, 'ja', repeat('0', 64),
                       '{resident,household,places,considerations,supporters}', '{CARE_CIRCLE,SUPPORTER,NEIGHBOURHOOD,FIRE_SERVICE}', 'b', 'b', now()
                from casefile.resident r
                cross join (values ('PLAN_MAKING'), ('PEACETIME_SHARING')) p(purpose)
                cross join generate_series(1, 5) n
                cross join lateral (select (array['GIVEN','RENEWED','WITHDRAWN','GIVEN','REFUSED'])[1 + (r.id + n) % 5] as type) t""");
        jdbc.execute("""
                insert into consent.standing (resident_id, purpose, record_id, state, since, recipients, items, notice_id, notice_version)
                select distinct on (resident_id, purpose) resident_id, purpose, id, event_type, event_time, recipients, items, notice_id,
                       notice_version
                from consent.record order by resident_id, purpose, event_time desc, id desc""");
        jdbc.execute("""
                insert into consent.supporter (resident_id, supporter_key, answer, record_id)
                select r.id, '%s', 'AGREED', 1 from casefile.resident r""".formatted(SupporterKey.of("支援者1", "")));
        jdbc.execute("""
                insert into consent.disaster (hazard, areas, starts_at, ends_at, ground, declared_by, declarer_name, declared_at, confirmed_by,
                    confirmer_name, confirmed_at)
                select 'flood', array['町' || i], now() - interval '1 hour', now() + interval '1 day', 'g', 'a', 'a', now(), 'b', 'b', now()
                from generate_series(1, 3) i""");
        jdbc.execute("vacuum analyze");
    }

    private static void measure(JdbcTemplate jdbc) throws Exception {
        MayQuestion question = new MayQuestion(new Rules(new ConsentPolicy(null, null, null, null, null, null), List.of()), new StandingFacts(jdbc));
        Party party = new Party(Party.Kind.NEIGHBOURHOOD, "x", "町1");
        Random chance = new Random(1);
        double[] ours = new double[ROUNDS];
        double[] base = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double b = median(chance, id -> jdbc.queryForObject(
                    "select state from consent.standing where resident_id = ? and purpose = ?", String.class, id, "PEACETIME_SHARING"));
            double q = median(chance, id -> question.may(party, FIELDS, id, Purpose.PEACETIME_SHARING, Instant.now()));
            if (round >= 0) {
                ours[round] = q;
                base[round] = b;
            }
        }
        double value = middle(ours);
        double baseline = middle(base);
        Figures.write("consent.question", value, "ms", baseline, value / baseline, "median of one question, " + RESIDENTS + " residents, "
                + jdbc.queryForObject("select count(*) from consent.record", Integer.class) + " records; baseline one primary-key read");
    }

    private interface Call {
        void of(long residentId);
    }

    /** @return median of one call, ms */
    private static double median(Random chance, Call call) {
        double[] times = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long id = 1 + chance.nextInt(RESIDENTS);
            long start = System.nanoTime();
            call.of(id);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return middle(times);
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
