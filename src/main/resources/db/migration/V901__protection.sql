-- 支援措置: residents whose whereabouts are kept from somebody who does them violence. A row stands until a person ends it, whatever its
-- last day says: that a day has passed does not make anybody safe. Rows are ended and followed by others, never changed otherwise.
create table casefile.protection (
    id            bigint generated always as identity primary key,
    resident_id   bigint      not null references casefile.resident,
    ground        text        not null,
    until         date,
    set_by        text        not null,
    set_by_name   text        not null,
    set_at        timestamptz not null,
    ended_by      text,
    ended_by_name text,
    ended_at      timestamptz,
    end_ground    text,
    check ((ended_at is null) = (ended_by is null))
);
create unique index protection_standing on casefile.protection (resident_id) where ended_at is null;

-- The cases that lists and doors ask about. Read live: a copy of the flag would be open for as long as it lags behind.
create view casefile.guarded as
    select c.id as case_id, c.resident_id, c.office from casefile.protection p join casefile.casefile c on c.resident_id = p.resident_id
    where p.ended_at is null;
