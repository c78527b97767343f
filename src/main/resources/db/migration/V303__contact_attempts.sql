-- Each call, visit or letter to the resident: what "cannot be reached" rests on.
create table plan.contact_attempt (
    id      bigint generated always as identity primary key,
    case_id bigint not null references casefile.casefile (id),
    day     date   not null,
    way     text   not null check (way in ('CALL', 'VISIT', 'LETTER')),
    note    text   not null default '',
    at      timestamptz not null,
    by_id   text   not null,
    by_name text   not null
);
create index contact_attempt_case on plan.contact_attempt (case_id, day);

-- The fee category of the contract at the time, and who recorded the result, as people read them.
alter table plan.interview_result add column fee text not null default '';
alter table plan.interview_result add column by_name text not null default '';
