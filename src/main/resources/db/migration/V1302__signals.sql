-- The word of another system that something has happened (発災通知フラグ), once by the sender's own id. words name nobody.
create table safety.signal (
    id          bigint generated always as identity primary key,
    sender      varchar(200) not null,
    sender_id   varchar(64)  not null,
    received_at timestamptz  not null,
    mode        text         not null check (mode in ('REAL', 'DRILL', 'TEST')),
    hazard      text         not null,
    -- null where the sender knows none
    level       smallint     check (level between 2 and 5),
    -- none for the whole municipality
    areas       text[]       not null,
    at          timestamptz  not null,
    words       varchar(300) not null,
    unique (sender, sender_id)
);
select evidence.keep('safety.signal', 'received_at');

-- A proposal is made by a telegram or by such a signal. Level 0: none was told.
alter table safety.proposal_signal alter column telegram_id drop not null;
alter table safety.proposal_signal add column signal_id bigint references safety.signal (id);
alter table safety.proposal_signal add check ((telegram_id is null) <> (signal_id is null));
alter table safety.proposal_signal add unique (proposal_id, signal_id);
