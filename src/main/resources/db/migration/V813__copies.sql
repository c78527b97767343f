-- A copy on paper lies ready until it is handed over; only then was something given.
alter table sharing.delivery drop constraint delivery_state_check;
alter table sharing.delivery add check (state in ('WAITING', 'NOT_ALLOWED', 'SENT', 'READY', 'DELIVERED', 'STOPPED', 'RECALLING', 'RECALLED'));

-- Each sheet that left a printer: numbered within its case, with its holder and what became of it.
create table sharing.copy (
    id          bigint      generated always as identity primary key,
    case_id     bigint      not null references casefile.casefile (id),
    no          int         not null,
    delivery_id bigint      not null references sharing.delivery (id),
    -- what its QR code leads to; null for copies from before they were numbered
    pass_id     bigint      references sharing.pass (id),
    -- what is on it: it may be handed over only while the holder may have all of that
    fields      text[]      not null,
    printed_at  timestamptz not null,
    printed_by  text        not null,
    handed_at   timestamptz,
    handed_by   text,
    handed_how  text        check (handed_how in ('IN_PERSON', 'POST')),
    ended_at    timestamptz,
    ended_by    text,
    ended_how   text        check (ended_how in ('RETURNED', 'DESTROYED', 'LOST')),
    -- when the holder last showed it, at a stock-take
    seen_at     timestamptz,
    seen_by     text,
    unique (case_id, no)
);
create index copy_of_delivery on sharing.copy (delivery_id);
create index copy_out on sharing.copy (delivery_id) where ended_at is null;

-- Copies of before: printed and handed were one act then.
insert into sharing.copy (case_id, no, delivery_id, fields, printed_at, printed_by, handed_at, handed_by, handed_how, ended_at, ended_by, ended_how)
select case_id, row_number() over (partition by case_id order by handed_at, id), id, fields, handed_at, 'michishirube', handed_at, 'michishirube', 'IN_PERSON',
    paper_back_at, case when paper_back_at is not null then 'michishirube' end, case when paper_back_at is not null then 'RETURNED' end
from sharing.delivery where channel = 'PAPER' and handed_at is not null;
update sharing.delivery set state = 'READY', delivered_at = null where channel = 'PAPER' and state = 'DELIVERED' and handed_at is null;
