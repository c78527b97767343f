-- What was erased from a plan goes from what was written about it. An announced erasing may empty a text; who wrote it when stays.
create or replace function review.stays_as_written() returns trigger language plpgsql as $$
begin
    if current_setting('michishirube.erasing', true) = 'on' then
        if tg_op = 'DELETE' then
            return old;
        end if;
        return new;
    end if;
    raise exception 'review.% is append-only', tg_table_name;
end $$;
