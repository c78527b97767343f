create schema if not exists linkage;

-- How the last question to each holder ended. The facts themselves lie in the plan, with their provenance.
create table linkage.fetch (
    case_id        bigint      not null references casefile.casefile (id),
    holder         text        not null,
    status         text        not null check (status in ('FETCHED', 'NOTHING', 'FAILED', 'NOT_AGREED')),
    reason         text,                       -- why it failed, or the ground of the refusal
    facts          integer     not null default 0,
    as_of          timestamptz,
    consent_record bigint,
    tried_at       timestamptz not null,
    primary key (case_id, holder)
);
create index fetch_failed on linkage.fetch (holder, tried_at) where status = 'FAILED';

-- Notebooks read at the interview: when, by whom, how much; not the notebook itself.
create table linkage.notebook (
    id             bigint generated always as identity primary key,
    case_id        bigint      not null references casefile.casefile (id),
    format_version integer     not null,
    drugs          integer     not null,
    newest         date,
    sha256         char(64)    not null,
    read_at        timestamptz not null,
    read_by        text        not null
);
create index notebook_of_case on linkage.notebook (case_id);
