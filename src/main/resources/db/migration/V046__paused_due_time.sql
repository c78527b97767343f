-- Since when the due time stands still because an answer of the other side is waited for.
alter table inbox.work_item add column paused_at timestamptz;
