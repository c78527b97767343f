create schema if not exists roster;

-- Which column of a vendor's file is which of ours, agreed on once per source.
create table roster.source (
    id       bigint generated always as identity primary key,
    kind     text not null,
    name     text not null,
    mapping  jsonb not null,
    header   jsonb not null,
    saved_at timestamptz not null,
    saved_by text not null,
    unique (kind, name)
);

create table roster.intake (
    id            bigint generated always as identity primary key,
    kind          text not null check (kind in ('RESIDENTS', 'ASSIGNMENT', 'OFFICES')),
    state         text not null check (state in ('MAPPING', 'CHECKING', 'READY', 'RUNNING', 'DONE', 'CANCELLED')),
    full_list     boolean not null,
    source        text not null default '',
    file_name     text not null,
    file_format   text not null default '',
    file_encoding text not null default '',
    sha256        text not null,
    header        jsonb,
    header_line   bigint,
    mapping       jsonb,
    total         bigint not null default 0,
    checked       bigint not null default 0,
    checked_line  bigint not null default 0,
    to_apply      bigint not null default 0,
    applied       bigint not null default 0,
    counts        jsonb not null default '{}',
    apply_gone    boolean not null default false,
    received_at   timestamptz not null,
    received_by   text not null,
    received_name text not null,
    checked_at    timestamptz,
    confirmed_at  timestamptz,
    confirmed_by  text,
    confirmed_name text,
    finished_at   timestamptz,
    stumbled      int not null default 0,
    lease_by      text,
    lease_until   timestamptz,
    package_id    text
);
-- two confirmed files never run side by side: the second would act on a preview that the first makes untrue
create unique index one_intake_runs on roster.intake ((state)) where state = 'RUNNING';
create index intake_waiting on roster.intake (id) where state in ('CHECKING', 'RUNNING');

-- The file as it came, until the intake has ended.
create table roster.raw_row (
    intake bigint not null references roster.intake on delete cascade,
    line   bigint not null,
    cells  text not null,
    damage text,
    primary key (intake, line)
);

-- Rows understood. A person missing from a full list stands here too, under a negative line.
create table roster.intake_row (
    intake      bigint not null references roster.intake on delete cascade,
    line        bigint not null,
    verdict     text,
    city_number text,
    person_key  text,
    place_key   text,
    data        jsonb not null,
    problems    jsonb,
    notes       jsonb,
    priority    int not null default 9,
    eligible    boolean not null default true,
    reasons     jsonb,
    entry       bigint,
    other_line  bigint,
    before      jsonb,
    decision    text check (decision in ('SAME', 'OTHER')),
    done        boolean not null default false,
    primary key (intake, line)
);
create index intake_row_number on roster.intake_row (intake, city_number) where city_number is not null;
create index intake_row_place on roster.intake_row (intake, place_key) where place_key is not null;
create index intake_row_verdict on roster.intake_row (intake, verdict, line);
create index intake_row_open on roster.intake_row (intake, priority, line) where not done;

-- 名簿: who is listed, as the newest file said.
create table roster.entry (
    id          bigint generated always as identity primary key,
    city_number text not null unique,
    person_key  text not null,
    place_key   text not null,
    data        jsonb not null,
    name        text generated always as (data ->> 'name') stored,
    kana        text generated always as (data ->> 'kana') stored,
    area        text generated always as (data ->> 'area') stored,
    status      text not null default 'LISTED' check (status in ('LISTED', 'LEFT')),
    left_reason text,
    priority    int not null default 9,
    eligible    boolean not null default true,
    reasons     jsonb,
    case_id     bigint,
    last_intake bigint,
    changed_at  timestamptz not null
);
create index entry_person on roster.entry (person_key);
create index entry_place on roster.entry (place_key);
create index entry_case on roster.entry (case_id);
create index entry_order on roster.entry (status, priority, id);
create sequence roster.own_number;

-- Packages from inside the closed network: each is accepted once.
create table roster.handover (
    id          bigint generated always as identity primary key,
    package_id  text unique,
    sender      text not null,
    exported_by text not null,
    exported_at timestamptz,
    arrived_at  timestamptz not null,
    received_by text not null,
    refused     text,
    rows        bigint,
    intake      bigint
);
