-- Whoever is asked is asked by the ways that reach them, one after the other; way is the last, ways are all in the order of their first use.
alter table safety.asked drop constraint asked_way_check;
alter table safety.asked add check (way in ('LINE', 'MAIL', 'SMS', 'VOICE', 'PAPER', 'NONE'));
alter table safety.asked add column ways text[] not null default '{}';
update safety.asked set ways = array['MAIL'] where way = 'MAIL';

alter table safety.answer drop constraint answer_channel_check;
alter table safety.answer add check (channel in ('LINK', 'LINE', 'VOICE', 'BOARD', 'PAPER', 'API'));

-- What came of each call, by what the provider was told to call it.
create table safety.call (
    id          bigint generated always as identity primary key,
    asked_id    bigint      not null references safety.asked (id),
    reference   uuid        not null unique,
    result      text        not null check (result in ('KEY', 'NO_KEY', 'BUSY', 'NO_ANSWER', 'MACHINE', 'FAILED')),
    at          timestamptz not null,
    received_at timestamptz not null
);
create index call_of_asked on safety.call (asked_id, id);
select evidence.keep('safety.call', 'received_at');

-- In which language somebody reads and hears; as the roster knows them, without a name.
create table safety.language (
    person     text        primary key,
    language   text        not null,
    changed_at timestamptz not null
);

-- A button that a LINE user pressed: the ids that we gave it, until it was worked on.
alter table sharing.line_event add column data varchar(300);
-- By which a provider tells what came of a call.
create unique index message_of_call on sharing.message (retry_key) where way = 'VOICE';
