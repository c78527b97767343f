-- Whom a printed list names, by number, and since when it names somebody who may not be shown any more: it is not handed over, or asked back.
alter table sharing.leader_paper add column shown text[], add column outdated_at timestamptz;
create index leader_paper_shown on sharing.leader_paper using gin (shown) where ended_at is null;
