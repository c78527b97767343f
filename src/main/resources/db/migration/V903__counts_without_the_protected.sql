-- The city's tabs leave out protected residents whom the reader does not work on: the index knows the case, so that counting still
-- looks at no row.
drop index inbox.work_item_party_due;
create index work_item_party_due on inbox.work_item (party, due_at, task_id) include (paused_at, case_id, assignee);
drop index inbox.work_item_returned;
create index work_item_returned on inbox.work_item (party, office, due_at, task_id) include (assignee, case_id) where returned;
