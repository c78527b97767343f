create schema if not exists plan;

-- Every form version some case began with. json, not jsonb: the order of the questions is part of the form.
create table plan.form (
    version text primary key,
    schema  json not null,
    kept_at timestamptz not null default now()
);

-- The plan being written: one per case. `version` counts saves; `log_floor` is the oldest version a page may still build on;
-- `linked_items` of `all_items` questions are filled by linkage and not edited since (for statistics).
create table plan.draft (
    case_id      bigint primary key references casefile.casefile (id),
    form_version text not null,
    answers      jsonb not null default '{}',
    provenance   jsonb not null default '{}',
    version      bigint not null default 0,
    log_floor    bigint not null default 0,
    linked_items integer not null default 0,
    all_items    integer not null default 0,
    saved_at     timestamptz not null,
    saved_by     text not null
);

-- What each save changed, {address: {"before": …, "after": …}}: how two writers are told apart. Cleared at submission.
create table plan.draft_save (
    case_id bigint not null references plan.draft (case_id),
    version bigint not null,
    changes jsonb not null,
    by_id   text not null,
    by_name text not null,
    at      timestamptz not null,
    primary key (case_id, version)
);

-- Facts as each holder offered them last: where holders disagree, both are shown.
create table plan.fact_offer (
    case_id           bigint not null references casefile.casefile (id),
    holder            text not null,
    state             text not null check (state in ('OFFERED', 'NOT_AGREED', 'NOT_FETCHED')),
    facts             jsonb not null default '{}',
    as_of             timestamptz,
    consent_record_id bigint,
    offered_at        timestamptz not null,
    primary key (case_id, holder)
);

create table plan.submission (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references casefile.casefile (id),
    version      integer not null,
    form_version text not null references plan.form (version),
    answers      jsonb not null,
    provenance   jsonb not null,
    findings     jsonb not null default '[]',
    comment      text not null default '',
    submitted_at timestamptz not null,
    submitted_by text not null,
    by_name      text not null,
    unique (case_id, version)
);

-- No version is ever altered. Deletion stays possible: retention and privacy need it.
create function plan.refuse_update() returns trigger language plpgsql as $$
begin
    raise exception 'a submission is never altered';
end $$;
create trigger submission_is_immutable before update on plan.submission for each row execute function plan.refuse_update();

create table plan.attachment (
    id         bigint generated always as identity primary key,
    case_id    bigint not null references casefile.casefile (id),
    name       text not null,
    media_type text not null,
    size       integer not null,
    content    bytea not null,
    added_at   timestamptz not null,
    added_by   text not null
);
create index attachment_case on plan.attachment (case_id);

-- Results of the interview that are no plan, with their reason.
create table plan.interview_result (
    id         bigint generated always as identity primary key,
    case_id    bigint not null references casefile.casefile (id),
    outcome    text not null,
    reason     text not null,
    attempts   integer,
    resume_on  date,
    note       text not null default '',
    at         timestamptz not null,
    by_id      text not null
);
create index interview_result_case on plan.interview_result (case_id);
