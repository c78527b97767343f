package jp.michishirube.safety.warning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import jp.michishirube.Product;
import jp.michishirube.bench.Figures;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.safety.telegram.WrittenTelegram;
import jp.michishirube.testing.ProductSurroundings;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code signal.start}: from a telegram of a river that rises to the officers' proposal with its notices, against one statement that inserts the same rows in a
 * transaction of its own, in turns.
 */
public final class SignalStartBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 400);
    private static final int WARM = 200;

    private SignalStartBench() {}

    public static void measure() {
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Product.class).profiles("demo").initializers(new ProductSurroundings()).run("--server.port=0",
                "--michishirube.mail.every=1h")) {
            JdbcClient jdbc = product.getBean(JdbcClient.class);
            TakeTelegram take = product.getBean(TakeTelegram.class);
            People people = product.getBean(People.class);
            people.remember(new Person("bench-1", "計測 一", Set.of(Role.REVIEWER), null, false), "one@example.jp");
            people.remember(new Person("bench-2", "計測 二", Set.of(Role.ROSTER_MANAGER), null, false), "two@example.jp");
            jdbc.sql("insert into casefile.resident (city_number, name, area) select 'B' || n, '計測', '計測' || n % 40 || '町' from generate_series(1, 2000) n").update();
            Instant report = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.HOURS);
            double[] ours = new double[ROUNDS];
            double[] bare = new double[ROUNDS];
            for (int n = -WARM; n < ROUNDS; n++) {
                byte[] told = WrittenTelegram.of(String.format("9900%08d", 40_000_000 + n), 4).at(report.toString(), report.toString()).station("上", "【警戒レベル４相当】")
                        .area("上", "9900100", "計測1町 計測2町").bytes();
                long start = System.nanoTime();
                TakeTelegram.Taken taken = take.take(told, Telegrams.Source.API, "bench");
                double o = (System.nanoTime() - start) / 1e6;
                if (jdbc.sql("select count(*) from safety.proposal p join safety.proposal_signal s on s.proposal_id = p.id where p.state = 'OPEN' and s.telegram_id = ?")
                        .param(taken.id()).query(Integer.class).single() != 1) {
                    throw new IllegalStateException("nothing was proposed");
                }
                jdbc.sql("update safety.proposal set state = 'PUT_ASIDE' where state = 'OPEN'").update();
                double b = bare(jdbc, taken.id(), "bare" + n);
                jdbc.sql("update safety.proposal set state = 'PUT_ASIDE' where state = 'OPEN'").update();
                if (n >= 0) {
                    ours[n] = o;
                    bare[n] = b;
                }
            }
            double value = Figures.median(ours);
            double baseline = Figures.median(bare);
            Figures.write("signal.start", value, "ms", baseline, value / baseline, ROUNDS
                    + " telegrams that rise, 2 officers; baseline one statement that inserts the same rows (telegram, state, proposal, 2 areas, signal, 2 notices, 2 mails); bound is at most 3");
        }
    }

    private static double bare(JdbcClient jdbc, long like, String name) {
        String sql = """
                with t as (insert into safety.telegram (hash, source, received_at, received_by, mode, issue, river, name, words, headline, publishers, report_at, control_at, serial, level,
                        usual, prefectures, lists_cities, reaches, content)
                    select sha256(convert_to(:name, 'UTF8')), source, now(), received_by, mode, issue, :name, name, words, headline, publishers, report_at, control_at, serial, level, usual,
                        prefectures, lists_cities, reaches, content from safety.telegram where id = :like returning id),
                s as (insert into safety.river_state (mode, river, name, level, since, telegram_id, withdrawn, conflict, concern, unmatched, areas, made_at)
                    select mode, :name, name, level, since, (select id from t), withdrawn, conflict, concern, unmatched, areas, now() from safety.river_state where telegram_id = :like),
                p as (insert into safety.proposal (mode, hazard, hazard_group, state, opened_at, changed_at) values ('REAL', 'FLOOD', 'WATER', 'OPEN', now(), now()) returning id),
                a as (insert into safety.proposal_area select (select id from p), '計測' || n || '町', 4, now() from generate_series(1, 2) n),
                g as (insert into safety.proposal_signal (proposal_id, telegram_id, level, reason, at) select p.id, t.id, 4, 'レベル4相当です', now() from p, t),
                n as (insert into notification.notice (person_id, kind, made_at, once_key) select 'bench-' || i, 'EVENT_PROPOSED', now(), :name from generate_series(1, 2) i returning id)
                insert into notification.mail (mail_key, person_id, template, args, made_at, next_try) select 'notice:' || n.id, 'bench-1', 'EVENT_PROPOSED', '', now(), now() from n
                """;
        JdbcClient.StatementSpec insert = jdbc.sql(sql).param("name", name).param("like", like);
        long start = System.nanoTime();
        insert.update();
        return (System.nanoTime() - start) / 1e6;
    }
}
