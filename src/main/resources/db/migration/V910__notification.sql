create schema if not exists notification;

create table notification.notice (
    id          bigint generated always as identity primary key,
    person_id   varchar(100) not null,
    kind        varchar(30)  not null,
    case_number varchar(20),
    made_at     timestamptz  not null,
    read_at     timestamptz,
    -- null for kinds that may come again; else the same thing is told once
    once_key    varchar(200),
    unique (person_id, once_key)
);
create index on notification.notice (person_id, id desc);
create index on notification.notice (person_id) where read_at is null;

-- Mails wait here until after the commit of the act that caused them; the key keeps the same mail from going out twice.
create table notification.mail (
    id         bigint generated always as identity primary key,
    mail_key   varchar(200) not null unique,
    person_id  varchar(100) not null,
    template   varchar(40)  not null,
    args       text         not null default '',
    made_at    timestamptz  not null,
    next_try   timestamptz  not null,
    attempts   int          not null default 0,
    sent_at    timestamptz,
    given_up   boolean      not null default false,
    last_error varchar(200)
);
create index on notification.mail (next_try) where sent_at is null and not given_up;

create table notification.preference (
    person_id varchar(100) not null,
    kind      varchar(30)  not null,
    mail      varchar(10)  not null check (mail in ('AT_ONCE', 'DAILY', 'NEVER')),
    primary key (person_id, kind)
);
