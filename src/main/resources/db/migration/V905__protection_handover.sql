-- A colleague of the city was given a step of a protected person's case, because the one who had it cannot do it. Beside the history of the
-- case, which does not tell of the protection and thus not of this reason.
create table casefile.protection_handover (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    case_id     bigint      not null references casefile.casefile,
    step        text        not null,
    from_person text,
    to_person   text        not null,
    reason      text        not null,
    by_id       text        not null,
    by_name     text        not null
);
create index protection_handover_case on casefile.protection_handover (case_id);
select evidence.keep('casefile.protection_handover', 'at');
