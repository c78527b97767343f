-- Answers to calls of the API that carry a key of their own, given again when the same call comes again.
create schema if not exists web;

create table web.kept_answer (
    caller       text        not null,
    key          text        not null,
    started_at   timestamptz not null,
    call         text,
    status       int,
    location     text,
    content_type text,
    body         bytea,
    primary key (caller, key)
);
create index on web.kept_answer (started_at);
