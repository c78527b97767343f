-- When the copy was printed for its recipient; one that never was cannot be asked back.
alter table sharing.delivery add column handed_at timestamptz;
-- Of earlier copies the access log knows whether one was printed for the case. Which recipient it was for it does not say: rather one
-- copy too many is looked for.
do $$
begin
    if to_regclass('privacy.access') is not null then
        update sharing.delivery d set handed_at = d.delivered_at where d.channel = 'PAPER' and d.delivered_at is not null
            and exists (select 1 from privacy.access a where a.case_id = d.case_id and a.what = 'sharing-copy');
    end if;
end $$;
