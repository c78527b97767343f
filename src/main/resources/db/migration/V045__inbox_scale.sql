-- A page shows twenty of 100,000 steps. Each order has an index of its own for the whole city and for one office, so that a page ends
-- after the rows it shows; filters that few rows meet have one to be found by.
drop index inbox.work_item_office;
drop index inbox.work_item_party;
drop index inbox.work_item_assignee;
drop index inbox.work_item_area;
create index work_item_assignee on inbox.work_item (assignee, party, due_at, task_id);
create index work_item_due on inbox.work_item (due_at, task_id);
create index work_item_waiting on inbox.work_item (waiting_since, task_id);
create index work_item_priority on inbox.work_item (priority, task_id);
create index work_item_kana on inbox.work_item (resident_kana, task_id);
create index work_item_number on inbox.work_item (case_number, task_id);
-- also counts an office's tabs, without a look at the rows
create index work_item_office_due on inbox.work_item (office, due_at, task_id) include (party, assignee, returned);
create index work_item_office_waiting on inbox.work_item (office, waiting_since, task_id);
create index work_item_office_priority on inbox.work_item (office, priority, task_id);
create index work_item_office_kana on inbox.work_item (office, resident_kana, task_id);
create index work_item_office_number on inbox.work_item (office, case_number, task_id);
create index work_item_party_due on inbox.work_item (party, due_at, task_id);
create index work_item_step on inbox.work_item (step, party);
create index work_item_area on inbox.work_item (area, party, step);
create index work_item_returned on inbox.work_item (party, office, due_at, task_id) where returned;
-- A step is always one party's, and a person has only steps of her own: most pairs never occur. Told so, the planner finds the empty list
-- at once instead of walking through everything in search of a page.
create statistics inbox.work_item_kinds (mcv) on party, step, returned, assignee from inbox.work_item;
alter statistics inbox.work_item_kinds set statistics 2000;

-- Free text finds parts of words, and Japanese has no spaces to cut words at: every one and two letters of the name and its reading,
-- every two and three of the case number. Works in every locale of the
-- database, other than pg_trgm, which sees no letters beyond ASCII in "C".
create function inbox.grams(names text, number text) returns text[] language sql immutable cost 5 as $$
    select array(select distinct substr(names, i, n) from generate_series(1, length(names)) i, generate_series(1, 2) n)
        || array(select distinct '#' || substr(number, i, n) from generate_series(1, length(number)) i, generate_series(2, 3) n)
$$;
create function inbox.searched(name text, kana text) returns text language sql immutable as $$
    select translate(name || '|' || kana, ' 　', '')
$$;
create index work_item_grams on inbox.work_item using gin (inbox.grams(inbox.searched(resident_name, resident_kana), case_number));
