create schema evidence;

-- Tables whose lines are evidence: written once, read, never changed. Each has a bigint column "id" and a column that says when.
create table evidence.source (
    code    smallint generated always as identity primary key,
    name    text        not null unique,
    said_at text        not null,
    -- When and after which line the chain began to keep it: older lines stand in its first day.
    began   timestamptz not null default now(),
    begins  bigint      not null,
    -- New lines are looked for after this one. Ids are given before their transactions end, so it stays an hour behind.
    mark    bigint      not null default 0
);

-- The columns that a line's hash is over, in this order. A column that is added later makes the next form: old lines stay provable.
create table evidence.form (
    source  smallint not null references evidence.source,
    form    smallint not null,
    columns text[]   not null,
    primary key (source, form)
);

-- Lines of one table that were new when the chain was last carried on, a link of their day's chain:
-- chained = sha256(chained of the link before || day, number and count || hashes of its lines in their order).
create table evidence.link (
    day     date        not null,
    no      int         not null,
    source  smallint    not null references evidence.source,
    lines   int         not null,
    last_id bigint      not null,
    chained bytea       not null,
    made    timestamptz not null,
    primary key (day, no)
);

-- hash = sha256(salt || table and columns as text). Where the content was erased the salt is gone too, or the content could be found again by
-- trying; the hash, the time and the rule stay.
create table evidence.line (
    day    date     not null,
    no     int      not null,
    seq    int      not null,
    source smallint not null references evidence.source,
    row_id bigint   not null,
    form   smallint not null,
    salt   bytea,
    hash   bytea    not null,
    erased timestamptz,
    rule   text,
    primary key (day, no, seq)
);
create unique index line_of_row on evidence.line (source, row_id) where erased is null;

-- Rows of which a part was erased: what remains becomes a line anew.
create table evidence.again (
    source smallint not null,
    row_id bigint   not null,
    primary key (source, row_id)
);

-- The end of a day's chain, sealed with the city's key; a copy is kept apart as a file.
create table evidence.head (
    day         date        primary key,
    links       int         not null,
    chained     bytea       not null,
    signature   bytea       not null,
    certificate bytea       not null,
    made        timestamptz not null
);

-- What a line's hash is over. PostgreSQL's own text of the row: null and the empty text differ in it, no value can pass for two.
create function evidence.content(source_name text, columns text[]) returns text language sql immutable as $$
    select format('convert_to(%L || row(%s)::text, ''UTF8'')', source_name || ' ', (select string_agg('t.' || quote_ident(c), ', ' order by n)
        from unnest(columns) with ordinality x (c, n)))
$$;

-- The form of a table as it is now; a new one where a column came or went.
create function evidence.form_now(of_source smallint) returns smallint language plpgsql as $$
declare
    now_has text[];
    newest evidence.form;
begin
    select array_agg(a.attname::text order by a.attname) into now_has from pg_attribute a join evidence.source s on s.code = of_source
        where a.attrelid = s.name::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
    select * into newest from evidence.form f where f.source = of_source order by f.form desc limit 1;
    if newest.columns is distinct from now_has then
        insert into evidence.form values (of_source, coalesce(newest.form, 0) + 1, now_has) returning * into newest;
    end if;
    return newest.form;
end $$;

-- What was erased leaves its hash; what remains of the row is to become a line again.
create function evidence.bury(of_source text, of_row bigint, remains boolean) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    source_code smallint := (select code from evidence.source where name = of_source);
begin
    update evidence.line set salt = null, erased = now(), rule = coalesce(nullif(current_setting('michishirube.erasing_rule', true), ''), 'announced')
        where source = source_code and row_id = of_row and erased is null;
    if remains then
        insert into evidence.again values (source_code, of_row) on conflict do nothing;
    end if;
end $$;

-- Nobody changes evidence but an announced erasing by the role michishirube_eraser. (Where one role owns everything, its announcement is all
-- there is: see "Two roles" in docs/operations.md.)
create function evidence.stays() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('michishirube.erasing', true), '') <> 'on' or current_user <> 'michishirube_eraser'
        and current_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
        raise exception '%.% is evidence: written once, never changed', tg_table_schema, tg_table_name;
    end if;
    perform evidence.bury(tg_table_schema || '.' || tg_table_name, old.id, tg_op = 'UPDATE');
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;

-- Makes a table evidence: to be called by the migration that creates it.
create function evidence.keep(of_table text, said_at text) returns void language plpgsql as $$
declare
    first bigint;
begin
    execute format('select coalesce(max(id), 0) from %s', of_table) into first;
    insert into evidence.source (name, said_at, begins) values (of_table, said_at, first);
    execute format('create trigger zz_evidence before update or delete on %s for each row execute function evidence.stays()', of_table);
end $$;

-- Carries the chain on: takes up to 10,000 new lines of each table. Answers how many it took; to be called until that is none.
-- everything: look at all lines, also at ids before the mark whose transactions ended late.
create function evidence.carry_on(everything boolean) returns int language plpgsql security definer
    set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' set extra_float_digits = 1 as $$
declare
    s evidence.source;
    before bytea;
    today date := (now() at time zone 'Asia/Tokyo')::date;
    next int;
    shape smallint;
    took int;
    total int := 0;
begin
    perform pg_advisory_xact_lock(hashtext('evidence.carry_on'));
    select greatest(today, max(day)) into today from evidence.link;
    for s in select * from evidence.source order by code loop
        select chained into before from evidence.link order by day desc, no desc limit 1;
        select coalesce(max(no), 0) + 1 into next from evidence.link where day = today;
        shape := evidence.form_now(s.code);
        execute format($sql$
            insert into evidence.line (day, no, seq, source, row_id, form, salt, hash)
            select $1, $2, row_number() over (order by t.id), $3, t.id, $4, t.evidence_salt, sha256(t.evidence_salt || %s)
            from (select x.*, uuid_send(gen_random_uuid()) as evidence_salt from %s x
                  where (x.id > $5 or x.id in (select row_id from evidence.again where source = $3))
                    and not exists (select from evidence.line l where l.source = $3 and l.row_id = x.id and l.erased is null)
                  order by x.id limit 10000) t
            $sql$, evidence.content(s.name, (select f.columns from evidence.form f where f.source = s.code and f.form = shape)), s.name)
            using today, next, s.code, shape, case when everything then -1 else s.mark end;
        get diagnostics took = row_count;
        if took > 0 then
            insert into evidence.link select today, next, s.code, took, max(row_id),
                sha256(coalesce(before, '') || convert_to(today || ' ' || next || ' ' || took, 'UTF8') || string_agg(hash, '' order by seq)), clock_timestamp()
                from evidence.line where day = today and no = next;
            delete from evidence.again a using evidence.line l
                where l.day = today and l.no = next and a.source = s.code and a.row_id = l.row_id;
        end if;
        update evidence.source set mark = greatest(mark, (select max(last_id) from evidence.link l where l.source = s.code
            and l.made between now() - interval '26 hours' and now() - interval '1 hour')) where code = s.code;
        total := total + took;
    end loop;
    return total;
end $$;

-- What is wrong with a day: an empty answer means that nothing is. row_id is 0 where the fault is not one line's.
create function evidence.faults(of_day date) returns table (no int, seq int, source text, row_id bigint, fault text) language plpgsql security definer
    set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' set extra_float_digits = 1 as $$
#variable_conflict use_column
declare
    f record;
begin
    for f in select distinct s.code, s.name, s.said_at, s.began, s.begins, l.form, o.columns from evidence.line l join evidence.source s on s.code = l.source
        join evidence.form o on o.source = l.source and o.form = l.form where l.day = of_day
    loop
        return query execute format($sql$
            select * from (select l.no, l.seq, %L::text, l.row_id, case when l.erased is not null then null
                when t.id is null then 'REMOVED'
                when l.salt is null or sha256(l.salt || %s) <> l.hash then 'ALTERED'
                when t.%I < l.day - interval '2 days' and not (l.row_id <= $4 and l.day <= $5::date + 1)
                    and not exists (select from evidence.line e where e.source = l.source and e.row_id = l.row_id and e.erased is not null) then 'DATED_BACK'
                end as fault
            from evidence.line l left join %s t on t.id = l.row_id where l.day = $1 and l.source = $2 and l.form = $3) x where x.fault is not null
            $sql$, f.name, evidence.content(f.name, f.columns), f.said_at, f.name) using of_day, f.code, f.form, f.begins, f.began;
    end loop;

    -- the chain itself: each link from the one before, no number missing
    return query
        with whole as (
            select k.day, k.no, k.source, k.lines, k.chained, lag(k.chained) over (order by k.day, k.no) as before,
                lag(k.no) over (partition by k.day order by k.no) as no_before
            from evidence.link k where k.day = of_day or (k.day, k.no) = (
                select b.day, b.no from evidence.link b where b.day < of_day order by b.day desc, b.no desc limit 1)),
        lined as (
            select w.no, w.source, w.lines, w.no_before, count(l.seq) as found, max(l.seq) as highest,
                w.chained = sha256(coalesce(w.before, '') || convert_to(w.day || ' ' || w.no || ' ' || w.lines, 'UTF8')
                    || coalesce(string_agg(l.hash, '' order by l.seq), '')) as holds
            from whole w left join evidence.line l on l.day = w.day and l.no = w.no
            where w.day = of_day group by w.day, w.no, w.source, w.lines, w.chained, w.before, w.no_before)
        select d.no - 1, null::int, null::text, 0::bigint, 'LINK_MISSING' from lined d where d.no <> coalesce(d.no_before, 0) + 1
        union all
        select d.no, null, s.name, 0, 'LINK_BROKEN' from lined d join evidence.source s on s.code = d.source
            where not d.holds and d.found = d.lines
        union all
        select d.no, g.seq, s.name, 0, 'LINE_MISSING' from lined d join evidence.source s on s.code = d.source
            cross join generate_series(1, d.lines) g (seq)
            where not exists (select from evidence.line l where l.day = of_day and l.no = d.no and l.seq = g.seq)
        union all
        select d.no, d.highest, s.name, 0, 'LINE_ADDED' from lined d join evidence.source s on s.code = d.source where d.found > d.lines
        union all
        select l.no, l.seq, s.name, l.row_id, 'LINE_WITHOUT_LINK' from evidence.line l join evidence.source s on s.code = l.source
            where l.day = of_day and not exists (select from evidence.link k where k.day = l.day and k.no = l.no);
end $$;

-- Lines that came past the chain: no link took them although their neighbours are long in it.
create function evidence.outside() returns table (source text, row_id bigint) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    s evidence.source;
begin
    for s in select * from evidence.source loop
        return query execute format('select %L::text, t.id from %s t where t.id <= $1 and not exists'
            || ' (select from evidence.line l where l.source = $2 and l.row_id = t.id and l.erased is null)'
            || ' and not exists (select from evidence.again a where a.source = $2 and a.row_id = t.id)', s.name, s.name) using s.mark, s.code;
    end loop;
end $$;
