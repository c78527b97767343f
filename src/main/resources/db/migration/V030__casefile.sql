create schema if not exists casefile;

create table casefile.resident (
    id          bigint generated always as identity primary key,
    city_number text unique,
    city_os_id  text,
    name        text not null,
    kana        text not null default '',
    birth_date  date,
    sex         text not null default '',
    postal_code text not null default '',
    address     text not null default '',
    phone       text not null default '',
    area        text not null default ''
);
create index resident_city_os on casefile.resident (city_os_id);

create sequence casefile.running_number;

create table casefile.casefile (
    id          bigint generated always as identity primary key,
    number      text        not null unique,
    resident_id bigint      not null references casefile.resident,
    office      text        references organization.office,
    priority    smallint    not null default 5,
    state       text        not null default 'OPEN',
    opened_at   timestamptz not null,
    ended_at    timestamptz
);
-- One person never has two running cases, whatever two imports do at once.
create unique index casefile_one_running on casefile.casefile (resident_id) where state = 'OPEN';
create index casefile_of_resident on casefile.casefile (resident_id, id desc);
create index casefile_of_office on casefile.casefile (office, id);

create table casefile.event (
    id       bigint generated always as identity primary key,
    case_id  bigint      not null references casefile.casefile,
    at       timestamptz not null,
    actor_id text        not null,
    actor    text        not null,
    kind     text        not null,
    details  jsonb       not null default '{}'
);
create index event_of_case on casefile.event (case_id, id);
