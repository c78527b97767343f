-- What background work could not do for one person or case, until a later try succeeds. Ids, numbers of cases and kinds of failures only.
create table casefile.left_aside (
    work        text        not null,
    item        text        not null,
    case_number text        not null,
    why         text        not null,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    tries       int         not null default 1,
    primary key (work, item)
);
create index left_aside_newest on casefile.left_aside (last_at desc);

-- How far the ranking of everybody is: who cannot be ranked must not come first again for ever.
alter table roster.ranking add column after_id bigint not null default 0;

-- Plans of a batch that could not be printed, as [{"case": "2026-00012-3", "why": "plan-not-begun"}].
alter table signing.print_batch add column refused jsonb not null default '[]';
