-- Since when the due time stands still because an answer of the other side is waited for.
alter table inbox.work_item add column paused_at timestamptz;
-- An office's tabs are counted without a look at the rows: what is paused is neither overdue nor soon due.
drop index inbox.work_item_office_due;
create index work_item_office_due on inbox.work_item (office, due_at, task_id) include (party, assignee, returned, paused_at);
