-- What waits for a confirmation was checked, at a known time: whether another list came in since is asked by it.
alter table roster.intake add constraint ready_is_checked check (state not in ('READY', 'RUNNING', 'DONE') or checked_at is not null);
