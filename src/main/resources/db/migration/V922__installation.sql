-- What this database is: a demonstration or real, of which municipality, and in which place it was last known to be. One row.
create schema if not exists installation;

create table installation.mark (
    one           boolean primary key default true check (one),
    kind          text    not null check (kind in ('DEMO', 'REAL')),
    municipality  text    not null,
    place         text    not null,
    seen_place    text    not null,
    held          boolean not null default false,
    confirmed_by  text,
    confirmed_at  timestamptz
);
