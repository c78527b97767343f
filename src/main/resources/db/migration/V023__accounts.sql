-- When the provider last said that a person may come in; unknown for those who came before this was kept.
alter table organization.person add column last_seen_at timestamptz;

-- Who looked at the list of accounts, or took it away; the yearly look of the city is proven by it.
create table organization.account_review (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    person_id text        not null,
    name      text        not null,
    people    integer     not null,
    as_file   boolean     not null
);
select evidence.keep('organization.account_review', 'at');
