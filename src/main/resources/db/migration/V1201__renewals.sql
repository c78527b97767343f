create schema if not exists renewal;

-- A plan in force that is looked at again. While ended_at is null the former version stays in force; several reasons make one renewal.
create table renewal.renewal (
    id             bigint       generated always as identity primary key,
    case_id        bigint       not null references casefile.casefile (id),
    former_version integer      not null,
    proposed_at    timestamptz  not null,
    decision       text         check (decision in ('UNCHANGED', 'SMALL', 'FULL')),
    sections       text[]       not null default '{}',
    decided_at     timestamptz,
    decided_by     varchar(200),
    decided_name   varchar(200),
    outcome        text         check (outcome in ('UNCHANGED', 'REPLACED', 'STOPPED')),
    new_version    integer,
    ended_at       timestamptz,
    check ((decision is null) = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    check ((outcome is null) = (ended_at is null)),
    check ((outcome is not distinct from 'REPLACED') = (new_version is not null)),
    check (decision is not distinct from 'SMALL' or cardinality(sections) = 0)
);
create unique index renewal_one_open on renewal.renewal (case_id) where ended_at is null;
create index renewal_of_case on renewal.renewal (case_id, id);

-- Why. reason_key tells the same reason again: nobody is asked twice for one.
create table renewal.reason (
    id         bigint       generated always as identity primary key,
    renewal_id bigint       not null references renewal.renewal (id),
    case_id    bigint       not null references casefile.casefile (id),
    kind       text         not null,
    reason_key varchar(120) not null,
    on_day     date         not null,
    by_id      varchar(200) not null,
    by_name    varchar(200) not null,
    at         timestamptz  not null,
    unique (case_id, kind, reason_key)
);
create index reason_of_renewal on renewal.reason (renewal_id);
select evidence.keep('renewal.reason', 'at');

-- Who was asked, how and when, for a renewal without a change. Without this row there is none.
create table renewal.asked (
    id         bigint       generated always as identity primary key,
    renewal_id bigint       not null unique references renewal.renewal (id),
    case_id    bigint       not null references casefile.casefile (id),
    who        text         not null check (who in ('SELF', 'FAMILY', 'REPRESENTATIVE')),
    name       varchar(120) not null,
    how        text         not null check (how in ('VISIT', 'TELEPHONE', 'OFFICE', 'ONLINE', 'LETTER')),
    asked_on   date         not null,
    by_id      varchar(200) not null,
    by_name    varchar(200) not null,
    at         timestamptz  not null,
    check (who = 'SELF' or name <> '')
);
select evidence.keep('renewal.asked', 'at');

create function renewal.unchanged_means_asked() returns trigger language plpgsql as $$
begin
    if new.outcome = 'UNCHANGED' and not exists (select 1 from renewal.asked a where a.renewal_id = new.id) then
        raise exception 'nobody was asked for renewal %', new.id;
    end if;
    return new;
end $$;
create trigger renewal_unchanged_means_asked before insert or update on renewal.renewal
    for each row execute function renewal.unchanged_means_asked();

-- One look of a night over all plans in force. last_case is how far it came: another node goes on from there.
create table renewal.night (
    day       date         primary key,
    begun_at  timestamptz  not null,
    alive_at  timestamptz  not null,
    worker    varchar(60)  not null,
    last_case bigint       not null default 0,
    looked    integer      not null default 0,
    proposed  integer      not null default 0,
    added     integer      not null default 0,
    waiting   integer      not null default 0,
    failed    integer      not null default 0,
    ended_at  timestamptz
);

create table renewal.night_reason (
    day  date    not null references renewal.night (day),
    kind text    not null,
    n    integer not null,
    primary key (day, kind)
);
