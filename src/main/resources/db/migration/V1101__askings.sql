-- What is promised, as somebody was shown it: a text once here never changes, a correction is a new version.
create table sharing.promise (
    version  int         not null,
    language text        not null,
    sha256   char(64)    not null,
    source   text        not null,
    primary key (version, language)
);

-- One volunteer asked to help one resident. The answer itself stands with the consents; here stands how it came.
create table sharing.asking (
    id              bigint      generated always as identity primary key,
    resident_id     bigint      not null references casefile.resident (id),
    case_id         bigint      not null references casefile.casefile (id),
    volunteer_id    bigint      not null references sharing.volunteer (id),
    -- as whom a plan may name them: what was agreed to goes by this, whatever they change in the pool later
    supporter_key   text        not null,
    name            text        not null,
    phone           text        not null,
    address         text        not null,
    party           text        not null,
    -- what they were told before they agreed
    area            text        not null,
    kinds           text[]      not null check (cardinality(kinds) > 0),
    promise_version int         not null,
    way             text        not null,
    pass_id         bigint      references sharing.pass (id),
    -- whose place they take; null for nobody's
    replaces        text,
    state           text        not null check (state in ('ASKED', 'ASKED_BACK', 'AGREED', 'DECLINED', 'EXPIRED', 'STOPPED', 'ENDED')),
    asked_at        timestamptz not null,
    ends_at         timestamptz not null,
    -- the agreement was carried into a draft of the plan
    in_plan_at      timestamptz
);
create unique index asking_once on sharing.asking (resident_id, volunteer_id) where state in ('ASKED', 'ASKED_BACK', 'AGREED');
create index asking_of_case on sharing.asking (case_id);
create index asking_of_volunteer on sharing.asking (volunteer_id);
create index asking_due on sharing.asking (ends_at) where state in ('ASKED', 'ASKED_BACK');

-- Each step of it, appended. Who heard an answer that was given by word is the one who wrote the line.
create table sharing.asking_event (
    id         bigint       generated always as identity primary key,
    asking_id  bigint       not null references sharing.asking (id),
    at         timestamptz  not null,
    what       text         not null check (what in ('ASKED', 'ASKED_BACK', 'ANSWERED_BACK', 'AGREED', 'DECLINED', 'EXPIRED', 'STOPPED', 'ENDED', 'IN_PLAN')),
    reason     text,
    words      varchar(500),
    how        text,
    by_id      varchar(200) not null,
    by_name    varchar(200) not null
);
create index asking_event_of on sharing.asking_event (asking_id, id);
select evidence.keep('sharing.asking_event', 'at');

-- A reminder waits until its day, with the same link; whoever answers first is not reminded.
alter table sharing.message add column not_before timestamptz;

-- One who was found in the pool has one page for all whom they help.
alter table sharing.supporter_contact add column volunteer_id bigint references sharing.volunteer (id);
create index supporter_contact_of_volunteer on sharing.supporter_contact (volunteer_id) where volunteer_id is not null;
