-- What process admins did to the engine, and what the nightly look at it found.
create schema if not exists workflow;

create table workflow.admin_act (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    person_id text        not null,
    name      text        not null,
    act       text        not null,
    target    text        not null,
    case_id   bigint      references casefile.casefile,
    done      boolean     not null default false
);

create table workflow.finding (
    kind        text not null,
    case_number text not null default '',
    process_id  text not null default '',
    found_at    timestamptz not null,
    primary key (kind, case_number, process_id)
);

-- When the engine was last looked at; one row.
create table workflow.look (
    one  boolean     primary key default true check (one),
    at   timestamptz not null
);
