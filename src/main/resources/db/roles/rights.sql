-- What the role that runs may do, given anew at each start: everything with the rows of all tables, but with evidence only what evidence
-- is for. The eraser may change evidence too; the triggers ask whether it was announced.
do $$
declare
    running text := current_setting('michishirube.running');
    s record;
    upkeep text := case when current_setting('server_version_num')::int >= 170000 then ', maintain' else '' end;
begin
    for s in select nspname as name from pg_namespace where nspname not like 'pg\_%' and nspname <> 'information_schema' loop
        execute format('grant usage on schema %I to %I, michishirube_eraser', s.name, running);
        execute format('grant select, insert, update, delete%s on all tables in schema %I to %I, michishirube_eraser', upkeep, s.name, running);
        execute format('grant usage on all sequences in schema %I to %I, michishirube_eraser', s.name, running);
    end loop;
    for s in select name from evidence.source loop
        execute format('revoke update, delete on %s from %I', s.name, running);
    end loop;
    for s in select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and (n.nspname = 'evidence' and relname not in ('head', 'kept_apart') or relname = 'flyway_schema_history') loop
        execute format('revoke insert, update, delete on %s from %I, michishirube_eraser', s.name, running);
    end loop;
    execute format('revoke update, delete on evidence.head, evidence.kept_apart from %I, michishirube_eraser', running);
    revoke execute on function evidence.bury(text, bigint, boolean) from public;
    grant execute on function evidence.bury(text, bigint, boolean) to michishirube_eraser;
end $$;
