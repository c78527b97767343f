create schema if not exists inbox;

-- An open step of a case as people see it: kept in the engine's own transaction, so the two never differ.
-- What lists filter and sort by is copied here: a page is one statement on one table.
create table inbox.work_item (
    task_id       text primary key,
    case_id       bigint      not null references casefile.casefile,
    case_number   text        not null,
    resident_name text        not null,
    resident_kana text        not null,
    area          text        not null,
    step          text        not null,
    party         text        not null,
    office        text,
    assignee      text,
    author        text,
    priority      smallint    not null,
    created_at    timestamptz not null,
    due_at        timestamptz not null,
    waiting_since timestamptz not null,
    returned      boolean     not null default false,
    seen_by       text
);
create unique index work_item_of_case on inbox.work_item (case_id, step);
create index work_item_assignee on inbox.work_item (assignee, due_at, task_id);
create index work_item_office on inbox.work_item (office, party, due_at, task_id);
create index work_item_party on inbox.work_item (party, due_at, task_id);

-- Steps that are over: who had them and how long; days waiting and the way through the diagram are read from here.
create table inbox.past_item (
    task_id    text primary key,
    case_id    bigint      not null references casefile.casefile,
    step       text        not null,
    party      text        not null,
    office     text,
    assignee   text,
    created_at timestamptz not null,
    ended_at   timestamptz not null,
    outcome    text
);
create index past_item_of_case on inbox.past_item (case_id, ended_at desc);

create table inbox.saved_filter (
    id     bigint generated always as identity primary key,
    person text not null,
    name   text not null,
    query  text not null,
    unique (person, name)
);
