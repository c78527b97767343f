-- Each thing of the product that belongs to whoever runs this goes to the owner; what a table owns goes with it.
do $$
declare
    o record;
begin
    for o in
        select format('schema %I', nspname) as thing from pg_namespace
            where nspowner = current_user::regrole and nspname not like 'pg\_%' and nspname not in ('public', 'information_schema')
        union all
        select format('%s %I.%I', case relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end, nspname, relname)
            from pg_class c join pg_namespace n on n.oid = relnamespace
            where relowner = current_user::regrole and relkind in ('r', 'v', 'S') and nspname not like 'pg\_%' and nspname <> 'information_schema'
                and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') and relkind = 'S')
        union all
        select format('statistics %I.%I', nspname, stxname) from pg_statistic_ext s join pg_namespace n on n.oid = stxnamespace
            where stxowner = current_user::regrole
        union all
        select format('function %s', p.oid::regprocedure) from pg_proc p join pg_namespace n on n.oid = pronamespace
            where proowner = current_user::regrole and nspname not like 'pg\_%' and nspname <> 'information_schema'
    loop
        execute 'alter ' || o.thing || ' owner to michishirube_owner';
    end loop;
end $$;
