package jp.michishirube.inbox;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases and open steps written straight into our own tables: a million in a minute or two, spread as in a real city. */
final class ManyCases {

    private ManyCases() {}

    /**
     * @param cases     all cases, of which the first ones are open
     * @param openSteps each of a case of its own
     * @param offices   among which they are spread; each has five care managers
     */
    static void write(JdbcTemplate sql, int cases, int openSteps, int offices) {
        sql.execute("create function pg_temp.office(o int) returns text language sql immutable as "
                + "'select coalesce((array[''AOBA'', ''WAKAKUSA'', ''CHUO''])[o + 1], ''B'' || o)'");
        sql.execute("insert into organization.office (code, name, kind) select pg_temp.office(o), '事業所' || o, 'HOME_CARE_SUPPORT' from generate_series(0, "
                + (offices - 1) + ") o on conflict do nothing");
        // each trait by a hash of its own, so that none follows from another
        sql.execute("create function pg_temp.one_of(i bigint, trait int, n int) returns int language sql immutable as "
                + "'select abs(hashint8(i * 100 + trait) % n)'");
        List.of("""
                insert into casefile.resident (city_number, name, kana, birth_date, sex, address, area)
                select 'BENCH' || i,
                       (array['高','山','田','中','村','林','川','藤','木','佐','井','上'])[1 + pg_temp.one_of(i, 1, 12)]
                           || (array['山','田','村','川','藤','木','島','野','井','原','本','口'])[1 + pg_temp.one_of(i, 2, 12)]
                           || ' ' || chr(19968 + pg_temp.one_of(i, 3, 8000)) || chr(19968 + pg_temp.one_of(i, 4, 8000)),
                       (array['タカ','ヤマ','タ','ナカ','ムラ','ハヤシ','カワ','フジ','キ','サ','イ','ウエ'])[1 + pg_temp.one_of(i, 1, 12)]
                           || (array['ヤマ','タ','ムラ','カワ','フジ','キ','シマ','ノ','イ','ハラ','モト','グチ'])[1 + pg_temp.one_of(i, 2, 12)]
                           || ' ' || chr(12450 + pg_temp.one_of(i, 5, 83)) || chr(12450 + pg_temp.one_of(i, 6, 83)) || chr(12450 + pg_temp.one_of(i, 7, 83)),
                       date '1930-01-01' + pg_temp.one_of(i, 8, 9000), '女', '青葉町1-1', '第' || pg_temp.one_of(i, 9, 60) || '町'
                from generate_series(1, :cases) i
                """, """
                insert into casefile.casefile (number, resident_id, office, priority, state, opened_at)
                select '2026-' || lpad(n::text, 7, '0') || '-0', id, pg_temp.office(pg_temp.one_of(n, 10, :offices)), 1 + pg_temp.one_of(n, 11, 9),
                       case when n <= :open then 'OPEN' else 'IN_FORCE' end, now() - interval '90 days'
                from (select id, row_number() over (order by id) n from casefile.resident where city_number like 'BENCH%') r
                """, """
                insert into inbox.work_item (task_id, case_id, case_number, resident_name, resident_kana, area, step, party, office, assignee, priority,
                                             created_at, due_at, waiting_since, returned)
                select 'bench-' || id, id, number, name, kana, area, step, party, office,
                       case when pg_temp.one_of(id, 12, 5) < 3
                            then case party when 'CITY' then 'review' || 1 + pg_temp.one_of(id, 13, 40) else lower(office) || 1 + pg_temp.one_of(id, 13, 5) end end,
                       priority, now() - pg_temp.one_of(id, 14, 40) * interval '1 day',
                       current_date + interval '17 hours' + (pg_temp.one_of(id, 15, 40) - 4) * interval '1 day',
                       now() - pg_temp.one_of(id, 14, 40) * interval '1 day', step = 'REVISE_PLAN'
                from (select *, case step when 'REVIEW_PLAN' then 'CITY' else 'OFFICE' end as party
                      from (select c.id, c.number, c.office, c.priority, r.name, r.kana, r.area,
                                   (array['OBTAIN_CREATION_CONSENT', 'INTERVIEW_RESIDENT', 'INTERVIEW_RESIDENT', 'INTERVIEW_RESIDENT', 'REVIEW_PLAN',
                                          'REVIEW_PLAN', 'REVISE_PLAN', 'SIGN_PLAN', 'OBTAIN_SHARING_CONSENT'])[1 + pg_temp.one_of(c.id, 16, 9)] as step
                            from casefile.casefile c join casefile.resident r on r.id = c.resident_id
                            where c.state = 'OPEN' and r.city_number like 'BENCH%') c) open
                """).forEach(s -> sql.execute(s.replace(":cases", cases + "").replace(":open", openSteps + "").replace(":offices", offices + "")));
        sql.execute("vacuum analyze");
        settle(sql);
    }

    /** As the database stands after its own housekeeping: whatever looks at it while it cleans up keeps rows from being known as settled. */
    private static void settle(JdbcTemplate sql) {
        String settled = "select relallvisible >= relpages from pg_class where oid = 'inbox.work_item'::regclass";
        for (int tries = 0; tries < 60 && !Boolean.TRUE.equals(sql.queryForObject(settled, Boolean.class)); tries++) {
            sql.execute("select pg_sleep(1)");
            sql.execute("vacuum inbox.work_item");
        }
    }
}
