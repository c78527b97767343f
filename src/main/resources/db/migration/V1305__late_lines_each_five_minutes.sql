-- When the ids that are in the chain's past were last looked through for lines whose transactions ended late: with each minute's
-- new lines that costs more than to hash them.
alter table evidence.source add column looked timestamptz;

-- As in V954, but for late lines every five minutes and at the day's end.
create or replace function evidence.carry_on(everything boolean) returns int language plpgsql security definer
    set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' set extra_float_digits = 1 as $$
declare
    s evidence.source;
    before bytea;
    today date := (now() at time zone 'Asia/Tokyo')::date;
    next int;
    shape smallint;
    took int;
    highest bigint;
    past boolean;
    total int := 0;
begin
    perform pg_advisory_xact_lock(hashtext('evidence.carry_on'));
    select greatest(today, max(day)) into today from evidence.link;
    for s in select * from evidence.source order by code loop
        select chained into before from evidence.link order by day desc, no desc limit 1;
        select coalesce(max(no), 0) + 1 into next from evidence.link where day = today;
        shape := evidence.form_now(s.code);
        select coalesce(max(row_id), 0) into highest from evidence.line where source = s.code and erased is null;
        past := everything or coalesce(s.looked < now() - interval '5 minutes', true);
        execute format($sql$
            insert into evidence.line (day, no, seq, source, row_id, form, salt, hash)
            select $1, $2, row_number() over (order by t.id), $3, t.id, $4, t.evidence_salt, sha256(t.evidence_salt || %s)
            from (select x.*, uuid_send(gen_random_uuid()) as evidence_salt from (
                    (select * from %s where id > $6 order by id limit 10000)
                    union all
                    (select y.* from %s y where $7 and y.id > $5 and y.id <= $6
                        and not exists (select from evidence.line l where l.source = $3 and l.row_id = y.id and l.erased is null)
                        order by y.id limit 10000)
                    union all
                    (select y.* from evidence.again a join %s y on y.id = a.row_id where a.source = $3 and y.id <= case when $7 then $5 else $6 end
                        and not exists (select from evidence.line l where l.source = $3 and l.row_id = y.id and l.erased is null)
                        order by y.id limit 10000)) x limit 10000) t
            $sql$, evidence.content(s.name, (select f.columns from evidence.form f where f.source = s.code and f.form = shape)), s.name, s.name, s.name)
            using today, next, s.code, shape, case when everything then -1 else s.mark end, highest, past;
        get diagnostics took = row_count;
        if took > 0 then
            insert into evidence.link select today, next, s.code, took, max(row_id),
                sha256(coalesce(before, '') || convert_to(today || ' ' || next || ' ' || took, 'UTF8') || string_agg(hash, '' order by seq)), clock_timestamp()
                from evidence.line where day = today and no = next;
            delete from evidence.again a using evidence.line l
                where l.day = today and l.no = next and a.source = s.code and a.row_id = l.row_id;
        end if;
        update evidence.source set looked = case when past and took < 10000 then now() else looked end,
            mark = greatest(mark, (select max(last_id) from evidence.link l where l.source = s.code
            and l.day >= today - 2 and l.made between now() - interval '26 hours' and now() - interval '1 hour')) where code = s.code;
        total := total + took;
    end loop;
    return total;
end $$;
