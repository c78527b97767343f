-- A telephone that lost its hyphens and an address that is only spelt differently are no change.
create function roster.says_the_same(known jsonb, said jsonb, same_place boolean) returns boolean language sql immutable as $$
    select not exists (
        select 1 from jsonb_each_text(said) s
        where coalesce(known ->> s.key, '') <> s.value
          and not (s.key = 'address' and same_place and s.value <> '')
          and not (s.key = 'phone' and s.value <> '' and coalesce(known ->> 'phone', '') <> ''
              and regexp_replace(known ->> 'phone', '\D', '', 'g') = regexp_replace(s.value, '\D', '', 'g')))
$$;

-- Values corrected by hand, with what the list said then.
create table roster.correction (
    id        bigint generated always as identity primary key,
    entry     bigint not null references roster.entry on delete cascade,
    key       text not null,
    value     text not null,
    listed    text not null,
    reason    text not null,
    made_at   timestamptz not null,
    made_by   text not null,
    made_name text not null,
    ended_at  timestamptz
);
create unique index one_correction_of_a_value on roster.correction (entry, key) where ended_at is null;

alter table roster.intake_row drop constraint intake_row_decision_check;
alter table roster.intake_row add constraint intake_row_decision_check check (decision in ('SAME', 'OTHER', 'TAKE', 'KEEP'));

alter table organization.office add column contract_begins date;
