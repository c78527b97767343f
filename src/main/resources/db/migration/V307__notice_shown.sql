-- A notice is frozen from its first showing on; until then a slip of the pen may be mended under the same version. Of the ones that
-- stand here already nobody knows whether they were shown: they count as shown.
drop trigger notice_is_frozen on consent.notice;
alter table consent.notice add column shown_at timestamptz;
update consent.notice set shown_at = now();

create function consent.keep_what_was_shown() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.shown_at is null and (old.id, old.version, old.language) = (new.id, new.version, new.language)
        and not exists (select 1 from consent.record r
                        where (r.notice_id, r.notice_version, r.notice_language) = (old.id, old.version, old.language)) then
        return new;
    end if;
    if tg_op = 'UPDATE' and old.shown_at is null and new.shown_at is not null and new.sha256 = old.sha256 and new.source = old.source then
        return new;
    end if;
    raise exception 'a notice that was shown is never changed';
end $$;
create trigger notice_is_frozen before update or delete on consent.notice
    for each row execute function consent.keep_what_was_shown();
