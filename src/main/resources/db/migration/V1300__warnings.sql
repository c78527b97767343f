-- Telegrams of the weather office as they came, each once: the present state is made anew from them. content is the whole telegram; what was read of it
-- for this municipality stands beside it.
create table safety.telegram (
    id           bigint generated always as identity primary key,
    hash         bytea       not null unique,
    source       text        not null check (source in ('FEED', 'API')),
    received_at  timestamptz not null,
    received_by  varchar(200) not null,
    mode         text        not null check (mode in ('REAL', 'DRILL', 'TEST')),
    issue        text        not null check (issue in ('ISSUED', 'CORRECTED', 'DELAYED', 'WITHDRAWN')),
    river        text        not null,
    name         text        not null,
    words        text        not null,
    headline     text        not null,
    publishers   text        not null,
    report_at    timestamptz not null,
    control_at   timestamptz not null,
    serial       int,
    -- of the river; null in a withdrawal
    level        smallint    check (level in (0, 2, 3, 4, 5)),
    usual        boolean     not null,
    prefectures  text[]      not null,
    lists_cities boolean     not null,
    -- [{"level": 4, "districts": ["…"]}] of this municipality
    reaches      jsonb       not null,
    content      bytea       not null
);
create index telegram_of_river on safety.telegram (mode, river, report_at);
select evidence.keep('safety.telegram', 'received_at');

-- What came and was not read. where_from: the address in the feed, or the client. No content: it may be anything.
create table safety.telegram_refused (
    id         bigint generated always as identity primary key,
    where_from varchar(500) not null unique,
    why        text        not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    times      int         not null default 1
);

-- What is in force of a river, made anew from its telegrams with each that comes.
create table safety.river_state (
    mode        text        not null check (mode in ('REAL', 'DRILL', 'TEST')),
    river       text        not null,
    name        text        not null,
    -- 0 for lifted; null where every issue was withdrawn
    level       smallint    check (level in (0, 2, 3, 4, 5)),
    since       timestamptz,
    telegram_id bigint      references safety.telegram (id),
    -- the newest word took an issue back: no all-clear
    withdrawn   boolean     not null,
    -- two telegrams of the same times say different things
    conflict    boolean     not null,
    concern     text        not null check (concern in ('NAMED', 'RIVER', 'UNKNOWN', 'NOT_OURS')),
    -- districts that are no 町 of ours
    unmatched   text[]      not null,
    -- {"青葉町": 4}; "" for people without a 町
    areas       jsonb       not null,
    made_at     timestamptz not null,
    primary key (mode, river)
);

-- The feed: when it was read last, and since when it does not answer.
create table safety.weather_source (
    feed          varchar(500) primary key,
    modified      text,
    tried_at      timestamptz,
    answered_at   timestamptz,
    failing_since timestamptz,
    why           text
);

-- Telegrams of the feed that need not be fetched again: read, refused, or of rivers elsewhere.
create table safety.telegram_seen (
    href    varchar(500) primary key,
    seen_at timestamptz not null
);
