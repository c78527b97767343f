-- What warnings propose to the officer on duty: an event for some 町. One is open for each mode and hazard group, however many signals came; the next widen it.
create table safety.proposal (
    id           bigint generated always as identity primary key,
    mode         text         not null check (mode in ('REAL', 'DRILL', 'TEST')),
    hazard       text         not null,
    hazard_group text         not null,
    -- STARTED_BY_RULE: the municipality's table began it, nobody was asked
    state        text         not null check (state in ('OPEN', 'STARTED', 'STARTED_BY_RULE', 'PUT_ASIDE')),
    opened_at    timestamptz  not null,
    changed_at   timestamptz  not null,
    -- grows with each signal: whoever decides has seen the last
    version      int          not null default 1,
    decided_at   timestamptz,
    decided_by   varchar(200),
    decided_name varchar(200),
    reason       text,
    event_id     bigint       references safety.event (id)
);
create unique index one_open_proposal on safety.proposal (mode, hazard_group) where state = 'OPEN';

create table safety.proposal_area (
    proposal_id bigint      not null references safety.proposal (id),
    area        text        not null,
    -- the highest that was told of it
    level       smallint    not null,
    added_at    timestamptz not null,
    primary key (proposal_id, area)
);

-- Which telegrams proposed it or made it graver, in words for the log of the event.
create table safety.proposal_signal (
    id          bigint generated always as identity primary key,
    proposal_id bigint      not null references safety.proposal (id),
    telegram_id bigint      not null references safety.telegram (id),
    level       smallint    not null,
    reason      text        not null,
    at          timestamptz not null,
    unique (proposal_id, telegram_id)
);
select evidence.keep('safety.proposal_signal', 'at');

-- What was decided is added too and never changed: an officer who put a warning aside answers for it.
create table safety.proposal_decision (
    id          bigint generated always as identity primary key,
    proposal_id bigint       not null references safety.proposal (id),
    decision    text         not null check (decision in ('STARTED', 'STARTED_BY_RULE', 'PUT_ASIDE')),
    reason      text         not null,
    event_id    bigint       references safety.event (id),
    areas       text[]       not null,
    at          timestamptz  not null,
    by_id       varchar(200) not null,
    by_name     varchar(200) not null
);
select evidence.keep('safety.proposal_decision', 'at');
