-- A file within a line (bytea) stands in the line's text by its hash. As text each byte is two characters: writing those of a sealed plan cost
-- more than all else that an act pays for the chain. Such a column is named 'sha256:<column>' in the form; lines of older forms stay provable.
create or replace function evidence.content(source_name text, columns text[]) returns text language sql immutable as $$
    select format('convert_to(%L || row(%s)::text, ''UTF8'')', source_name || ' ', (select string_agg(
            case when c like 'sha256:%' then 'sha256(t.' || quote_ident(substr(c, 8)) || ')' else 't.' || quote_ident(c) end, ', ' order by n)
        from unnest(columns) with ordinality x (c, n)))
$$;

create or replace function evidence.form_now(of_source smallint) returns smallint language plpgsql as $$
declare
    now_has text[];
    newest evidence.form;
begin
    select array_agg(case a.atttypid when 'bytea'::regtype then 'sha256:' else '' end || a.attname order by a.attname) into now_has
        from pg_attribute a join evidence.source s on s.code = of_source
        where a.attrelid = s.name::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
    select * into newest from evidence.form f where f.source = of_source order by f.form desc limit 1;
    if newest.columns is distinct from now_has then
        insert into evidence.form values (of_source, coalesce(newest.form, 0) + 1, now_has) returning * into newest;
    end if;
    return newest.form;
end $$;
