create schema if not exists safety;

-- 安否確認: one run of asking after people. A drill and a test never meet a real one: every guard and every list is by mode.
create table safety.event (
    id           bigint generated always as identity primary key,
    mode         text        not null check (mode in ('REAL', 'DRILL', 'TEST')),
    hazard       text        not null,
    hazard_group text        not null,
    ground       text        not null,
    started_at   timestamptz not null,
    started_by   text        not null,
    started_name text        not null,
    -- it ends by itself then: nobody's link stays open for ever
    ends_at      timestamptz not null,
    reminders    int         not null default 0,
    ended_at     timestamptz,
    ended_by     text,
    ended_name   text,
    -- the start was a mistake: those who were asked are told so
    corrected    boolean     not null default false
);

create table safety.event_area (
    event_id     bigint      not null references safety.event (id),
    mode         text        not null,
    hazard_group text        not null,
    area         text        not null,
    open         boolean     not null default true,
    added_at     timestamptz not null,
    added_by     text        not null,
    added_name   text        not null,
    primary key (event_id, area)
);
-- Started twice, by two officers at once too, is widened once.
create unique index one_open_event on safety.event_area (mode, hazard_group, area) where open;

-- Who is asked. Numbers stand on the board and on paper alike. person: the city's number; of somebody without one '#' and our own.
-- What the answers say now is kept here in the transaction of each answer: replaying them gives the same.
create table safety.asked (
    id          bigint generated always as identity primary key,
    event_id    bigint      not null references safety.event (id),
    number      int         not null,
    ring        smallint    not null check (ring in (1, 2)),
    resident_id bigint      references casefile.resident (id),
    person      text        not null,
    area        text        not null,
    way         text        not null check (way in ('MAIL', 'PAPER', 'NONE')),
    passes      bigint[]    not null default '{}',
    asked_at    timestamptz not null,
    said        text,
    said_at     timestamptz,
    said_by     text,
    on_site     boolean     not null default false,
    disputed    boolean     not null default false,
    unique (event_id, person),
    unique (event_id, number)
);
create index asked_of_area on safety.asked (event_id, area, number);
create index asked_of_resident on safety.asked (resident_id);

-- Answers are added and never changed. The sender's own id makes an answer sent twice one.
create table safety.answer (
    id          bigint generated always as identity primary key,
    event_id    bigint      not null references safety.event (id),
    asked_id    bigint      not null references safety.asked (id),
    sender      text        not null,
    sender_id   text        not null,
    said        text        not null check (said in ('SAFE', 'NEEDS_HELP', 'HURT', 'EVACUATED', 'DECLINED', 'NOT_MET')),
    voice       text        not null check (voice in ('SELF', 'FAMILY', 'SUPPORTER', 'ASSOCIATION', 'OFFICE', 'STAFF')),
    channel     text        not null check (channel in ('LINK', 'BOARD', 'PAPER', 'API')),
    on_site     boolean     not null,
    as_of       timestamptz not null,
    received_at timestamptz not null,
    by_id       text        not null,
    by_name     text        not null,
    unique (event_id, sender, sender_id)
);
create index answer_of_asked on safety.answer (asked_id, id);
select evidence.keep('safety.answer', 'received_at');

-- An entry that its sender takes back is struck through, not removed.
create table safety.answer_undo (
    id        bigint generated always as identity primary key,
    answer_id bigint      not null unique references safety.answer (id),
    at        timestamptz not null,
    by_id     text        not null,
    by_name   text        not null
);
select evidence.keep('safety.answer_undo', 'at');
